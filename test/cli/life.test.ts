/** Renaming, moving, removing, other names and leaving, in any order: records stay right, no published address is lost, no old name is told. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { Builder } from "../../src/build/build.ts";
import { Life } from "../../src/cli/life/archive.ts";
import { changePerson } from "../../src/cli/life/person.ts";
import { noteVanishing, remove } from "../../src/cli/life/remove.ts";
import { rename } from "../../src/cli/life/rename.ts";
import { readRecord } from "../../src/content/read.ts";
import { KEY_VARIABLE, Seal } from "../../src/content/sealed.ts";
import type { AddressesRecord } from "../../src/model/records/changes.ts";
import { extendLedger, readLedger } from "../../src/preservation/ledger.ts";
import { readPublished } from "../../src/preservation/published.ts";
import { verify } from "../../src/preservation/verify.ts";
import { readWithdrawn } from "../../src/preservation/withdrawn.ts";
import { wentWith } from "../../src/publishing/removed.ts";
import { UsageError } from "../../src/cli/options.ts";
import { type Random, randomOf } from "../fuzz/random.ts";
import { folderOf, SITE, temporaryFolder } from "../support/content.ts";
import { WEBM } from "../support/media-starts.ts";
import { smallPdf } from "../support/rich.ts";

const KEY = "a secret of this test, and of nothing else";
const record = (fields: string, body = "") => `---\n${fields}---\n${body === "" ? "" : `\n${body}\n`}`;
const CONTENT = {
  "site.yaml": `${SITE}featured:\n  - 2020-a/one\n`,
  "events/2020-a/event.md": record("name: A 2020\nstartDate: 2020-05-04\nendDate: 2020-05-05\n", "See [one](/events/2020-a/one/)."),
  "events/2021-b/event.md": record("name: B 2021\nstartDate: 2021-05-04\n"),
  "events/2020-a/talks/one.md": record(
    "title: One\nspeaker: Zelda Quuxbury\ndate: 2020-05-04\nslides:\n  file: a/zelda-quuxbury.pdf\nvideo:\n  url: https://vimeo.com/1\n  captions: a/one.vtt\n",
    "With [slides](/media/a/zelda-quuxbury.pdf) and a [friend](/speakers/mihai-dontu/).",
  ),
  "events/2020-a/talks/two.md": record(
    "title: Two\nspeakers:\n  - name: Mihai Donțu\n  - name: Zelda Quuxbury\ndocuments:\n  - kind: slides\n    file: a/two.pdf\n  - kind: paper\n    file: a/three.pdf\nalsoGivenAt:\n  - 2021-b/three\n",
  ),
  "events/2021-b/talks/three.md": record(
    "title: Three\nspeaker: Mihai Donțu\ncontinues: 2020-a/one\nvideo:\n  file: a/three.webm\n  captions: a/three.vtt\n",
  ),
  "speakers/mihai-dontu.md": record("name: Mihai Donțu\n", "Of [B](/events/2021-b/), with [notes](/media/a/notes.vtt)."),
  "papers/paper.md": record("title: A paper\nauthors:\n  - Zelda Quuxbury\nyear: 2020\nurl: https://example.org/paper.pdf\n"),
  "pages/about.md": record("title: About\n", "Of [two](/events/2020-a/two/), with a [file](/media/a/three.pdf)."),
};
const MEDIA = {
  "media/a/zelda-quuxbury.pdf": smallPdf("One"),
  "media/a/two.pdf": smallPdf("Two"),
  "media/a/three.pdf": smallPdf("Three"),
  "media/a/notes.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nNotes.\n",
  "media/a/three.webm": WEBM,
  "media/a/three.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\nGood morning.\n",
  "media/a/one.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Zelda Quuxbury>Good morning.\n",
};
const NAMES = { zelda: /zelda|quuxbury/i, mihai: /mihai|don[tț]u/i };
const DATE = "2026-11-27";

function archiveOf() {
  const [contentDir, assetsDir, place] = [folderOf(CONTENT), folderOf(MEDIA), temporaryFolder()];
  const [site, ledger] = [join(place, "site"), join(place, "ledger")];
  const settings = { contentDir, assetsDir, outputDir: site, cacheDir: join(place, "cache"), leave: ["search", "cards"] as const };
  const gone = new Set<RegExp>();
  const life = () => new Life({ content: contentDir, assets: assetsDir, ledger });
  return {
    assetsDir,
    gone,
    life,
    /** Builds, holds the site against all that was ever published, and looks for names that must not be told. */
    publish: async (done: readonly string[]) => {
      await new Builder(settings).build();
      const before = readLedger(ledger);
      const published = readPublished(site);
      const file = join(contentDir, "addresses.yaml");
      const addresses = readRecord({ kind: "addresses", id: "addresses", file }).record as AddressesRecord | undefined;
      const none = { file: ledger, lines: [], unreadable: [] };
      const { problems, newAddresses, newMedia } = verify(published, before ?? { addresses: none, media: none }, {
        isRemoved: wentWith(addresses?.removed ?? []),
        isWithdrawn: readWithdrawn(ledger, { [KEY_VARIABLE]: KEY }).has,
      });
      expect(
        problems.map(({ message }) => message),
        done.join("\n"),
      ).toEqual([]);
      extendLedger(ledger, before, newAddresses, newMedia);
      for (const name of gone)
        for (const folder of [contentDir, assetsDir, site, ledger]) expect(filesWith(folder, name), done.join("\n")).toEqual([]);
    },
  };
}

function filesWith(folder: string, name: RegExp): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    const inside = file.endsWith(".zip")
      ? Object.entries(unzipSync(bytes)).flatMap(([path, one]) => [path, Buffer.from(one).toString()])
      : [];
    return [file.slice(folder.length), bytes.toString(), ...inside].some((text) => name.test(text)) ? [file] : [];
  });
}

/** One command with what the archive has; what it refuses is told and changes nothing. */
function step({ life, gone }: ReturnType<typeof archiveOf>, random: Random, number: number): string {
  const now = life();
  const { talks, events, people, papers, pages, media } = now.archive;
  const reason = { date: DATE, reason: undefined };
  const of = <Thing>(list: readonly Thing[]): Thing | undefined => (list.length === 0 ? undefined : random.pick(list));
  const [talk, event, person, page, paper, file] = [of(talks), of(events), of(people), of(pages), of(papers), of([...media.keys()])];
  const change = (name: string | undefined) => {
    if (!person) return;
    const options = { also: [], clear: ["all"], keep: [], date: DATE, seal: new Seal(KEY), decks: new Map() };
    changePerson(now, person.slug, name, options);
    for (const pattern of Object.values(NAMES)) if (pattern.test(person.name)) gone.add(pattern);
  };
  const commands: Record<string, () => void> = {
    [`rename talk ${talk?.id}`]: () => talk && rename(now, "talk", talk.id, `${talk.event.id}/talk-${number}`),
    [`move talk ${talk?.id} to ${event?.id}`]: () => talk && event && rename(now, "talk", talk.id, `${event.id}/talk-${number}`),
    [`rename event ${event?.id}`]: () => event && rename(now, "event", event.id, `event-${number}`),
    [`rename speaker ${person?.slug}`]: () => person && rename(now, "speaker", person.slug, `person-${number}`),
    [`rename page ${page?.id}`]: () => page && rename(now, "page", page.id, `page-${number}`),
    [`rename paper ${paper?.id}`]: () => paper && rename(now, "paper", paper.id, `paper-${number}`),
    [`rename media ${file}`]: () => file && rename(now, "media", file, `b/file-${number}${file.slice(file.lastIndexOf("."))}`),
    [`remove talk ${talk?.id}`]: () => talk && remove(now, "talk", talk.id, reason),
    [`remove event ${event?.id}`]: () => event && number % 3 === 0 && remove(now, "event", event.id, reason),
    [`remove speaker ${person?.slug}`]: () => person && remove(now, "speaker", person.slug, reason),
    [`remove paper ${paper?.id}`]: () => paper && remove(now, "paper", paper.id, reason),
    [`remove media ${file}`]: () => file && remove(now, "media", file, reason),
    [`rename-person ${person?.slug}`]: () => change(`Person Number${number}`),
    [`forget-person ${person?.slug}`]: () => change(undefined),
  };
  const name = random.pick(Object.keys(commands));
  try {
    commands[name]?.();
    if (/^(?:rename|move) /.test(name)) noteVanishing(now, reason);
    else now.after();
  } catch (error) {
    if (error instanceof UsageError) return `${name}: ${error.message}`;
    throw error;
  }
  now.edits.apply();
  return name;
}

// `LIFE_RUNS=200` is a long run.
const RUNS = Number(process.env["LIFE_RUNS"] ?? 1);
const STEPS = RUNS > 1 ? 8 : 5;
const FIRST = Number(process.env["LIFE_FIRST"] ?? 1);

test("commands in any order keep all that was published, and tell no old name", { timeout: 60_000 * (RUNS + 5) }, async () => {
  for (let seed = FIRST; seed < FIRST + RUNS; seed++) {
    const random = randomOf(seed);
    const made = archiveOf();
    const done = [`seed ${seed}`];
    await made.publish(done);
    for (let number = 1; number <= STEPS; number++) {
      done.push(step(made, random, number));
      if (random.below(3) === 0 || number === STEPS) await made.publish(done);
    }
  }
});

test.each([
  ["a name goes", undefined, "Good evening."],
  ["another name comes", "Other Person", "Good evening."],
  ["the captions tell the name, and get another one themselves", undefined, "<v Mihai Donțu>Good evening."],
])("captions and files that only what is cleared named go with it: %s", { timeout: 60_000 }, async (_what, name, said) => {
  const made = archiveOf();
  writeFileSync(join(made.assetsDir, "media/a/three.vtt"), `WEBVTT\n\n00:00.000 --> 00:02.000\n${said}\n`);
  await made.publish([]);
  const now = made.life();
  changePerson(now, "mihai-dontu", name, { also: [], clear: ["all"], keep: [], date: DATE, seal: new Seal(KEY), decks: new Map() });
  now.after();
  now.edits.apply();
  made.gone.add(NAMES.mihai);
  await made.publish(["cleared"]);
  // The bio goes with the name alone.
  const left = readdirSync(join(made.assetsDir, "media/a")).sort();
  expect(left).toEqual([...(name === undefined ? [] : ["notes.vtt"]), "one.vtt"]);
});
