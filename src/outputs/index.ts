/** Owns the table of outputs; to add one, add its file and a line here. */
import type { OutputFormat } from "./output-format.ts";
import { robots } from "./robots.ts";
import { sitemap } from "./sitemap.ts";
import { slidesZip } from "./slides-zip.ts";
import { talkIndex } from "./talk-index.ts";

export const OUTPUTS: readonly OutputFormat[] = [sitemap, robots, slidesZip, talkIndex];
