import type { ChildProcess } from "node:child_process";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { describe, expect, test } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { forIndex, hiddenForms, inLatinLetters, initials, otherSpellings } from "../../src/text/indexed-words.ts";
import { joinPairs, readable, wordsOf } from "../../src/text/search-words.ts";
import type { SearchDocument } from "../../src/search/document.ts";
import { documentHtml } from "../../src/search/document-html.ts";
import { indexable, searchDocuments } from "../../src/search/documents.ts";
import { namesInParts, searchNames } from "../../src/search/names.ts";
import { makeIndex, SearchError } from "../../src/search/pagefind.ts";
import { searchRules } from "../../src/words/words.ts";
import { folderOf, LITTLE } from "../support/content.ts";
import { withMedia } from "../support/search-media.ts";

const little = (more: Record<string, string> = {}) =>
  loadArchive({ contentDir: folderOf({ ...LITTLE, ...more }), assetsDir: folderOf({}) }).archive;

describe("words", () => {
  test("stop words of English become letters that are not indexed, once each and in small letters alone", () => {
    const text = forIndex("The grants of the guest, and IT", searchRules("en"));
    expect(text).toMatch(/^The grants \p{Co} \p{Co} guest, \p{Co} IT$/u);
    expect(forIndex("the grants", searchRules("de"))).toBe("the grants");
    expect(forIndex("a\uE000b", searchRules("de"))).toBe("ab");
  });

  test("runs without blanks are pairs", () => {
    expect(forIndex("Xenの仮想化", searchRules("en")).trim()).toBe("Xen の仮 仮想 想化 化");
    expect(forIndex("仮想化", searchRules("ja")).trim()).toBe("仮想 想化 化");
  });

  test("what a language joins to words stands as letters that are not indexed, and is not looked for", () => {
    expect(forIndex("L’été d'un", searchRules("fr"))).toMatch(/^\p{Co}{2}été \p{Co}{2}un$/u);
    expect(forIndex("والذاكرة", searchRules("ar"))).toMatch(/^\p{Co}{3}ذاكر\p{Co}$/u);
    expect(wordsOf("l’hyperviseur aujourd’hui", searchRules("fr"))).toEqual(["hyperviseur", "aujourdhui"]);
    expect(wordsOf("الذاكرة والحاويات وقت", searchRules("ar"))).toEqual(["ذاكر", "حاوي", "وقت"]);
  });

  test.each([
    ["fr", "L’hyperviseur de l'archive, c’est d’abord le temps"],
    ["ar", "الأجهزة الافتراضية والذاكرة المشتركة في السحابة"],
    ["de", "die Maschine und der Kern"],
    ["ja", "仮想化技術の紹介とXenのメモリ管理"],
  ])("of a text in %s come out of the index as they went in", (language, text) => {
    const rules = searchRules(language);
    const words = forIndex(text, rules).trim().split(/\s+/u);
    const pieces = joinPairs(words.map((word) => ({ text: readable(word, rules), isHit: false })));
    expect(
      pieces
        .map((piece) => piece.text)
        .join("")
        .replace(/ ?Xen ?/, "Xen"),
    ).toBe(text);
  });

  test("of readers are what the index has: without stop words, accents and marks, in pairs and in American spelling", () => {
    const rules = searchRules("en");
    expect(wordsOf("The µ-Kernel, “Virtualisation” of 仮想化!", rules)).toEqual(["ukernel", "virtualization", "仮想", "想化"]);
    expect(wordsOf("The Über of", searchRules("de"))).toEqual(["the", "uber", "of"]);
    // Where nothing else is left, stop words are looked for.
    expect(wordsOf("to be", rules)).toEqual(["to", "be"]);
  });

  test.each(["The grants of the guest, and IT", "Xen の仮想化 of 想", "a"])("come out of the index as they went in: %s", (text) => {
    const rules = searchRules("en");
    const indexed = forIndex(text, rules).trim().split(/\s+/u);
    const pieces = indexed.map((word) => ({ text: readable(word, rules), isHit: word === "想化" }));
    const joined = joinPairs(pieces);
    expect(joined.map((piece) => piece.text).join("")).toBe(text);
    // The second letter of a pair that was found begins the next pair.
    expect(joined.filter(({ isHit }) => isHit).map((piece) => piece.text)).toEqual(text.includes("想化") ? ["想", "化"] : []);
  });

  test("names and titles are found in other spellings", () => {
    expect(otherSpellings(["µ-Xen", "Jürgen Groß", "Donțu", "Łukasz"])).toEqual(["gross", "juergen", "lukasz", "microxen", "uxen"]);
    expect(otherSpellings(["Nguyễn Văn Đức"])).toEqual(["djuc", "duc"]);
    expect(initials(["Xen Test Framework - Testing from a Guest", "Live Migration", "Non-Uniform Memory Access"])).toEqual([
      "num",
      "numa",
      "xtf",
    ]);
    expect(hiddenForms("Virtualisation promised, organised; a comparison: Modular/3P")).toEqual(["3p", "organized", "virtualization"]);
  });

  test("names in other alphabets have the Latin letters by which they are typed, and those of their addresses", () => {
    expect(inLatinLetters(["Дмитрий Щукин"])).toEqual(["dmitri", "dmitrij", "dmitriy", "dmitry", "shchukin", "shukin"]);
    expect(inLatinLetters(["Фёдор Цой-Соловьёв"])).toEqual(["coj", "fedor", "fyodor", "solovev", "solovyov", "tsoi", "tsoy"]);
    expect(inLatinLetters(["Сергей"])).toEqual(["sergei", "sergej", "sergey"]);
    expect(inLatinLetters(["Χρήστος Παπαδόπουλος"])).toEqual(["christos", "papadopoulos", "papadopoylos", "xrhstos"]);
    expect(inLatinLetters(["გიორგი", "Jörg Müller", "山田 太郎", "دانيال", "µ-Xen"])).toEqual(["giorgi"]);
  });
});

describe("documents", () => {
  test("say what a talk is known by, and where its words are", () => {
    const [talk, ...others] = searchDocuments(withMedia(little()));
    expect(talk).toMatchObject({
      path: "/events/2020-spring/a-talk/",
      meta: { title: "A talk", by: "Ada Example", about: "testing", from: "Example", event: "Little Conference 2020" },
      filters: { kind: ["Talk"], year: ["2020"], speaker: ["Ada Example"], language: ["English"], slides: ["yes"], video: ["yes"] },
      date: "2020-05-04",
    });
    expect(talk?.stretches.map(({ place }) => place.replace(/.*(?=#)/, ""))).toEqual([
      "",
      "#slide-7",
      "#slide-8",
      "#slide-9",
      "#t-3",
      "#t-754",
    ]);
    expect(others.map(({ filters, meta }) => [filters.kind, meta.title])).toEqual([
      [["Speaker"], "Ada Example"],
      [["Event"], "Little Conference 2020"],
      [["Organization"], "Example"],
    ]);
    expect(others.at(-1)).toMatchObject({
      path: "/organizations/example/",
      filters: { organization: ["Example"], year: ["2020"] },
      shown: { day: "1 speaker, 1 talk, 2020" },
    });
  });

  test("of a talk have all organizations that its speaker is shown with", () => {
    const archive = little({
      "organizations.yaml": "organizations:\n  - name: Example\n  - name: Sample\nnotOrganizations: [freelance]\n",
      "events/2020-spring/talks/b.md": "---\ntitle: Two\nspeaker: Ann Sample\norganization: Sample and Example\n---\n",
      "events/2020-spring/talks/c.md": "---\ntitle: None\nspeaker: Ann Sample\norganization: freelance\n---\n",
    });
    const found = [...searchDocuments(archive)].filter(({ meta }) => ["Two", "None"].includes(meta.title));
    expect(found.map(({ meta, filters }) => [meta.from, filters.organization])).toEqual([
      ["Sample, Example", ["Sample", "Example"]],
      ["freelance", ["freelance"]],
    ]);
  });

  test("say in which language each of their texts is, where that is not the site's", () => {
    const talk = (fields: string) => `---\ntitle: 仮想化\nspeaker: Ann Sample\nlanguage: ja\n${fields}---\n\n何か。\n`;
    const archive = withMedia(
      little({
        "events/2020-spring/talks/a-talk.md": talk(""),
        "events/2020-spring/talks/own.md": talk("abstractBy: archive\n"),
        "events/2020-spring/talks/same.md": talk("").replace("ja", "en"),
      }),
    );
    const [first] = archive.talks;
    if (first) first.documents = [{ kind: "slides", file: "deck.pdf", language: "de" }];
    const [whole, own, same] = [...searchDocuments(archive)]
      .filter(({ kind }) => kind === "talk")
      .sort((a, b) => (a.path < b.path ? -1 : 1));
    expect(whole?.shown.lang).toBe("ja");
    expect(whole?.stretches.map(({ place, lang }) => [/#[a-z]+|$/.exec(place)?.[0], lang])).toEqual([
      ["", "ja"],
      ...Array(3).fill(["#slide", "de"]),
      ...Array(2).fill(["#t", "ja"]),
    ]);
    expect([own?.shown.lang, own?.stretches[0]?.lang], "a summary of the archive is in its language").toEqual(["ja", undefined]);
    expect([same?.shown.lang, same?.stretches[0]?.lang]).toEqual([undefined, undefined]);
    const anchors = [...documentHtml(whole as SearchDocument, "en").matchAll(/<a id="([^"]*)">/g)].map(([, id = ""]) =>
      decodeURIComponent(id),
    );
    expect(anchors).toContain("=text|ja");
    expect(anchors.filter((id) => id.includes("#slide"))[0]).toMatch(/\|de$/);
    expect(anchors.filter((id) => id.includes("#t-"))[0]).toMatch(/#t-\d+\|\|\|\|ja$/);
  });

  test("hold no markup but ours, whatever a record says", () => {
    const document: SearchDocument = {
      path: "/",
      meta: { title: '"><script>alert(1)</script>' },
      stretches: [{ place: '#"><b id=x>', text: "</p><script>\ud800 & &lt;" }],
      kind: "talk",
      filters: { kind: ["Talk"], topic: ['a"b<c'] },
      shown: { day: '"><i>' },
      date: "2020-00-00",
    };
    const html = documentHtml(document, "en");
    expect(html).not.toMatch(/<script|<b |<i>|\ud800/);
    expect(html).toContain("&lt;/p&gt;&lt;script&gt;\uFFFD &amp; &amp;lt;");
  });

  test("words of names and titles that readers may mistype come once, in order", () => {
    const words = searchNames(little({ "events/2020-spring/talks/b.md": "---\ntitle: Hypervisors and a hypervisor\n---\n" }));
    expect(words).toEqual(["ada", "berlin", "conference", "example", "hypervisor", "little", "testing"]);
  });

  test("a long list of such words is in parts, each with its first and its last", () => {
    const words = Array.from({ length: 9000 }, (_, number) => `word${number}`).sort();
    const { parts, files } = namesInParts(words);
    expect(parts.length).toBe(4);
    expect(files.map(({ path }) => path)).toEqual(parts.map(([, , path]) => path));
    const lists = files.map(({ content }) => Buffer.from(content).toString().split("\n"));
    expect(lists.flat()).toEqual(words);
    expect(lists.map((list) => [list[0], list.at(-1)])).toEqual(parts.map(([first, last]) => [first, last]));
    expect(namesInParts([])).toEqual({ parts: [], files: [] });
  });
});

describe("the index", () => {
  test("is the same bytes every time", async () => {
    const documents = [...searchDocuments(withMedia(little()))].map(indexable);
    const [first, second] = [await makeIndex(documents, "en"), await makeIndex(documents, "en")];
    expect(first.map(({ path }) => path)).toEqual(second.map(({ path }) => path));
    for (const [index, { content }] of first.entries())
      expect(Buffer.from(content).equals(second[index]?.content ?? Buffer.of())).toBe(true);
    expect(first.map(({ path }) => path).filter((path) => /ui|highlight|worker|pagefind\.js|unknown/.test(path))).toEqual([]);
  });

  test.each([
    [
      "ends",
      "#!/bin/sh\nexit 3\n",
      /^The search index could not be made: (the indexer ended \(exit code 3\)|Pagefind backend closed|write EPIPE)/,
    ],
    ["is stopped", "#!/bin/sh\nexec sleep 30\n", /could not be made: it was stopped/],
  ])("fails with a reason when the indexer %s", async (what, script, message) => {
    const { chmodSync } = await import("node:fs");
    const folder = folderOf({ "indexer.sh": script });
    chmodSync(`${folder}/indexer.sh`, 0o755);
    process.env["PAGEFIND_EXTENDED_BINARY_PATH"] = `${folder}/indexer.sh`;
    const stop = new AbortController();
    const ended: (string | null)[] = [];
    const onStart = (started: unknown) => {
      (started as { process: ChildProcess }).process.once("exit", (_code, signal) => ended.push(signal));
      // Not before there is something to stop, which may be late on a busy machine.
      if (what === "is stopped") setTimeout(() => stop.abort(), 100);
    };
    subscribe("child_process", onStart);
    try {
      const failure = await makeIndex([...searchDocuments(little())].map(indexable), "en", { stop: stop.signal }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(SearchError);
      expect((failure as Error).message).toMatch(message);
      // Told to end, it would print that nobody listens, and its stack.
      if (what === "is stopped") await expect.poll(() => ended).toEqual(["SIGKILL"]);
    } finally {
      unsubscribe("child_process", onStart);
      delete process.env["PAGEFIND_EXTENDED_BINARY_PATH"];
    }
  });
});
