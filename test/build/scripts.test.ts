/** Scripts are made of modules: classic, with the same bytes everywhere, as light as they were, and a theme may bring its own. */
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { brotliCompressSync } from "node:zlib";
import type * as Esbuild from "esbuild";
import type { BuildOptions } from "esbuild";
import { afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { loadAssets } from "../../src/build/assets.ts";
import { Cache } from "../../src/build/cache.ts";
import { bundleScripts, keptScripts, type Script } from "../../src/build/scripts.ts";
import { type OwnWords, ownScriptWords } from "../../src/words/own-words.ts";
import { PROJECT } from "../support/cli.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { mostWeight } from "../support/script-weights.ts";

const ENGLISH = { words: "en" };
const BASE = { origin: "https://example.org", prefix: "" };
const textOf = (scripts: readonly Script[], name: string) =>
  Buffer.from(scripts.find((one) => one.name === name)?.bytes ?? new Uint8Array()).toString();

let own: Script[];
beforeAll(async () => {
  own = (await bundleScripts(join(PROJECT, "assets/js"), ENGLISH)).scripts;
});

describe("the scripts of the project", () => {
  test("are classic scripts that load no others and keep nothing of their own in the global scope", () => {
    for (const { name } of own) expect(textOf(own, name), name).toMatch(/^"use strict";\n\(\(\)=>\{.*\}\)\(\);\n$/s);
    for (const { name } of own) expect(textOf(own, name), name).not.toMatch(/\bimport\b|\bexport\b|\brequire\(/);
  });

  test("hold the sentences that they use, and no others", () => {
    expect(textOf(own, "cite")).toContain("Copy BibTeX");
    expect(textOf(own, "frame")).not.toContain("Copy");
  });

  test("have the same bytes wherever the sources are", async () => {
    const folder = temporaryFolder();
    cpSync(join(PROJECT, "assets/js"), join(folder, "js"), { recursive: true });
    const { scripts, inputs } = await bundleScripts(join(folder, "js"), ENGLISH);
    expect(scripts.map(({ name }) => [name, textOf(scripts, name)])).toEqual(own.map(({ name }) => [name, textOf(own, name)]));
    expect(inputs.some((path) => path.endsWith("js/parts/dom.ts"))).toBe(true);
  });

  const weightOf = (names: readonly string[]) => names.reduce((sum, name) => sum + brotliCompressSync(textOf(own, name)).length, 0);

  test.each([
    ["every page", ["frame"]],
    ["a talk", ["frame", "cite", "player"]],
    ["a list with marks", ["frame", "open-in-place", "player"]],
    ["an agenda", ["frame", "agenda-zone"]],
    ["a transcript", ["frame", "player", "transcript"]],
    ["slides", ["frame", "slides"]],
    ["the list of talks", ["frame", "presentations"]],
    ["the list of a large archive", ["frame", "presentations-index"]],
    ["the list of a very large archive", ["frame", "presentations-parts"]],
    ["the search page", ["frame", "search"]],
    ["a page at a former address", ["moved"]],
  ])("on %s weigh no more than before, and 3 %%", (_, names) => {
    expect(weightOf(names)).toBeLessThanOrEqual(mostWeight(names));
  });

  test("that a search loads when it is needed weigh at most 12 kB", () => {
    expect(weightOf(["search-field", "search-engine"])).toBeLessThanOrEqual(12_000);
  });
});

describe("a theme", () => {
  test("has its scripts in place of the project's, in JavaScript or TypeScript, each with what it imports", async () => {
    const theme = folderOf({
      "js/frame.js": 'import { greet } from "./parts/greet.js";\ngreet("Grüße");\n',
      "js/extra.ts": "const height: number = innerHeight;\nconsole.log(height);\n",
      "js/parts/greet.js": "export const greet = (name) => console.log(`Hello ${name}`);\nexport const unused = 1;\n",
      "js/inline/theme.js": "document.title += '!';\n",
      "js/types.d.ts": "declare const height: number;\n",
    });
    const { files, links } = await loadAssets(theme, BASE);
    expect(Object.keys(links.scripts)).toEqual(["extra", "frame"]);
    const frame = files.find(({ path }) => `/${path}` === links.scripts["frame"]);
    expect(Buffer.from(frame?.bytes ?? []).toString()).toMatch(/^"use strict";\n.*Hello.*Grüße.*\n$/);
    expect(links.inline).toEqual({ theme: "document.title += '!';" });
  });

  test("without scripts has the project's", async () => {
    const { links, files, disk } = await loadAssets(folderOf({}), BASE);
    // That of copies on a disk is no file of the site.
    expect(Object.keys(links.scripts)).toEqual(own.map(({ name }) => name).filter((name) => name !== "disk"));
    expect(files.map(({ path }) => path)).not.toContain(disk?.path);
  });

  test("with a mistake in a script is told the file, the line and the column", async () => {
    const theme = folderOf({ "js/frame.js": 'console.log("a");\nconst = 1;\n', "js/other.js": 'import "./none.js";\n' });
    await expect(bundleScripts(join(theme, "js"), ENGLISH)).rejects.toThrow(
      /frame\.js:2:7: .*\n.*other\.js:1:8: Could not resolve "\.\/none\.js"/,
    );
  });
});

test.each([
  ["await fetch('/');", /frame\.js:1:1: Top-level await/],
  ["console.log(import.meta.url);", /frame\.js:1:13: "import\.meta" is not available/],
])("what only a module can do is told, for it would not run: %s", async (code, message) => {
  await expect(bundleScripts(folderOf({ "frame.js": code }), ENGLISH)).rejects.toThrow(message);
});

describe("words of an archive's own", () => {
  const OWN: OwnWords = {
    scripts: {
      copied: "Erledigt: </script> $&",
      someOf: "{found} von {all}",
      slides: { one: "Ein Bild", other: "{value} Bilder" },
      leftOut: "Ohne {value}.",
      nothingFound: "Nichts zu {query}{within}",
    },
  };
  const SAY = `import * as words from "words";
told.push(words.copied, words.close, words.someOf(1234, "9"), words.slides(1), words.slides(1200), words.leftOut(["a", "b"]), words.leftOut(["a", "b", "c"]), words.nothingFound("x", ""));
`;
  const TOLD = [
    "Erledigt: </script> $&",
    "Schließen",
    "1.234 von 9",
    "Ein Bild",
    "1.200 Bilder",
    "Ohne a und b.",
    "Ohne a, b und c.",
    "Nichts zu x",
  ];
  const options = { words: "de", own: ownScriptWords(OWN) };
  const told = (code: string, lang = "de") => {
    const said: unknown[] = [];
    runInNewContext(code, { told: said, document: { documentElement: { lang } } });
    return said;
  };

  test("stand in scripts in place of those of the language, with its numbers and plurals", async () => {
    const folder = folderOf({ "frame.js": SAY, "other.js": "told.push(1);\n" });
    const cache = new Cache(temporaryFolder(), "program");
    for (const _ of [1, 2]) expect(told(textOf(await keptScripts(folder, options, cache), "frame"))).toEqual(TOLD);
    const without = await keptScripts(folder, { words: "de" }, cache);
    expect(told(textOf(without, "frame")).slice(0, 2)).toEqual(["Kopiert.", "Schließen"]);
    expect(textOf(without, "other")).toBe(textOf(await keptScripts(folder, options, cache), "other"));
  });

  test("have the plural forms of the archive's language, also where the program has no words in it", async () => {
    const someOf = { one: "jeden {value}", few: "kilka {value}", many: "wiele {value}", other: "{value}" };
    const folder = folderOf({ "frame.js": 'import * as words from "words";\ntold.push(...[1, 2, 5, 22].map(words.slides));\n' });
    const own = ownScriptWords({ scripts: { slides: someOf } });
    const code = textOf(await keptScripts(folder, { words: "en", own }, new Cache(temporaryFolder(), "program")), "frame");
    expect(told(code, "pl")).toEqual(["jeden 1", "kilka 2", "wiele 5", "kilka 22"]);
  });

  test("go into every script of the project that says something of the kind, and leave all others as they were", async () => {
    const texts = { scripts: { copied: "Done" } };
    const { files, links } = await loadAssets(folderOf({}), BASE, undefined, {}, [], texts);
    const { files: before } = await loadAssets(folderOf({}), BASE);
    const known = new Set(before.map(({ path }) => path));
    const cite = files.find(({ path }) => `/${path}` === links.scripts["cite"]);
    expect(Buffer.from(cite?.bytes ?? []).toString()).toContain('"Done"');
    const others = files
      .filter(({ path }) => /\.js$/.test(path) && !known.has(path))
      .map(({ path }) => path.replace(/^assets\/|-[0-9a-f]+\.js$/g, ""));
    for (const name of ["frame", "theme"]) expect(others).not.toContain(name);
  });
});

describe("scripts that the cache keeps", () => {
  // Nothing is kept of files that have only just been written.
  const settled = () => new Promise((done) => setTimeout(done, 60));

  test("are made again when a file that they are made of is another, wherever it is", async () => {
    const theme = folderOf({ "js/frame.js": 'import "../common.js";\n', "common.js": "console.log(1);\n" });
    const cache = new Cache(temporaryFolder(), "program");
    const make = async () => textOf(await keptScripts(join(theme, "js"), ENGLISH, cache), "frame");
    await settled();
    expect(await make()).toContain("console.log(1)");
    const kept = cache.read("scripts");
    expect(await make()).toContain("console.log(1)");
    expect(kept).toBeDefined();
    expect(cache.read("scripts")).toEqual(kept);
    writeFileSync(join(theme, "common.js"), "console.log(2);\n");
    expect(await make()).toContain("console.log(2)");
    writeFileSync(join(theme, "js/more.js"), "console.log(3);\n");
    expect((await keptScripts(join(theme, "js"), ENGLISH, cache)).map(({ name }) => name)).toEqual(["frame", "more"]);
  });

  test("are made again when the cache is broken", async () => {
    const [dir, folder] = [temporaryFolder(), folderOf({ "frame.js": "console.log(1);\n" })];
    await settled();
    const before = await keptScripts(folder, ENGLISH, new Cache(dir, "program"));
    const file = join(dir, "scripts.json");
    writeFileSync(file, readFileSync(file, "utf8").replace("console.log(1)", "console.log(9)"));
    expect(textOf(await keptScripts(folder, ENGLISH, new Cache(dir, "program")), "frame")).toBe(textOf(before, "frame"));
  });

  describe("with a compiler to which something happens", () => {
    afterEach(() => {
      vi.doUnmock("esbuild");
      vi.resetModules();
    });

    async function keptWith(build: (options: BuildOptions, real: typeof Esbuild) => Promise<unknown>): Promise<typeof keptScripts> {
      vi.resetModules();
      vi.doMock("esbuild", async (original) => {
        const real = await original<typeof Esbuild>();
        return { ...real, build: (options: BuildOptions) => build(options, real) };
      });
      return (await import("../../src/build/scripts.ts")).keptScripts;
    }

    test("are those of the files as they are, also where an editor wrote one while they were made", async () => {
      const [folder, cache] = [folderOf({ "frame.js": "console.log(1);\n" }), new Cache(temporaryFolder(), "program")];
      await settled();
      let times = 0;
      const kept = await keptWith(async (options, real) => {
        const made = await real.build(options);
        if (times++ === 0) writeFileSync(join(folder, "frame.js"), "console.log(2);\n");
        return made;
      });
      expect(textOf(await kept(folder, ENGLISH, cache), "frame")).toContain("console.log(1)");
      expect(textOf(await kept(folder, ENGLISH, cache), "frame")).toContain("console.log(2)");
    });

    test("are not made where the system ends it, which is told in a sentence", async () => {
      const kept = await keptWith(() => Promise.reject(new Error("The service was stopped")));
      await expect(kept(folderOf({ "frame.js": "" }), ENGLISH)).rejects.toThrow(
        /^esbuild, which makes the scripts, was not started, or was ended by the system, as where memory is short\. Build again\.$/,
      );
    });
  });
});
