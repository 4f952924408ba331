/** Owns the table of outputs; to add one, add its file and a line here. */
import type { Archive } from "../model/archive.ts";
import { atom } from "./atom.ts";
import { calendar } from "./calendar.ts";
import type { OutputContext, OutputFile, OutputFormat } from "./output-format.ts";
import { robots } from "./robots.ts";
import { scheduleJson } from "./schedule-json.ts";
import { scheduleXml } from "./schedule-xml.ts";
import { sitemap } from "./sitemap.ts";
import { slidesZip } from "./slides-zip.ts";
import { talkIndex } from "./talk-index.ts";

export const OUTPUTS: readonly OutputFormat[] = [sitemap, robots, slidesZip, talkIndex, scheduleXml, scheduleJson, calendar, atom];

/** All files of all outputs. */
export function* outputFiles(archive: Archive, context: OutputContext): Iterable<OutputFile> {
  for (const format of OUTPUTS) {
    if (format.files) yield* format.files(archive, context);
    for (const event of format.eventFiles || format.talkFiles ? archive.events : []) {
      if (format.eventFiles) yield* format.eventFiles(archive, event, context);
      for (const talk of format.talkFiles ? event.talks : []) if (format.talkFiles) yield* format.talkFiles(archive, talk, context);
    }
  }
}
