/** Reads linked data of built pages with a JSON-LD processor, offline: the few terms of schema.org's context that matter here. */
import jsonld, { type Quad } from "jsonld";
import { attribute, elements } from "./html.ts";

const ADDRESSES = ["url", "item", "contentUrl", "license", "archivedAt", "thumbnailUrl", "image", "eventAttendanceMode"];
const CONTEXT = {
  "@vocab": "https://schema.org/",
  ...Object.fromEntries(ADDRESSES.map((term) => [term, { "@type": "@id" }])),
};

/** The facts of the JSON-LD blocks of a page; fails where a processor would lose one. */
export const factsOf = (html: string): Promise<Quad[]> => factsOfBlocks(blocksOf(html));

/** The facts of JSON-LD blocks, given as texts. */
export async function factsOfBlocks(texts: readonly string[]): Promise<Quad[]> {
  const blocks = texts.map((text) => JSON.parse(text) as object);
  const all = await Promise.all(blocks.map((block) => jsonld.toRDF(block, { safe: true, documentLoader })));
  return all.flat();
}

/** The texts of the JSON-LD blocks of a page. */
export const blocksOf = (html: string): string[] => blocksIn(elements(html));

/** The same of a page that is parsed already. */
export function blocksIn(all: ReturnType<typeof elements>): string[] {
  return all
    .filter((element) => element.tagName === "script" && attribute(element, "type") === "application/ld+json")
    .map((element) => element.childNodes.map((node) => ("value" in node ? node.value : "")).join(""));
}

/** What a subject's property is, in order; `property` without the address of schema.org. */
export function valuesOf(facts: readonly Quad[], subject: string, property: string): string[] {
  const predicate = property === "type" ? "http://www.w3.org/1999/02/22-rdf-syntax-ns#type" : `https://schema.org/${property}`;
  return facts
    .filter((fact) => fact.subject.value === subject && fact.predicate.value === predicate)
    .map((fact) => fact.object.value.replace(/^https:\/\/schema\.org\//, ""));
}

async function documentLoader(url: string) {
  if (url !== "https://schema.org") throw new Error(`The page asks for ${url}.`);
  return { contextUrl: null, document: { "@context": CONTEXT }, documentUrl: url };
}
