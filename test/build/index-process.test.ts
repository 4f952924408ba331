/** A preview whose search index another process makes: each time the bytes of a clean build, whatever becomes of that process. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import type { ChildProcess } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { IndexMaker } from "../../src/build/index-maker.ts";
import { programFingerprint } from "../../src/build/fingerprint.ts";
import { NOTHING_MADE } from "../../src/model/made-media.ts";
import { Builder } from "../../src/build/build.ts";
import { BuildStopped } from "../../src/build/run-steps.ts";
import { RecordsError } from "../../src/build/site.ts";
import type { IndexAnswer } from "../../src/build/worker-messages.ts";
import { temporaryFolder } from "../support/content.ts";
import { generateContent } from "../support/generate.ts";
import { filesBelow } from "../support/html.ts";
import { settingsIn } from "../support/settings.ts";
import { bytesBelow, workers } from "../support/workers.ts";

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill();
});

/** A preview of a small archive, which was built once, and what its process answered. */
async function preview(isBroken = false) {
  const root = temporaryFolder();
  const bare = "---\ntitle: Bare\nspeaker: Ada Example\n---\n";
  const content = { ...generateContent(1, 4), "events/2000-summit/talks/a-bare-one.md": bare };
  for (const [path, text] of Object.entries(content)) {
    mkdirSync(join(root, "content", path, ".."), { recursive: true });
    writeFileSync(join(root, "content", path), text);
  }
  const settings = settingsIn(root, { leave: ["cards"] });
  const answers: IndexAnswer[] = [];
  let child: ChildProcess | undefined;
  const { options } = workers(1, (started) => {
    child = started;
    children.push(started);
    started.on("message", (said: IndexAnswer) => answers.push(said));
  });
  const builder = new Builder(settings, undefined, { start: options.start, talks: 0 });
  if (isBroken) {
    const file = join(settings.contentDir, "events/2000-summit/talks/a-bare-one.md");
    writeFileSync(file, "---\nspeaker: Ada Example\n---\n");
    await expect(builder.build()).rejects.toThrow(RecordsError);
    writeFileSync(file, bare);
  } else await builder.build();
  await builder.warmUp();
  const talks = filesBelow(settings.contentDir).filter((file) => file.includes("/talks/"));
  const edit = async (at: number, title: string, stop = new AbortController(), onFirst = async () => {}) => {
    const file = join(settings.contentDir, talks[at] ?? "");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^title: .*/m, `title: ${title}`));
    await builder.build({}, { changed: new Set([file]), open: [], onFirst, stop: stop.signal });
  };
  const clean = async () => {
    const other = { ...settings, outputDir: join(root, "clean"), cacheDir: join(root, "clean-cache") };
    await new Builder(other).build();
    return bytesBelow(other.outputDir);
  };
  return { settings, talks, answers, builder, edit, clean, built: () => bytesBelow(settings.outputDir), child: () => child };
}

const indexes = (answers: readonly IndexAnswer[]) => answers.filter((said) => "files" in said).length;

test("it makes the index of every edit, begins before it is asked, and leaves in the cache what the next build needs", async () => {
  const { settings, answers, edit, clean, built, builder } = await preview();
  await edit(0, "Quokka");
  await edit(1, "Wombat");
  expect(indexes(answers)).toBe(2);
  expect(answers.at(-1)).toEqual({ round: 2, saved: true });
  expect(built()).toEqual(await clean());
  // The same words once more: the index is known to be there.
  await edit(1, "Wombat");
  expect(indexes(answers)).toBe(2);
  expect((await builder.build()).written).toBe(0);
  expect((await new Builder(settings).build()).written).toBe(0);
});

test("what the process could not know is in the index all the same, and the process looks at all files again", async () => {
  const { settings, talks, answers, edit, clean, built, builder } = await preview();
  mkdirSync(join(settings.assetsDir, "media"), { recursive: true });
  writeFileSync(join(settings.assetsDir, "media/a.vtt"), "WEBVTT\n\n00:00.000 --> 00:02.000\nGood morning, platypus\n");
  await builder.build();
  // What is made of the captions is known only after the records were read.
  await edit(0, "Quokka\nvideo:\n  url: https://vimeo.com/1\n  captions: a.vtt");
  expect(built()).toEqual(await clean());
  const behind = join(settings.contentDir, talks[2] ?? "");
  writeFileSync(behind, readFileSync(behind, "utf8").replace(/^title: .*/m, "title: Behind"));
  await builder.build();
  await edit(1, "Wombat");
  expect(answers.at(-1)).toEqual({ round: 4, saved: true });
  expect(built()).toEqual(await clean());
});

test("a build that fails is followed by one of all files", async () => {
  const { settings, talks, answers, edit, clean, built } = await preview();
  await expect(edit(0, "")).rejects.toThrow(RecordsError);
  const behind = join(settings.contentDir, talks[2] ?? "");
  writeFileSync(behind, readFileSync(behind, "utf8").replace(/^title: .*/m, "title: Behind"));
  await edit(0, "Quokka");
  expect(indexes(answers)).toBe(1);
  expect(built()).toEqual(await clean());
});

test("an archive that was empty for a while is indexed again", async () => {
  const { settings, builder, clean, built } = await preview();
  const all = (changed: undefined) => builder.build({}, { changed, open: [], onFirst: async () => {}, stop: new AbortController().signal });
  const files = filesBelow(settings.contentDir).filter((file) => /^(?:events|speakers)\//.test(file));
  const texts = files.map((file) => [join(settings.contentDir, file), readFileSync(join(settings.contentDir, file), "utf8")] as const);
  for (const [file] of texts) rmSync(file);
  await all(undefined);
  for (const [file, text] of texts) {
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, text);
  }
  await all(undefined);
  expect(built()).toEqual(await clean());
});

test("it reads the records once for edits that came while it was at work, and all that they changed", async () => {
  const { settings, talks } = await preview();
  const start = () => {
    const answers: IndexAnswer[] = [];
    const maker = new IndexMaker({ settings, program: programFingerprint() }, (said) => answers.push(said));
    return { maker, known: () => answers.filter((said) => "archive" in said), last: () => answers.at(-1) };
  };
  const { maker, known, last } = start();
  await expect.poll(known).toHaveLength(1);
  for (const round of [1, 2, 3]) {
    const file = join(settings.contentDir, talks[round] ?? "");
    writeFileSync(file, readFileSync(file, "utf8").replace(/^title: .*/m, `title: Edit ${round}`));
    maker.follow({ index: { round, changed: new Set([file]), media: NOTHING_MADE } });
  }
  maker.follow({ files: 3 });
  await expect.poll(last).toEqual({ round: 3, saved: true });
  expect(known().map(({ round }) => round)).toEqual([0, 3]);
  const other = start();
  await expect.poll(other.known).toEqual([{ ...known()[1], round: 0 }]);
});

test("it starts after the first build that came to its end", async () => {
  const { answers, edit, clean, built } = await preview(true);
  await edit(0, "Quokka");
  await edit(1, "Wombat");
  expect(indexes(answers)).toBe(1);
  expect(built()).toEqual(await clean());
});

test("another edit stops it, and a process that ends is missed by nobody", async () => {
  const { edit, clean, built, child, answers } = await preview();
  const stop = new AbortController();
  await expect(edit(0, "Quokka", stop, async () => stop.abort())).rejects.toThrow(BuildStopped);
  await edit(1, "Wombat");
  expect(built()).toEqual(await clean());
  const before = indexes(answers);
  await edit(2, "Numbat", undefined, async () => void child()?.kill("SIGKILL"));
  await edit(3, "Bilby");
  expect(indexes(answers)).toBe(before);
  expect(built()).toEqual(await clean());
});
