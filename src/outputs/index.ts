/** The table of outputs; to add one, add its file and a line here. */
import { archiveDigest, eventDigest, sharedDigest, talkDigest } from "../components/digests.ts";
import { digestOf } from "../text/digest.ts";
import type { Archive, Event, Talk } from "../model/archive.ts";
import { formerAddress, formerPages } from "../publishing/former.ts";
import { atom } from "./atom.ts";
import { calendar } from "./calendar.ts";
import { archiveZip } from "./archive-zip.ts";
import { bibtex } from "./bibtex.ts";
import { cslJson } from "./csl-json.ts";
import { data } from "./data.ts";
import { explore } from "./explore.ts";
import { headersCaddy } from "./headers-caddy.ts";
import { headersHosts } from "./headers-hosts.ts";
import { headersNginx } from "./headers-nginx.ts";
import { linkset } from "./linkset.ts";
import type { OutputContext, OutputFile, OutputFormat } from "./output-format.ts";
import { redirectsCaddy } from "./redirects-caddy.ts";
import { redirectsHosts } from "./redirects-hosts.ts";
import { redirectsNginx } from "./redirects-nginx.ts";
import { ris } from "./ris.ts";
import { robots } from "./robots.ts";
import { scheduleJson } from "./schedule-json.ts";
import { scheduleXml } from "./schedule-xml.ts";
import { sitemap } from "./sitemap.ts";
import { slidesZip } from "./slides-zip.ts";
import { talkIndex } from "./talk-index.ts";
import { talksCsv } from "./talks-csv.ts";

export const OUTPUTS: readonly OutputFormat[] = [
  sitemap,
  robots,
  slidesZip,
  talkIndex,
  scheduleXml,
  scheduleJson,
  calendar,
  atom,
  together("citations", [bibtex, ris, cslJson]),
  linkset,
  data,
  explore,
  talksCsv,
  archiveZip,
  redirectsHosts,
  redirectsNginx,
  redirectsCaddy,
  headersHosts,
  headersNginx,
  headersCaddy,
];

/** Several formats of a talk as one output: a build then asks once for all of them whether they are out of date. */
function together(name: string, formats: readonly Pick<Required<OutputFormat>, "talkFiles">[]): OutputFormat {
  return {
    name,
    *talkFiles(archive, talk, context) {
      for (const format of formats) yield* format.talkFiles(archive, talk, context);
    },
  };
}

/** Files that are made together, of the same things. */
export interface OutputGroup {
  name: string;
  /** Changes whenever one of the files could. */
  key: () => string;
  files: () => Iterable<OutputFile>;
  /** Whether the files say something of all pages, so that those have to be known. */
  needsPages: boolean;
}

/** All files of all outputs, in groups. */
export function* outputGroups(archive: Archive, context: OutputContext, own: readonly OutputFormat[] = []): Iterable<OutputGroup> {
  for (const output of [...OUTPUTS, ...own]) {
    const { name, files, alsoOf, readsShared, eventFiles, talkFiles } = output;
    // What those of an archive's own look at, nobody knows.
    const ofAll = () => (own.includes(output) ? archiveDigest(archive) : "");
    const also = () => (alsoOf ? digestOf(alsoOf(context)) : "");
    const needsPages = alsoOf !== undefined;
    if (files) yield { name, key: () => archiveDigest(archive) + also(), files: () => files(archive, context), needsPages };
    if (eventFiles)
      for (const event of archive.events)
        yield {
          name: `${name} ${event.id}`,
          key: () => eventDigest(archive, event) + (readsShared ? sharedDigest(archive) : "") + ofAll(),
          files: () => alsoWhereItWas(event, eventFiles(archive, event, context)),
          needsPages,
        };
    if (talkFiles)
      for (const talk of archive.talks)
        yield {
          name: `${name} ${talk.id}`,
          key: () => talkDigest(archive, talk) + ofAll(),
          files: () => alsoWhereItWas(talk, talkFiles(archive, talk, context)),
          needsPages,
        };
  }
}

/** The files of an event or a talk, and the same at the addresses that they had before it was renamed: no page can lead on from there. */
function* alsoWhereItWas(thing: Event | Talk, files: Iterable<OutputFile>): Generator<OutputFile> {
  const formers = formerPages(thing);
  for (const file of files) {
    yield file;
    for (const former of formers) yield { ...file, path: formerAddress(`/${file.path}`, thing.path, former).slice(1) };
  }
}
