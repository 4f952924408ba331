/** Copies that open from a disk, for tests in several browsers. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addressesOf } from "../../src/model/addresses.ts";
import { archive, PROJECT } from "./cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "./content.ts";
import { filesBelow } from "./html.ts";

/** A page of every kind of addresses that a copy has, by its site path. */
export function pagesOfEveryKind(copy: string): string[] {
  const kinds = new Map<string, string>();
  for (const file of filesBelow(copy).filter((path) => path.endsWith(".html"))) {
    const path = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
    const [first] = addressesOf(path);
    if (first && first.address.owner !== "former") kinds.set(first.address.pattern, path);
  }
  return [...kinds.values()];
}

const CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nGood morning.\n\n00:01.000 --> 00:09.000\nThis is a film.\n";
const TALK = "---\ntitle: A film\nspeaker: Ada Example\nvideo:\n  file: 2020/film.webm\n  captions: 2020/film.vtt\n---\n\nAbout.\n";

/** A copy of a little archive with a video that has captions; says its folder. */
export async function filmOnDisk(): Promise<string> {
  const copy = join(temporaryFolder(), "Über uns/ein Film");
  const content = folderOf({ ...LITTLE, "events/2020-spring/talks/a-talk.md": TALK });
  const film = readFileSync(join(PROJECT, "test/fixtures/media/ten-seconds.webm"));
  const assets = folderOf({ "media/2020/film.webm": film, "media/2020/film.vtt": CAPTIONS });
  const site = join(temporaryFolder(), "site");
  const run = await archive(["build", "--content", content, "--assets", assets, "--output", site, "--portable", copy]);
  if (run.code !== 0) throw new Error(run.stderr);
  return copy;
}
