/** The table of importers; to add one, add its file and a line here. */
import type { ForeignFile, Importer } from "./importer.ts";
import { csv } from "./csv.ts";
import { devopsdays } from "./devopsdays.ts";
import { frontMatter } from "./front-matter.ts";
import { indico } from "./indico.ts";
import { pretalx } from "./pretalx.ts";
import { pyvideo } from "./pyvideo.ts";
import { rubyEvents } from "./ruby-events.ts";
import { sched } from "./sched.ts";
import { scheduleJson } from "./schedule-json.ts";
import { scheduleXml } from "./schedule-xml.ts";
import { sessionize } from "./sessionize.ts";
import { xenPage } from "./xen-page.ts";

/** In the order in which they are asked; the most particular come first. */
export const IMPORTERS: readonly Importer[] = [
  scheduleXml,
  scheduleJson,
  indico,
  pretalx,
  sched,
  sessionize,
  pyvideo,
  devopsdays,
  rubyEvents,
  frontMatter,
  xenPage,
  csv,
];

/** The importer for a file, by its content. */
export function importerFor(file: ForeignFile, own: readonly Importer[] = []): Importer | undefined {
  return [...own, ...IMPORTERS].find((importer) => importer.recognises(file));
}
