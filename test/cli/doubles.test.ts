/** People who are in the archive twice: told with evidence, joined and parted by keys or from a table, and taken back. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { Life } from "../../src/cli/life/archive.ts";
import { checkDecisions, type Decision } from "../../src/cli/life/join.ts";
import { askAboutPairs, keysOf } from "../../src/cli/people/ask.ts";
import { readDecisions } from "../../src/cli/people/list.ts";
import { undoBatch } from "../../src/cli/people/undo.ts";
import { loadArchive } from "../../src/content/load.ts";
import { KEY_VARIABLE } from "../../src/content/sealed.ts";
import { findDoubles } from "../../src/model/doubles.ts";
import { errorsIn, filesIn, schedule, take } from "../intake/make.ts";
import { archive } from "../support/cli.ts";
import { folderOf, SITE, temporaryFolder } from "../support/content.ts";

const talk = (fields: string, body = "") => `---\n${fields}---\n\n${body}\n`;
const SCHEDULE = schedule(
  [
    { title: "Eleven", id: "11", speakers: [{ id: "1", name: "Greta Model" }] },
    { title: "Twelve", id: "12", date: "2030-05-02", speakers: [{ id: "2", name: "Dr. Greta Model" }] },
  ],
  { zone: "UTC" },
);
const CONTENT: Record<string, string> = {
  "site.yaml": `${SITE}nicknames:\n  - [Sasha, Aleksandra]\n`,
  "events/2020-spring/event.md": talk("name: Spring 2020\nstartDate: 2020-04\n"),
  "events/2020-spring/talks/one.md": talk("title: Caches of one machine\nspeaker: Robert Example\norganization: Acme\n"),
  "events/2020-spring/talks/two.md": talk(
    "title: Two\nspeaker: Bob Example\norganization: Acme\n",
    "As [he](/speakers/bob-example/) says.",
  ),
  "events/2020-spring/talks/three.md": talk("title: Three\nspeakers:\n  - name: Ann Lee (Acme)\n  - name: Sasha Probe\n"),
  "events/2020-spring/talks/four.md": talk("title: Four\nspeaker: Ann Lee\n"),
  "events/2020-spring/talks/five.md": talk("title: Five\nspeaker: Lee, Ann\nperson: ann-lee-2\n"),
  "events/2020-spring/talks/six.md": talk("title: Six\nspeaker: Aleksandra Probe\n"),
  "events/2020-spring/talks/seven.md": talk("title: Seven\nspeakers:\n  - name: Tim Sample\n  - name: Timothy Sample\n"),
  "events/2020-spring/talks/eight.md": talk("title: Eight\nspeaker: Jurgen Muster\n"),
  "events/2020-spring/talks/nine.md": talk("title: Nine\nspeaker: Jurgen Mustar\n"),
  "speakers/bob-example.md": talk(
    "# His own words.\nname: Bob Example\norganizations:\n  - name: Acme\n    seenIn:\n      - 2019\nlinks:\n  - title: Home\n    url: https://example.org/bob\n",
    "Builds caches.",
  ),
  "speakers/robert-example.md": talk("name: Robert Example\norganizations:\n  - name: Acme\n    seenIn:\n      - 2020\n", "Built caches."),
  "speakers/ann-lee-2.md": talk("name: Ann Lee of Acme\naliases:\n  - Lee, Ann\ndifferentFrom:\n  - bob-example\n"),
};

const load = (content: string) => loadArchive({ contentDir: content, assetsDir: join(content, "none") }).whole;

test("pairs are told with what speaks for them, and those who speak side by side are none", () => {
  const { pairs, crowds } = findDoubles(load(folderOf(CONTENT)));
  const told = pairs.map(({ known, other, kind, grade }) => `${grade}, ${kind}: ${known.slug} ${other.slug}`);
  expect(told).toEqual([
    "high, order: ann-lee-2 ann-lee",
    "high, order: ann-lee-2 ann-lee-acme",
    "high, nickname: bob-example robert-example",
    "high, addition: ann-lee ann-lee-acme",
    "medium, slip: jurgen-mustar jurgen-muster",
    "medium, nickname: aleksandra-probe sasha-probe",
  ]);
  expect(pairs[2]?.evidence).toEqual([
    { isFor: true, text: "the same organization, Acme" },
    { isFor: true, text: "the same series of events, Spring" },
  ]);
  expect(crowds).toEqual([]);
});

test("one key decides a pair, and another takes the decision back", async () => {
  const { pairs } = findDoubles(load(folderOf(CONTENT)));
  const refusal = (decisions: readonly Decision[]) => (decisions.length > 2 ? "These three cannot stand together." : undefined);
  const press = async (keys: string) => {
    const waiting = [...keys];
    const shown: string[] = [];
    const decisions = await askAboutPairs(pairs, { key: async () => waiting.shift(), write: (text) => void shown.push(text) }, refusal);
    return { decisions: decisions?.map((one) => `${one.decision} ${one.keep} ${one.other}`), shown: shown.join("") };
  };
  const { decisions, shown } = await press("jxuospq");
  expect(decisions).toEqual(["join ann-lee ann-lee-2", "part bob-example robert-example"]);
  expect(shown).toContain("3 of 6  high, nickname\n  Bob Example (bob-example): 1 talk, 2020, with a record, and a bio\n");
  expect(shown).toContain("      2020  Spring 2020  “Two”\n      at Acme\n");
  const refused = await press("jjjsq");
  expect(refused.decisions).toHaveLength(2);
  expect(refused.shown).toContain("  These three cannot stand together.\n\n3 of 6");
  expect((await press("jj\u0003")).decisions).toBeUndefined();
  expect((await press("p")).decisions).toEqual(["part ann-lee-2 ann-lee"]);
});

test("what is wrong in a table is told with its line", () => {
  const { people } = load(folderOf(CONTENT));
  const file = join(
    folderOf({ "people.csv": "decision;keep;other\r\nwrong;ann-lee;ann-lee-2\r\njoin;ann-le;bob-example\r\nP;ann-lee;bob-example\r\n" }),
    "people.csv",
  );
  const { decisions, problems } = readDecisions(file, people);
  expect(decisions).toEqual([{ decision: "part", keep: "ann-lee", other: "bob-example" }]);
  expect(problems.map(({ line, message, hint }) => `${line}: ${message} ${hint}`)).toEqual([
    expect.stringMatching(/^2: `wrong` is no decision\. Write `join`/),
    "3: There is no person `ann-le`. Did you mean `ann-lee`?",
  ]);
});

test("a table decides in bulk: every address leads on, imports know both names, and the batch can be taken back", async () => {
  const [content, project] = [folderOf(CONTENT), temporaryFolder()];
  take(content, SCHEDULE);
  const [site, ledger, cache, list] = ["site", "ledger", "cache", "people.csv"].map((name) => join(project, name)) as [
    string,
    string,
    string,
    string,
  ];
  const shared = ["--content", content, "--assets", join(project, "none")];
  const people = (...args: string[]) => archive(["people", ...args, ...shared, "--ledger", ledger, "--cache", cache]);
  const verified = async () => {
    const built = await archive(["build", ...shared, "--output", site, "--cache", cache]);
    expect(built.code, built.stderr).toBe(0);
    const held = await archive(["verify", site, "--content", content, "--ledger", ledger, "--update"]);
    expect(held.stdout, held.stderr).toBe("No problems.\n");
  };
  await verified();
  const before = filesIn(content);

  expect((await people("--list", list)).stderr).toBe("7 pairs of people who may be one.\n");
  const decide = (words: Record<string, string>) => {
    const lines = readFileSync(list, "utf8").split("\r\n");
    writeFileSync(
      list,
      lines
        .map((line) => line.replace(/^,(\w+,[\w ]+,([\w-]+),)/, (all, rest, keep) => (words[keep] ? `${words[keep]},${rest}` : all)))
        .join("\r\n"),
    );
  };
  decide({ "bob-example": "j", "ann-lee": "other", "ann-lee-2": "join", "jurgen-mustar": "part", "greta-model": "join" });
  const dry = await people("--decisions", list, "--dry-run");
  expect(dry.stderr).toMatch(/Would touch \d+ files; nothing was written\.\n$/);
  expect(filesIn(content)).toEqual(before);

  const done = await people("--decisions", list);
  expect(done.code, done.stderr).toBe(0);
  expect(done.stderr).toContain("`bio` in the record of Robert Example");
  const after = filesIn(content);
  expect(after["speakers/bob-example.md"]).toBe(
    "---\n# His own words.\nname: Bob Example\naliases:\n  - Robert Example\norganizations:\n  - name: Acme\n    seenIn:\n      - 2019\n      - 2020\nlinks:\n  - title: Home\n    url: https://example.org/bob\nformerUrls:\n  - /speakers/robert-example/\n---\n\nBuilds caches.\n",
  );
  expect(after["speakers/robert-example.md"]).toBeUndefined();
  expect(after["speakers/ann-lee-2.md"]).toBe(
    "---\nname: Ann Lee of Acme\naliases:\n  - Lee, Ann\n  - Ann Lee\n  - Ann Lee (Acme)\ndifferentFrom:\n  - bob-example\nformerUrls:\n  - /speakers/ann-lee/\n  - /speakers/ann-lee-acme/\n---\n\n\n",
  );
  expect(after["speakers/jurgen-muster.md"]).toContain("differentFrom:\n  - jurgen-mustar\n");
  expect(errorsIn(content)).toEqual([]);
  await verified();
  expect(readFileSync(join(site, "speakers/robert-example/index.html"), "utf8")).toContain("/speakers/bob-example/");
  expect(take(content, SCHEDULE)).toMatchObject({ written: 0, refused: 0 });
  expect(filesIn(content)).toEqual(after);

  expect((await people("--undo")).stderr).toMatch(/^Took back 6 decisions\. /);
  expect(filesIn(content)).toEqual(before);
});

describe("a batch is taken back only where nothing else was made of its files", () => {
  const PROBE = {
    "site.yaml": SITE,
    "events/2020-spring/event.md": talk("name: Spring 2020\nstartDate: 2020-04\n"),
    "events/2020-spring/talks/one.md": talk("title: One\nspeaker: Zelda Quuxbury\n"),
    "events/2020-spring/talks/two.md": talk("title: Two\nspeaker: Zelda M. Quuxbury\n"),
    "events/2020-spring/talks/three.md": talk("title: Three\nspeaker: Ann Lee\n"),
    "events/2020-spring/talks/four.md": talk("title: Four\nspeaker: Anna Lee\n"),
    "events/2020-spring/talks/five.md": talk("title: Five\nspeaker: Quentin Vorbex\n"),
    // The one who stays has no record, and the other one’s becomes it.
    "speakers/zelda-m-quuxbury.md": talk("name: Zelda M. Quuxbury\ncountry: Japan\n"),
    "speakers/anna-lee.md": talk("name: Anna Lee\nbio: Works with Quentin Vorbex.\n"),
    "speakers/ann-lee.md": talk("name: Ann Lee\nbio: Works.\n"),
  };
  const joined = async (row: string) => {
    const content = folderOf(PROBE);
    const before = filesIn(content);
    const cache = folderOf({ "list.csv": `decision,keep,other\n${row}\n` });
    const shared = ["--content", content, "--assets", join(cache, "none"), "--ledger", join(cache, "ledger")];
    const run = (...args: string[]) =>
      archive([...args, ...shared, ...(args[0] === "rename" ? [] : ["--cache", cache])], { [KEY_VARIABLE]: "a secret of this test" });
    const done = await run("people", "--decisions", join(cache, "list.csv"));
    expect(done.code, done.stderr).toBe(0);
    return { content, before, run, note: join(cache, "people/1.json") };
  };

  test.each([
    ["the person", "join,zelda-quuxbury,zelda-m-quuxbury", "zelda-quuxbury"],
    ["somebody of whom only a record told that went", "join,ann-lee,anna-lee", "quentin-vorbex"],
  ])("not where %s was forgotten, whom no note tells of", async (_, row, who) => {
    const { content, run, note } = await joined(row);
    const forgot = await run("forget-person", who, "--clear", "all");
    expect(forgot.code, forgot.stderr).toBe(0);
    expect(forgot.stderr).toContain("can be taken back with");
    expect(existsSync(note)).toBe(false);
    const after = filesIn(content);
    const undone = await run("people", "--undo");
    expect(undone).toMatchObject({ code: 1, stderr: expect.stringContaining("Nothing is noted in") });
    expect(filesIn(content)).toEqual(after);
  });

  test("not where the record has another name now", async () => {
    const { content, run } = await joined("join,zelda-quuxbury,zelda-m-quuxbury");
    expect(await run("rename", "speaker", "zelda-quuxbury", "zelda")).toMatchObject({ code: 0 });
    const after = filesIn(content);
    const undone = await run("people", "--undo");
    expect(undone).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^1 file has changed since: \S*speakers\/zelda-quuxbury\.md\. /),
    });
    expect(filesIn(content)).toEqual(after);
  });

  test("but where a command was killed halfway", async () => {
    const { content, before, run, note } = await joined("join,zelda-quuxbury,zelda-m-quuxbury");
    writeFileSync(note, readFileSync(note, "utf8").replace('"isDone":true', '"isDone":false'));
    rmSync(join(content, "speakers/zelda-quuxbury.md"));
    writeFileSync(join(content, "speakers/.zelda-quuxbury.md.1.writing"), "---\nname: Zel");
    expect((await run("people", "--undo")).stderr).toMatch(/^Took back 1 decision\. /);
    expect(filesIn(content)).toEqual(before);
  });
});

test.each([
  ["a pair both ways round", "join,ann-lee,bob-example\nother,ann-lee,bob-example\n"],
  ["three in a circle", "join,ann-lee,bob-example\njoin,bob-example,robert-example\njoin,robert-example,ann-lee\n"],
])("%s, of which nobody would stay, is refused", async (_, rows) => {
  const content = folderOf(CONTENT);
  const before = filesIn(content);
  const list = join(folderOf({ "people.csv": `decision,keep,other\n${rows}` }), "people.csv");
  const { code, stderr } = await archive(["people", "--decisions", list, "--content", content, "--cache", temporaryFolder()]);
  expect(stderr).toMatch(/^Of `ann-lee`.* each is joined to another one, so that nobody stays\. .*nothing was changed\.\n$/);
  expect(code).toBe(1);
  expect(filesIn(content)).toEqual(before);
});

test("people whom a record calls two do not become one by way of a third", () => {
  const life = new Life({ content: folderOf(CONTENT), assets: temporaryFolder() });
  const joins = (...pairs: [string, string][]) =>
    checkDecisions(
      life,
      pairs.map(([keep, other]) => ({ decision: "join", keep, other })),
    );
  expect(() => joins(["ann-lee-2", "jurgen-muster"], ["bob-example", "jurgen-muster"])).toThrow(
    /Ann Lee of Acme and Bob Example would become one, but \S*ann-lee-2\.md says with `differentFrom`/,
  );
  // Who says so of the two themselves knows better.
  joins(["ann-lee-2", "bob-example"], ["bob-example", "jurgen-muster"]);
});

test.each([
  ["is no JSON", "["],
  ["names a file elsewhere", JSON.stringify({ content: "/", decisions: 1, files: [{ file: "../a.md", before: "", after: null }] })],
  ["names a file of the disk", JSON.stringify({ content: "/", decisions: 1, files: [{ file: "/a.md", before: "", after: null }] })],
])("a note for --undo that %s is damaged, and nothing is done", (_, text) => {
  const cache = folderOf({ "people/1.json": text });
  expect(() => undoBatch(cache, "/")).toThrow(`\`${cache}/people/1.json\` is damaged.`);
});

test("many names that are alike are compared without a look at all talks of their event", () => {
  const letter = (at: number, first: string) => String.fromCharCode(first.charCodeAt(0) + (at % 10));
  const name = (at: number) =>
    `A${letter(at, "a").repeat(1 + (Math.floor(at / 10) % 9))} B${letter(Math.floor(at / 90), "k").repeat(1 + (Math.floor(at / 900) % 9))}`;
  const talks = Array.from({ length: 2500 }, (_, at) => [
    `events/2020-spring/talks/t${at}.md`,
    talk(`title: T${at}\nspeaker: ${name(at)}\n`),
  ]);
  const whole = load(
    folderOf({
      "site.yaml": SITE,
      "events/2020-spring/event.md": talk("name: Spring 2020\n"),
      ...(Object.fromEntries(talks) as Record<string, string>),
    }),
  );
  const [event] = whole.events;
  const all = event?.talks;
  let looks = 0;
  Object.defineProperty(event, "talks", {
    get() {
      looks++;
      return all;
    },
  });
  expect(findDoubles(whole).pairs.length).toBeGreaterThan(5000);
  expect(looks).toBeLessThan(100);
});

test("a table of nothing but mistakes is told so far as somebody would read it", () => {
  const file = join(temporaryFolder(), "people.csv");
  writeFileSync(file, `decision,keep,other\n${"x,aaa,bbb\n".repeat(100_000)}`);
  const { decisions, problems } = readDecisions(file, []);
  expect(decisions).toEqual([]);
  expect(problems.length).toBeGreaterThanOrEqual(1000);
  expect(problems.length).toBeLessThan(1010);
});

test("keys without a letter, of which terminals send letters, decide nothing", async () => {
  const input = new PassThrough();
  const terminal = keysOf(input as unknown as NodeJS.ReadStream, new PassThrough());
  // F1, F2, Home and an arrow as two kinds of terminals send them, Shift+F5, Alt+J.
  for (const keys of ["\u001bOP\u001bOQ", "\u001bOH\u001b[A", "\u001b[15;2~", "\u001bj", "pS", "q"]) input.write(keys);
  const heard: (string | undefined)[] = [];
  while (heard.at(-1) !== "q") heard.push(await terminal.key());
  expect(heard).toEqual(["p", "S", "q"]);
});
