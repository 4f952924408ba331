/** Which outside addresses the records hold, and in which fields. */
import { createMarkdown } from "../../content/markdown.ts";
import type { Archive } from "../../model/archive.ts";
import type { FieldPath } from "../../model/problem.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { absolute } from "../../model/urls.ts";

/** One place where an address stands. */
export interface Use {
  address: string;
  file: string;
  path: FieldPath;
  /** Whether the address is a link in a longer text. */
  inText: boolean;
  /** A day near which the address worked, as far as the record tells. */
  near: string | undefined;
}

export interface Collected {
  /** Uses by what is asked of a server: the address without its fragment. */
  uses: ReadonlyMap<string, Use[]>;
  /** The file of every address that is marked as unavailable already, and is not asked again. */
  knownDead: string[];
}

/** Every outside address of the archive with its uses, in the order of records. */
export function collectAddresses(archive: Archive): Collected {
  const uses = new Map<string, Use[]>();
  const render = createMarkdown("");
  const home = absolute(archive.site.base, "/");
  const knownDead: string[] = [];
  const add = (use: Use) => {
    if (badAddress(use.address) !== undefined || use.address.startsWith(home)) return;
    const url = new URL(use.address);
    url.hash = "";
    if (uses.get(url.href)?.push(use) === undefined) uses.set(url.href, [use]);
  };
  for (const { file, record, near } of filed(archive)) {
    const visit = (value: unknown, path: FieldPath) => {
      if (typeof value === "string") for (const one of addressesIn(value, render)) add({ ...one, file, path, near });
      if (Array.isArray(value)) for (const [index, entry] of value.entries()) visit(entry, [...path, index]);
      else if (typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) {
          const isDead = "unavailable" in value && value.unavailable !== undefined;
          if (key === "url" && isDead) knownDead.push(file);
          else if (key !== "embed" || !isDead) visit(inner, [...path, key]);
        }
    };
    visit(record, []);
  }
  return { uses, knownDead };
}

function filed(archive: Archive): { file: string; record: object; near: string | undefined }[] {
  const dayOf = (date: string | undefined) => (date !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(date) ? date : undefined);
  const { url: _, ...site } = archive.site.record;
  return [
    { file: archive.site.file, record: site, near: undefined },
    ...archive.events.map(({ file, record }) => ({ file, record, near: dayOf(record.startDate) })),
    ...archive.talks.map(({ file, record, event }) => ({ file, record, near: record.date ?? dayOf(event.record.startDate) })),
    ...archive.people.flatMap((person) => (person.record ? [{ ...person.record, near: undefined }] : [])),
    ...archive.papers.map(({ file, record }) => ({ file, record, near: undefined })),
    ...archive.pages.map(({ file, record }) => ({ file, record, near: undefined })),
    ...Object.values(archive.vocabularies).map(({ file, record }) => ({ file, record, near: undefined })),
  ];
}

/** The address that a field is, or the links of a text. */
function addressesIn(text: string, render: ReturnType<typeof createMarkdown>): { address: string; inText: boolean }[] {
  if (/^https?:\/\/\S*$/i.test(text)) return [{ address: text, inText: false }];
  if (!/https?:\/\//i.test(text)) return [];
  const hrefs = [...render(text).html.matchAll(/ href="(https?:[^"]*)"/gi)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
  return [...new Set(hrefs)].map((address) => ({ address, inText: true }));
}
