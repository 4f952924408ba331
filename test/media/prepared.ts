/** Content and media of a test, and what is made of them. */
import { join } from "node:path";
import { loadArchive } from "../../src/content/load.ts";
import { locate } from "../../src/content/locate.ts";
import { type Prepared, prepareMedia } from "../../src/media/prepare.ts";
import type { Limits } from "../../src/media/worker.ts";
import { folderOf, LITTLE } from "../support/content.ts";

export const TALK = "events/2020-spring/talks/a-talk.md";
export const talk = (fields: string) => `---\ntitle: A talk\nspeaker: Ada Example\n${fields}---\n`;
export const CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Hello.\n";

/** A folder of content and media in which a build may keep what it made. */
export function folderWith(content: Record<string, string>, media: Record<string, string | Uint8Array>): string {
  return folderOf({
    ...Object.fromEntries(Object.entries({ ...LITTLE, ...content }).map(([path, text]) => [`content/${path}`, text])),
    ...Object.fromEntries(Object.entries(media).map(([path, bytes]) => [`assets/media/${path}`, bytes])),
  });
}

/** Prepares what the folder asks for, and says what was told meanwhile. */
export async function prepare(folder: string, limits?: Limits, onTold: () => void = () => {}) {
  const { archive } = loadArchive({ contentDir: join(folder, "content"), assetsDir: join(folder, "assets") });
  const told: string[] = [];
  const settings = { mediaDir: join(folder, "assets/media"), cacheDir: join(folder, "cache"), ...(limits && { limits }) };
  const prepared = await prepareMedia(archive, settings, (text) => {
    told.push(text);
    onTold();
  });
  return { ...prepared, told };
}

/** A talk whose slides are a file of the same name. */
export const deck = (name: string) => ({ [`events/2020-spring/talks/${name}.md`]: talk(`slides:\n  file: ${name}.pdf\n`) });

export const warningsOf = (prepared: Prepared) =>
  locate(prepared.warnings).map(({ rule, line, message, hint }) => `${line} ${rule}: ${message} → ${hint}`);
