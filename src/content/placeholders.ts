/** The stand-ins for broken records: they are known by name, so that one mistake is not told again wherever the record is named. */
import type { Filed, Records } from "../model/archive.ts";
import type { SiteRecord } from "../model/records/site.ts";
import { addTo } from "../text/add-to.ts";
import { slug } from "../text/slug.ts";
import type { RecordFile } from "./files.ts";

/** Stands in for a missing or broken site record, so that all other records are still checked. */
export const NO_SITE: SiteRecord = {
  name: "",
  tagline: "",
  url: "http://localhost/",
  language: "en",
  notice: "",
  liveSite: { name: "", url: "http://localhost/" },
  licence: { text: "" },
};

/** Adds a stand-in for every file whose record could not be read, for a speaker under every name that leads to its address, and for events that talks lie in. */
export function addStandIns(records: Records, broken: readonly RecordFile[]): void {
  const names = broken.some(({ kind }) => kind === "speaker") ? namesAtTalks(records) : new Map<string, string[]>();
  for (const { kind, id, file } of broken) {
    if (kind === "event") records.events.push({ id, file, record: { name: id } });
    else if (kind === "talk") records.talks.push({ id, file, record: { title: id, kind: "talk" } });
    else if (kind === "page") records.pages.push({ id, file, record: { title: id } });
    else if (kind === "speaker") records.speakers.push({ id, file, record: { name: id, aliases: names.get(id) ?? [] } });
    else if (kind === "site") records.site = site(records);
  }
  const known = new Set(records.events.map((event) => event.id));
  for (const talk of records.talks) {
    const id = talk.id.slice(0, talk.id.indexOf("/"));
    if (!known.has(id)) records.events.push({ id, file: talk.file.replace(/talks\/[^/]*$/, "event.md"), record: { name: id } });
    known.add(id);
  }
}

/** All names at talks, by the address of a person of that name; there may be as many broken records as there are names. */
function namesAtTalks({ talks }: Records): Map<string, string[]> {
  const named = talks.flatMap(({ record }) => [record.speaker ?? [], ...(record.speakers ?? []).map(({ name }) => name)].flat());
  const names = new Map<string, string[]>();
  for (const name of new Set(named)) addTo(names, slug(name), name);
  return names;
}

/** A site with every series that events name. */
function site(records: Records): Filed<SiteRecord> {
  const ids = new Set(records.events.flatMap(({ record }) => record.series ?? []));
  return { ...records.site, record: { ...NO_SITE, series: [...ids].map((id) => ({ id, name: id })) } };
}
