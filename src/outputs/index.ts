/** Owns the table of outputs; to add one, add its file and a line here. */
import type { Archive, Event, Talk } from "../model/archive.ts";
import { atom } from "./atom.ts";
import { calendar } from "./calendar.ts";
import { archiveZip } from "./archive-zip.ts";
import { bibtex } from "./bibtex.ts";
import { cslJson } from "./csl-json.ts";
import { data } from "./data.ts";
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
  archiveZip,
  redirectsHosts,
  redirectsNginx,
  redirectsCaddy,
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
  /** Digests and names of all that the files depend on; undefined stands for the whole archive. */
  dependsOn: object | undefined;
  files: () => Iterable<OutputFile>;
}

/** All files of all outputs, in groups. */
export function* outputGroups(archive: Archive, context: OutputContext): Iterable<OutputGroup> {
  for (const { name, files, eventFiles, talkFiles } of OUTPUTS) {
    if (files) yield { name, dependsOn: undefined, files: () => files(archive, context) };
    if (eventFiles)
      for (const event of archive.events)
        yield { name: `${name} ${event.id}`, dependsOn: ofEvent(archive, event), files: () => eventFiles(archive, event, context) };
    if (talkFiles)
      for (const talk of archive.talks)
        yield { name: `${name} ${talk.id}`, dependsOn: ofTalk(archive, talk), files: () => talkFiles(archive, talk, context) };
  }
}

function ofSite({ site }: Archive): unknown[] {
  return [site.digest, site.base];
}

const byEvent = new WeakMap<Event, unknown[]>();

function ofEvent(archive: Archive, event: Event): unknown[] {
  let known = byEvent.get(event);
  if (!known) {
    known = [event.digest, ...ofSite(archive), event.talks.map((talk) => ofTalk(archive, talk))];
    byEvent.set(event, known);
  }
  return known;
}

const byTalk = new WeakMap<Talk, unknown[]>();

function ofTalk(archive: Archive, talk: Talk): unknown[] {
  let known = byTalk.get(talk);
  if (!known) {
    known = partsOfTalk(archive, talk);
    byTalk.set(talk, known);
  }
  return known;
}

function partsOfTalk(archive: Archive, talk: Talk): unknown[] {
  const speakers = talk.speakers.map(({ person }) => [person.slug, person.name, person.record?.digest]);
  const topics = talk.topics.map(({ slug, name }) => [slug, name]);
  const photos = talk.speakers.map(({ person }) => person.record?.record.photo);
  const files = [talk.slides?.file, talk.video?.file, talk.video?.captions, talk.video?.poster, ...photos];
  const media = files.map((file) => (file === undefined ? null : archive.media.get(file)));
  return [talk.digest, talk.event.digest, ...ofSite(archive), speakers, topics, media];
}
