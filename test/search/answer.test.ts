/** What the search answers, on a made-up archive: words of a like meaning, mistyped words and names, and what it says of them. */
import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { searchDocuments } from "../../src/search/documents.ts";
import { LONGEST_QUESTION, readQuestion } from "../../src/text/search-question.ts";
import { wordRules } from "../../src/text/search-words.ts";
import { folderOf, LITTLE } from "../support/content.ts";
import { withMedia } from "../support/search-media.ts";
import { answers, type ReadAnswer } from "../support/search-quality.ts";

const talk = (title: string, speaker: string, topic: string, text = "") =>
  `---\ntitle: ${title}\nspeakers:\n  - name: ${speaker}\ntopics: [${topic}]\n---\n${text}\n`;

const FILES = {
  "topics.yaml": `topics:
  - name: grant tables
    words: [memory sharing between guests]
  - name: paging
    words: [posted pages]
synonyms:
  - [wifi, WLAN, wireless network]
  - [SGX, software guard extensions, enclave]
  - [locking, contention]
  - [hotplug, credit scheduling]
`,
  "events/2020-spring/talks/grants.md": talk("To share or not", "Julien Grall", "grant tables"),
  "events/2020-spring/talks/copies.md": talk("Fewer copies", "Ada Example", "grant tables"),
  "events/2020-spring/talks/posted.md": talk("Posted pages", "Ada Example", "security"),
  "events/2020-spring/talks/paging.md": talk("Swapping", "Ada Example", "paging", "On performance and hotplug."),
  "events/2020-spring/talks/wifi.md": talk("Modern wifi in a firewall", "Julian Chester", "networking"),
  "events/2020-spring/talks/sgx.md": talk("Introduction to SGX", "Ada Example", "security"),
  "events/2020-spring/talks/credit.md": talk("Credit scheduling", "Ada Example", "scheduler", "Not in the year 2020."),
  "events/2020-spring/talks/speed.md": talk("VM speed at 10 Gb/s", "Ada Example", "networking", "Modular/3P virtualisation with a TPM."),
  "events/2020-spring/talks/patching.md": talk("Live patching of BitVisor", "Ada Example", "security", "It would be a visa."),
  "events/2020-spring/talks/visa.md": talk("VIS for travellers", "Ada Example", "security"),
  "events/2020-spring/talks/other.md": talk("The Other Async", "Łukasz Sample", "async"),
  "events/2020-spring/talks/async.md": talk("Async, async and more async", "Łukasz Sample", "async"),
  "events/2020-spring/talks/locks.md": talk("Locking in a kernel", "Grace Sample", "security"),
  "events/2020-spring/talks/framework.md": talk("Little Test Framework", "Grace Sample", "testing", "For non-maintainers."),
  "events/2020-spring/talks/fuzzing.md": talk("Fuzzing", "Grace Sample", "testing", "Input by chance.").replace(
    "topics:",
    "words: [random testing, monkey]\ntopics:",
  ),
  "events/2019-edinburgh/event.md":
    "---\nname: Little Summit 2019\nstartDate: 2019-05-06\ncity: New Town (Edinburgh)\ncountry: United Kingdom\n---\n",
  "events/2019-edinburgh/talks/copy.md": talk("Zero-copy display of frames", "Grace Sample", "graphics"),
  "events/2019-edinburgh/talks/async.md": talk("Async there", "Grace Sample", "async"),
  "events/2017-march/event.md": "---\nname: Little Summit 2017\nstartDate: 2017-03-02\nendDate: 2017-03-03\n---\n",
  "events/2017-march/talks/async.md": talk("Async in spring", "Grace Sample", "async"),
  "events/2016-gathering/event.md": "---\nname: Autumn Gathering\nstartDate: 2016-10-06\n---\n",
  "events/2016-gathering/talks/drums.md": talk("Drums", "Grace Sample", "music"),
  "events/2018-online/event.md": "---\nname: Little Summit 2018\nstartDate: 2018-05-06\ncity: Online\n---\n",
  "events/2018-online/talks/async.md": talk("Async from home", "Grace Sample", "async"),
  "events/2018-online/talks/versions.md": talk("What is new", "Grace Sample", "kernels", "It runs on Nucleus 3.6 and v4.20-rc1."),
  "events/2018-online/talks/isolation.md": talk("Certification of isolation without visualisation", "Grace Sample", "safety"),
};

let ask: (query: string) => Promise<ReadAnswer>;
let texts: string[];
beforeAll(async () => {
  const { archive } = loadArchive({ contentDir: folderOf({ ...LITTLE, ...FILES }), assetsDir: folderOf({}) });
  const rich = withMedia(archive);
  ask = await answers(rich);
  const shown = ["title", "by", "about", "from", "event"] as const;
  texts = [...searchDocuments(rich)].flatMap(({ meta, stretches }) => [
    ...shown.map((name) => meta[name] ?? ""),
    ...stretches.map(({ text }) => text),
  ]);
});

test("a question of thousands of words keeps nobody waiting", () => {
  const english = wordRules("en", { affixes: "", stopWords: "the of" });
  const words = Array.from({ length: 3000 }, (_, index) => `w${index} "two w${index}" -v${index}`).join(" ");
  const { all, tokens, phrases, without } = readQuestion(words, english);
  const most = LONGEST_QUESTION / 2;
  expect(Math.max(all.length, tokens.length, phrases.length, without.length)).toBeLessThan(most);
  expect(readQuestion(`${"grant ".repeat(50)}tables`, english).tokens.map(({ word }) => word)).toEqual(["grant"]);
  const template = readFileSync("src/pages/search.njk", "utf8");
  expect(template).toContain(`id="search-words" name="q" maxlength="${LONGEST_QUESTION}"`);
});

const path = (name: string) => `/events/2020-spring/${name}/`;

test("words of the same meaning are looked for, and each result says which it has", async () => {
  for (const [query, found, like] of [
    ["wlan firewall", "wifi", "wifi"],
    ["wireless networks", "wifi", "wifi"],
    ["software guard extensions", "sgx", "SGX"],
    ["enclaves", "sgx", "SGX"],
    ["contentions", "locks", "locking"],
  ] as const) {
    const { paths, results, unknown, corrected } = await ask(query);
    expect([query, paths[0], results[0]?.likes, unknown, corrected]).toEqual([query, path(found), [like], [], []]);
  }
  // What has the words themselves was not found by others.
  expect((await ask("wifi")).results[0]?.likes).toEqual([]);
});

test("another word of the same stem does not mean the same", async () => {
  const { paths, unknown } = await ask("contentful content");
  expect([paths, unknown]).toEqual([[], ["contentful", "content"]]);
});

test("what is another name of a topic leads to the topic and its talks", async () => {
  const { paths, results } = await ask("memory sharing between guests");
  expect(paths[0]).toBe("/topics/grant-tables/");
  expect(paths.slice(1).sort()).toEqual([path("copies"), path("grants")]);
  expect(results[1]?.likes).toEqual(["grant tables"]);
});

test("a mistyped word is corrected to what stands beside the others, and a name as a whole", async () => {
  expect((await ask("firewll")).corrected).toEqual([{ typed: "firewll", meant: "firewall" }]);
  const { corrected, paths } = await ask("julian grall");
  expect(corrected).toEqual([{ typed: "julian grall", meant: "julien grall" }]);
  expect(paths[0]).toBe("/speakers/julien-grall/");
  expect((await ask("julian chester")).corrected).toEqual([]);
});

test("a word of a title is found while it is typed, whatever of it the index has", async () => {
  for (const typed of ["certifica", "isola", "visualisa"]) {
    const { paths, corrected } = await ask(typed);
    expect(paths, typed).toEqual(["/events/2018-online/isolation/"]);
    expect(corrected, typed).toMatchObject([{ typed }]);
  }
});

test("a version is found with the letter before it, with a hyphen and without", async () => {
  for (const typed of ["v3.6", "nucleus-3.6", "Nucleus V3.6", "nucleus-v3.6", "4.20", "v4.20", "4.20-rc1", "v4.20-rc1"]) {
    const { paths, unknown } = await ask(typed);
    expect([typed, paths[0], unknown]).toEqual([typed, "/events/2018-online/versions/", []]);
  }
});

test("what is written apart, together, with marks or in the plural is the same word, or it is said what was taken for it", async () => {
  for (const query of ["vms", "10Gb/s", "3p", "modular", "virtualization", "VIRTUALISATION"])
    expect([query, await ask(query)]).toEqual([
      query,
      expect.objectContaining({ unknown: [], corrected: [], paths: expect.arrayContaining([path("speed")]) }),
    ]);
  expect(await ask("livepatching")).toMatchObject({
    corrected: [{ typed: "livepatching", meant: "live patching" }],
    paths: [path("patching")],
  });
  expect(await ask("vTPM")).toMatchObject({ corrected: [{ typed: "vTPM", meant: "tpm" }], paths: [path("speed")] });
  expect(await ask("X_PATCHING")).toMatchObject({ corrected: [{ typed: "X_PATCHING", meant: "patching" }], paths: [path("patching")] });
  expect(await ask("non-volatile")).toMatchObject({ corrected: [], unknown: ["non-volatile"], paths: [] });
});

test("what has the words themselves comes before what only belongs to the topic that they name", async () => {
  const { paths } = await ask("do posted pages have performance");
  expect(paths[0]).toBe(path("posted"));
  expect(paths).toContain(path("paging"));
});

test("of a question of one word what has it in its text comes before what has one of a like meaning in its title", async () => {
  const { paths } = await ask("hotplug");
  expect(paths[0]).toBe(path("paging"));
  expect(paths).toContain(path("credit"));
});

test("a word comes before longer ones that begin so", async () => {
  expect((await ask("vis")).paths[0]).toBe(path("visa"));
});

test("a title is found by its words that stand everywhere too, a name without its own letters", async () => {
  expect((await ask("the other async")).paths[0]).toBe(path("other"));
  expect((await ask("lukasz sample")).paths[0]).toBe("/speakers/lukasz-sample/");
});

test("of words that stand nearly everywhere nothing is said but that they are common", async () => {
  expect(await ask("would")).toMatchObject({ paths: [], unknown: [], corrected: [], isCommon: true });
  expect(await ask("would qqqwww")).toMatchObject({ unknown: ["qqqwww"], isCommon: false });
  expect(await ask("ø")).toMatchObject({ paths: [], isCommon: false });
  // They may be in the text of what was found, of which the index knows nothing.
  const { results } = await ask("the other");
  expect(results.length).toBeGreaterThan(0);
  expect(results.flatMap(({ lacks }) => lacks)).toEqual([]);
});

test("no word of any text is called unknown or corrected, in slides and transcripts neither", async () => {
  const words = new Set(
    texts.flatMap((text) => [...text.split(/\s+/u), ...text.split(/[^\p{L}\p{M}\p{N}+#]+/u)]).filter((word) => /[\p{L}\p{N}]/u.test(word)),
  );
  expect(words.size).toBeGreaterThan(60);
  for (const word of words) {
    const { unknown, corrected, paths, isCommon } = await ask(word.replace(/^[-–−]/u, ""));
    expect([word, unknown, corrected, paths.length > 0 || isCommon]).toEqual([word, [], [], true]);
  }
});

test("what was held in a place is found by it, and lacks no word", async () => {
  for (const place of ["Edinburgh", "new town", "United Kingdom", "UK"]) {
    const { paths, results, unknown, corrected } = await ask(`async ${place}`);
    expect([place, paths[0], results[0]?.lacks, unknown, corrected]).toEqual([place, "/events/2019-edinburgh/async/", [], [], []]);
  }
  const { paths } = await ask("edinburgh");
  expect(paths[0]).toBe("/events/2019-edinburgh/");
  expect(paths.slice(1).sort()).toEqual(["/events/2019-edinburgh/async/", "/events/2019-edinburgh/copy/"]);
  const mistyped = await ask("async edinbrugh");
  expect(mistyped.corrected).toEqual([{ typed: "edinbrugh", meant: "edinburgh" }]);
  expect(mistyped.paths[0]).toBe("/events/2019-edinburgh/async/");
  // What is online is nowhere.
  expect((await ask("online")).paths).toEqual(["/events/2018-online/"]);
});

test("what was held in a month or on a day is found by it, and lacks no word", async () => {
  for (const date of ["march", "March 3", "3 March 2017", "2017-03-02"]) {
    const { paths, results, unknown, corrected } = await ask(`async ${date}`);
    expect([date, paths[0], results[0]?.lacks, unknown, corrected]).toEqual([date, "/events/2017-march/async/", [], [], []]);
  }
  expect((await ask("3 march 2017")).paths[0]).toBe("/events/2017-march/");
});

test("a phrase is found with its words apart, together or with hyphens", async () => {
  for (const query of ['"zero copy display"', '"zero-copy display"', '"zerocopy display"', '"zero-copy-display"'])
    expect([query, (await ask(query)).paths]).toEqual([query, ["/events/2019-edinburgh/copy/"]]);
  expect((await ask('"live-patching"')).paths).toEqual([path("patching")]);
  expect((await ask('"display zero"')).paths).toEqual([]);
  expect((await ask("ada example -live-patching")).paths).not.toContain(path("patching"));
});

test("initials of a title find it", async () => {
  expect((await ask("ltf")).paths[0]).toBe(path("framework"));
});

test("nothing is said of a word that is somewhere", async () => {
  for (const query of ["wifi", "credit", "grall", "2020"]) expect((await ask(query)).unknown).toEqual([]);
  expect(await ask("credit qqqwww")).toMatchObject({ unknown: ["qqqwww"], corrected: [], paths: [path("credit")] });
});

test("a word with a minus is no part of the title that is asked for", async () => {
  for (const question of ["async", "other async", "credit"])
    expect((await ask(`${question} -framework`)).results.map(({ score }) => score)).toEqual(
      (await ask(`${question} -monkey`)).results.map(({ score }) => score),
    );
});

test("who takes a word away looks for one of several talks, rather than for the topic that lists them", async () => {
  const english = wordRules("en", { affixes: "", stopWords: "on" });
  const kinds = ["networking -wifi", "papers on networking -wifi", "networking"].map((query) => readQuestion(query, english).kind);
  expect(kinds).toEqual(["talk", "paper", undefined]);
  const ahead = async (query: string) => {
    const { results, paths } = await ask(query);
    const [talk, topic] = [path("speed"), "/topics/networking/"].map((one) => results[paths.indexOf(one)]?.score ?? Number.NaN);
    return Number(talk) / Number(topic);
  };
  expect(await ahead("networking -wifi")).toBeGreaterThan(1.5 * (await ahead("networking")));
});

test("a word with a minus is nowhere in what is found, in whichever order questions come", async () => {
  for (let time = 0; time < 3; time++) {
    expect((await ask("ada example -credit")).paths).not.toContain(path("credit"));
    expect((await ask("example")).paths).toContain(path("credit"));
    expect((await ask("example -sgx")).paths).not.toContain(path("sgx"));
  }
});

test("a talk is found by the words that its record keeps for readers, after what has them in its text, and by no phrase of them", async () => {
  expect((await ask("monkey")).paths).toEqual(["/events/2020-spring/fuzzing/"]);
  expect((await ask("random testing")).paths[0]).toBe("/events/2020-spring/fuzzing/");
  expect((await ask('"random testing"')).paths).toEqual([]);
  expect((await ask("fuzzing -monkey")).paths).toEqual(["/events/2020-spring/fuzzing/"]);
  expect(texts.join(" ")).not.toContain("monkey");
});

test("`find out` tells nothing of a question, unless it is all of it", () => {
  const rules = wordRules("en", { affixes: "", stopWords: "how can i why it" });
  const looked = (query: string) => readQuestion(query, rules).tokens.map(({ word }) => word);
  expect(looked("how can I find out why it crashed")).toEqual(["crashed"]);
  expect(looked("find out")).not.toEqual([]);
});

test("a year finds what is of it, also where no name says so", async () => {
  const gathering = "/events/2016-gathering/";
  expect((await ask("2016")).paths).toEqual(expect.arrayContaining([gathering, `${gathering}drums/`]));
  expect((await ask("drums 2016")).paths[0]).toBe(`${gathering}drums/`);
});
