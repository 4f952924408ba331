/** `_headers`, which Netlify and Cloudflare Pages read. */
import { type Header, headerRules } from "../publishing/headers.ts";
import { encodedPath, HEADERS, href } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

/** Cloudflare reads no more rules and no longer lines (https://developers.cloudflare.com/pages/configuration/headers/). */
const MOST_RULES = 100;
const LONGEST_LINE = 2000;

export const headersHosts = {
  name: "headers-hosts",
  alsoOf: ({ sections }) => sections,
  *files(archive, { sections }) {
    const { always, folders, types, shared } = headerRules(archive, sections);
    const at = (path: string) => encodedPath(href(archive.site.base, path));
    const rules = new Map<string, Header[]>([[`${at("/")}*`, always]]);
    const add = (pattern: string, ...headers: Header[]) => rules.set(pattern, [...(rules.get(pattern) ?? []), ...headers]);
    for (const { ending, type } of types) add(`${at("/")}*${ending}`, ["Content-Type", type]);
    for (const ending of shared) add(`${at("/")}*${ending}`, ["Access-Control-Allow-Origin", "*"]);
    for (const { path, headers, endings } of folders) {
      // All else that these files say is said by the rule of their folder.
      const policy = headers["Content-Security-Policy"];
      if (endings && policy !== undefined) for (const ending of endings) add(`${at(path)}*${ending}`, ["Content-Security-Policy", policy]);
      if (endings) continue;
      const said = Object.entries(headers).flatMap(([name, value]): Header[] => (value === undefined ? [] : [[name, value]]));
      for (const pattern of path === "/" ? [at("/"), at("/404.html")] : [`${at(path)}*`]) add(pattern, ...said);
    }
    // What does not fit is left out: every page says its policy itself too.
    const blocks = [...rules].slice(0, MOST_RULES).map(([pattern, headers]) => {
      const lines = headers.map(([name, value]) => `  ${name}: ${value}\n`).filter((line) => line.length <= LONGEST_LINE);
      return `${pattern}\n${lines.join("")}`;
    });
    yield { path: HEADERS.hosts.slice(1), content: blocks.join("") };
  },
} satisfies OutputFormat;
