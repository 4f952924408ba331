import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, posix, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { unsafeMarkup } from "../src/build/theme.ts";
import { PAGE_KINDS } from "../src/pages/index.ts";
import { readSource, type Source } from "./support/source.ts";

const PROJECT = resolve(import.meta.dirname, "..");

/** Which rooms, or single files of rooms, a room may import from. A new folder below `src/` needs a line here. */
const ROOMS: Record<string, readonly string[]> = {
  text: ["text"],
  words: ["text", "words"],
  model: ["text", "words", "model"],
  publishing: ["text", "words", "model", "publishing"],
  problems: ["text", "model", "problems"],
  content: ["text", "model", "content", "publishing/data-format.ts"],
  checks: ["text", "words", "model", "publishing", "checks"],
  components: ["text", "words", "model", "publishing", "components"],
  layouts: ["text", "words", "model", "publishing", "components", "layouts"],
  pages: ["text", "words", "model", "publishing", "components", "layouts", "pages"],
  outputs: ["text", "words", "model", "publishing", "components", "outputs"],
  search: ["text", "words", "model", "publishing", "components", "search"],
  importers: [
    "text",
    "model",
    "importers",
    "publishing/generator.ts",
    "publishing/talks-table.ts",
    "content/yaml-package.ts",
    "content/yaml-tokens.ts",
  ],
  intake: ["text", "model", "publishing", "content", "importers", "intake"],
  preservation: ["text", "model", "publishing", "content", "preservation"],
  portable: ["text", "words", "model", "publishing", "portable"],
  media: ["text", "model", "media", "content/file-state.ts"],
  build: [
    "text",
    "words",
    "model",
    "publishing",
    "content",
    "checks",
    "components",
    "layouts",
    "pages",
    "outputs",
    "media",
    "search",
    "portable",
    "build",
    "problems",
    "importers/importer.ts",
    "importers/parts/place.ts",
  ],
  cli: [
    "text",
    "words",
    "model",
    "problems",
    "publishing",
    "content",
    "checks",
    "components",
    "layouts",
    "pages",
    "outputs",
    "search",
    "importers",
    "intake",
    "preservation",
    "media",
    "build",
    "cli",
  ],
  "src/index.ts": ["build"],
  ".eleventy.ts": ["src/index.ts"],
};

/** Rooms whose files know nothing of each other, and the file that says what they are, which all of them may import; of a table only its types. */
const SIBLINGS: Record<string, string | undefined> = {
  checks: "index.ts",
  pages: "page-kind.ts",
  outputs: "output-format.ts",
  importers: "importer.ts",
};

/** A folder of such a room that all its files may import from, for what several of them need. */
const SHARED_PARTS = "parts/";

/** Rooms without a file system, clock, locale, chance or environment, and the packages that they may import. */
const PURE = new Set(["text", "words", "model", "portable"]);
const PURE_PACKAGES = new Set(["zod", "slugify", "spdx-license-ids", "temporal-polyfill", "parse5", "saxes", "node:crypto"]);
/** What a module can reach without importing it, and pure rooms must not. */
const GLOBALS =
  /^(Date|process|Intl|performance|fetch|globalThis|console|crypto|Buffer|setTimeout|setInterval|navigator|Math\.random|Temporal\.Now|import\.meta)$/;
const LOCAL_METHODS = /^(localeCompare|toLocale\w*)$/;

interface SourceFile extends Source {
  /** From the project's folder, with forward slashes. */
  path: string;
  source: string;
}

function sourceFile(path: string, source: string): SourceFile {
  return { path, source, ...readSource(path, source) };
}

function filesBelow(folder: string, ending: string): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`)
    .sort();
}

const read = (path: string) => readFileSync(join(PROJECT, path), "utf8");
const roomOf = (path: string) => /^src\/([^/]+)\//.exec(path)?.[1] ?? path;
const isRelative = (name: string) => name.startsWith(".");
const packageOf = (name: string) => (name.startsWith("@") ? name.split("/").slice(0, 2).join("/") : (name.split("/")[0] ?? name));
const targetOf = (file: SourceFile, name: string) => posix.normalize(posix.join(posix.dirname(file.path), name));

/** Imports with a known name; `where` is for messages. */
function named(file: SourceFile): { name: string; typeOnly: boolean; where: string }[] {
  return file.imports.flatMap(({ from, typeOnly, line }) =>
    from === undefined ? [] : [{ name: from, typeOnly, where: `${file.path}:${line}` }],
  );
}

/** A rule says, in a sentence for each, where the files break it. */
type Rule = (files: readonly SourceFile[]) => string[];

const RULES: Record<string, Rule> = {
  "rooms import only from rooms below them": (files) =>
    files.flatMap((file) => {
      const allowed = ROOMS[roomOf(file.path)];
      if (!allowed) return [`${file.path} is in no known room`];
      return named(file)
        .filter(({ name }) => isRelative(name) && !allowed.includes(roomOf(targetOf(file, name))))
        .filter(({ name }) => !allowed.includes(targetOf(file, name).replace("src/", "")))
        .map(({ name, where }) => `${where} imports ${name}`);
    }),

  "what is imported can be read off the code": (files) =>
    // The one file that loads what belongs to the archive, in a single place.
    files.flatMap((file) =>
      file.imports
        .filter(({ from }) => from === undefined)
        .slice(file.path === "src/build/extensions.ts" ? 1 : 0)
        .map(({ line }) => `${file.path}:${line} computes an import`),
    ),

  "imports of own files end in .ts": (files) =>
    files.flatMap((file) =>
      named(file)
        .filter(({ name }) => isRelative(name) && !name.endsWith(".ts"))
        .map(({ name, where }) => `${where} imports ${name}`),
    ),

  "siblings do not import each other": (files) =>
    files.flatMap((file) => {
      const room = roomOf(file.path);
      if (!(room in SIBLINGS) || file.path === `src/${room}/index.ts`) return [];
      return named(file)
        .filter(({ name }) => isRelative(name) && roomOf(targetOf(file, name)) === room)
        .filter(
          ({ name, typeOnly }) => targetOf(file, name) !== `src/${room}/${SIBLINGS[room]}` || (SIBLINGS[room] === "index.ts" && !typeOnly),
        )
        .filter(({ name }) => !targetOf(file, name).startsWith(`src/${room}/${SHARED_PARTS}`))
        .map(({ name, where }) => `${where} imports ${name}`);
    }),

  "a package is imported in one file": (files) => {
    const users = new Map<string, Set<string>>();
    for (const file of files)
      for (const { name } of named(file))
        if (!isRelative(name) && !name.startsWith("node:") && name !== "zod")
          users.set(packageOf(name), (users.get(packageOf(name)) ?? new Set()).add(file.path));
    return [...users].filter(([, paths]) => paths.size > 1).map(([name, paths]) => `${name} is imported in ${[...paths].join(", ")}`);
  },

  "pure rooms import no packages but their own": (files) =>
    inPureRooms(files).flatMap((file) =>
      named(file)
        .filter(({ name }) => !isRelative(name) && !PURE_PACKAGES.has(name) && !PURE_PACKAGES.has(packageOf(name)))
        .map(({ name, where }) => `${where} imports ${name}`),
    ),

  "pure rooms know no file system, clock, locale, chance or environment": (files) =>
    inPureRooms(files).flatMap((file) =>
      [...file.globals.filter(({ name }) => GLOBALS.test(name)), ...file.members.filter(({ name }) => LOCAL_METHODS.test(name))].map(
        ({ name, line }) => `${file.path}:${line} uses ${name}`,
      ),
    ),

  "no list is given to a function entry by entry, of which there may be a hundred thousand": (files) =>
    // What the maker of media is made of names what it made.
    files
      .filter(
        ({ path, source }) => !path.startsWith("src/media/maker/") && /\.push\((?:\.\.\.|[^;\n]*, \.\.\.\w+(?:\.\w+)*\);)/.test(source),
      )
      .map(({ path }) => `${path} has .push(...), and could use append of src/text/append.ts`),

  "no list is copied for each entry that it gets, of which there may be a hundred thousand": (files) =>
    files
      .filter(({ source }) => /\[\.\.\.\([\w.#]+\.get\(.*\?\? \[\]\), (?!\.\.\.)/.test(source))
      .map(({ path }) => `${path} copies a list for each entry, and could use addTo of src/text/add-to.ts`),

  "types are known": (files) =>
    files.flatMap((file) => [
      ...file.anyTypes.map((line) => `${file.path}:${line} uses any`),
      ...(/@ts-(ignore|nocheck|expect-error)/.test(file.source) ? [`${file.path} silences the compiler`] : []),
    ]),
};

function inPureRooms(files: readonly SourceFile[]): SourceFile[] {
  return files.filter((file) => PURE.has(roomOf(file.path)));
}

const STYLES = "<style>{{ frame.assets.firstStyles | safe }}</style>";
const LINKED_DATA = '<script type="application/ld+json">{{ view.programs.value.linkedData | safe }}</script>';
const INLINE = "<script>{{ frame.assets.inline.theme | safe }}</script>";

describe("the house rules", () => {
  const files = [...filesBelow("src", ".ts"), ".eleventy.ts"].map((path) => sourceFile(path, read(path)));

  test.each(Object.entries(RULES))("%s", (_, rule) => {
    expect(rule(files)).toEqual([]);
  });

  test("every package in use is a dependency of its own", () => {
    const file = JSON.parse(read("package.json")) as Record<"dependencies" | "peerDependencies", Record<string, string>>;
    const dependencies = { ...file.dependencies, ...file.peerDependencies };
    const used = files.flatMap((file) => named(file).filter(({ name }) => !isRelative(name) && !name.startsWith("node:")));
    expect(used.filter(({ name }) => !(packageOf(name) in dependencies)).map(({ where, name }) => `${where} imports ${name}`)).toEqual([]);
  });

  test("every import leads to a file", () => {
    const missing = files.flatMap((file) =>
      named(file).filter(({ name }) => isRelative(name) && !existsSync(join(PROJECT, targetOf(file, name)))),
    );
    expect(missing).toEqual([]);
  });
});

describe("browser scripts", () => {
  const scripts = filesBelow("assets/js", ".ts").map((path) => sourceFile(path, read(path)));
  /** What they may be made of beside each other: pure text, their words, and formats of files as types. */
  const allowed = ({ name, typeOnly }: { name: string; typeOnly: boolean }, file: SourceFile) => {
    if (isRelative(name)) return targetOf(file, name).startsWith("assets/js/parts/");
    return name === "words" || name.startsWith("text/") || (typeOnly && name.startsWith("publishing/"));
  };

  test("import each other's parts, pure text and words, and nothing else", () => {
    expect(scripts.length).toBeGreaterThan(10);
    const wrong = scripts.flatMap((file) => named(file).filter((one) => !allowed(one, file)));
    expect(wrong.map(({ name, where }) => `${where} imports ${name}`)).toEqual([]);
  });

  test.each(["imports of own files end in .ts", "what is imported can be read off the code", "types are known"])("%s", (rule) => {
    expect(RULES[rule]?.(scripts)).toEqual([]);
  });
});

describe("templates", () => {
  const templates = filesBelow("src", ".njk");

  test.each(templates)("%s holds no code and no styles", (path) => {
    expect(unsafeMarkup(read(path))).toEqual([]);
  });

  test("every kind of page is a pair of files", () => {
    const kinds = PAGE_KINDS.map((kind) => kind.name);
    expect(new Set(kinds).size).toBe(kinds.length);
    expect(templates.filter((path) => path.startsWith("src/pages/"))).toEqual(kinds.map((name) => `src/pages/${name}.njk`).sort());
    for (const name of kinds) expect(existsSync(join(PROJECT, `src/pages/${name}.ts`)), name).toBe(true);
  });
});

describe("the rules find what breaks them", () => {
  const HEADER = "/** A thing. */\n";

  const BROKEN: [rule: string, path: string, source: string][] = [
    ["rooms import only from rooms below them", "src/model/a.ts", 'import { a } from "../content/load.ts";'],
    ["rooms import only from rooms below them", "src/model/records/a.ts", 'export * from "../../checks/index.ts";'],
    ["rooms import only from rooms below them", "src/content/a.ts", 'import type { A } from "../checks/index.ts";'],
    ["rooms import only from rooms below them", "src/pages/a.ts", 'const a = await import("../build/site.ts");'],
    ["rooms import only from rooms below them", "src/components/a.ts", 'import "../layouts/frame.ts";'],
    ["rooms import only from rooms below them", "src/layouts/a.ts", 'type A = import("../pages/index.ts").A;'],
    ["rooms import only from rooms below them", "src/outputs/a.ts", 'export { a } from "../pages/index.ts";'],
    ["rooms import only from rooms below them", "src/importers/a.ts", 'import a, {\n  type B,\n} from "../content/load.ts";'],
    ["rooms import only from rooms below them", "src/build/a.ts", 'import { a } from "../cli/main.ts";'],
    ["rooms import only from rooms below them", "src/cli/a.ts", 'import { a } from "../../test/support/cli.ts";'],
    ["rooms import only from rooms below them", "src/utilities/a.ts", ""],
    ["what is imported can be read off the code", "src/cli/a.ts", `await import(\`./\${name}.ts\`);`],
    ["what is imported can be read off the code", "src/cli/a.ts", "await import(name);"],
    ["imports of own files end in .ts", "src/model/a.ts", 'import { slug } from "./slug";'],
    ["imports of own files end in .ts", "src/model/a.ts", 'import { slug } from "./slug.js";'],
    ["siblings do not import each other", "src/checks/a.ts", 'import { b } from "./b.ts";'],
    ["siblings do not import each other", "src/checks/a.ts", 'import { runChecks } from "./index.ts";'],
    ["siblings do not import each other", "src/pages/a.ts", 'import type { B } from "./b.ts";'],
    ["siblings do not import each other", "src/outputs/a.ts", 'const b = () => import("./b.ts");'],
    ["siblings do not import each other", "src/importers/a.ts", 'export { b } from "./b.ts";'],
    ["siblings do not import each other", "src/importers/parts/a.ts", 'import { b } from "../b.ts";'],
    ["pure rooms import no packages but their own", "src/model/a.ts", 'import { readFileSync } from "node:fs";'],
    ["pure rooms import no packages but their own", "src/model/a.ts", 'import nunjucks from "nunjucks";'],
    ["pure rooms know no file system, clock, locale, chance or environment", "src/model/a.ts", "const now = new Date();"],
    ["pure rooms know no file system, clock, locale, chance or environment", "src/model/a.ts", `const now = \`\${Date.now()}\`;`],
    ["pure rooms know no file system, clock, locale, chance or environment", "src/model/a.ts", "const home = process.env.HOME;"],
    ["pure rooms know no file system, clock, locale, chance or environment", "src/model/a.ts", "names.sort((a, b) => a.localeCompare(b));"],
    ["pure rooms know no file system, clock, locale, chance or environment", "src/model/a.ts", "const a = (1000).toLocaleString();"],
    ["pure rooms know no file system, clock, locale, chance or environment", "src/model/a.ts", "new Intl.Collator();"],
    ["pure rooms know no file system, clock, locale, chance or environment", "src/model/a.ts", "const a = Math.random();"],
    ["pure rooms know no file system, clock, locale, chance or environment", "src/model/a.ts", "const a = Temporal.Now.instant();"],
    ["pure rooms know no file system, clock, locale, chance or environment", "src/model/a.ts", "const a = import.meta.dirname;"],
    [
      "no list is copied for each entry that it gets, of which there may be a hundred thousand",
      "src/model/a.ts",
      "m.set(k, [...(m.get(k) ?? []), v]);",
    ],
    ["types are known", "src/model/a.ts", "const a: any = 1;"],
    ["types are known", "src/model/a.ts", "const a = new Map<string, any[]>();"],
    ["types are known", "src/model/a.ts", `const a = \`\${b as any}\`;`],
    ["types are known", "src/model/a.ts", "// @ts-ignore because\nconst a = 1;"],
  ];

  test.each(BROKEN)("%s: %s with %j", (rule, path, source) => {
    expect(RULES[rule]?.([sourceFile(path, HEADER + source)])).toHaveLength(1);
  });

  test("a package is imported in one file: not in two", () => {
    const two = ["a", "b"].map((name) => sourceFile(`src/outputs/${name}.ts`, 'import type { Zip } from "fflate/node";'));
    expect(RULES["a package is imported in one file"]?.(two)).toEqual(["fflate is imported in src/outputs/a.ts, src/outputs/b.ts"]);
    expect(RULES["a package is imported in one file"]?.(two.slice(1))).toEqual([]);
  });

  const SOUND: [path: string, source: string][] = [
    ["src/model/a.ts", 'import { z } from "zod";\nimport { slug } from "../text/slug.ts";\nimport { b } from "./records/b.ts";'],
    ["src/model/a.ts", '// import { a } from "../cli/main.ts"; new Date(); any\n/* process.env */ const a = "new Date() as any";'],
    ["src/model/a.ts", 'const a = /["\'`]any/; const b = `import("../cli/main.ts") Math.random()`; const c = 4 / 2;'],
    ["src/importers/a.ts", 'import { parseYaml } from "../content/yaml-package.ts";\nimport { b } from "./parts/b.ts";'],
    ["src/importers/parts/a.ts", 'import type { Place } from "../importer.ts";\nimport { b } from "./b.ts";'],
    ["src/model/a.ts", "interface Talk { process: string; date: string }\nconst a = talk.process; const b = talk.any;"],
    ["src/checks/a.ts", 'import type { Check } from "./index.ts";\nimport type { Archive } from "../model/archive.ts";'],
    ["src/checks/index.ts", 'import { a } from "./a.ts";\nimport { b } from "./b.ts";'],
    ["src/pages/a.ts", 'import type { PageKind } from "./page-kind.ts";\nimport { link } from "../components/links.ts";'],
    ["src/cli/a.ts", 'const a = () => import("../build/build.ts");\nconst b = import.meta.dirname;'],
    [".eleventy.ts", 'import { a } from "./src/index.ts";\nexport default a;'],
    ["src/index.ts", 'export { a } from "./build/eleventy.ts";'],
  ];

  test.each(SOUND)("sound: %s with %j", (path, source) => {
    const broken = Object.entries(RULES).flatMap(([name, rule]) =>
      rule([sourceFile(path, HEADER + source)]).map((one) => `${name}: ${one}`),
    );
    expect(broken).toEqual([]);
  });

  test("of imports, all kinds are found, with their lines", () => {
    const source = `import a from "a";
import * as b from "b";
import { c, type C } from "c";
import type { D } from "d";
import "e";
export * from "f";
export { g as default } from "g";
export type { H } from "h";
const i = await import("i");
type J = typeof import("j");
export const k = { from: "not this" };
export default function from() {}
export { a };
const text = \`\${await import("l")} import "not this"\`;
`;
    expect(readSource("a.ts", source).imports.map(({ from, line }) => `${from} ${line}`)).toEqual([
      "a 1",
      "b 2",
      "c 3",
      "d 4",
      "e 5",
      "f 6",
      "g 7",
      "h 8",
      "i 9",
      "j 10",
      "l 14",
    ]);
    expect(
      readSource("a.ts", source)
        .imports.filter(({ typeOnly }) => typeOnly)
        .map(({ from }) => from),
    ).toEqual(["d", "h"]);
  });

  test.each([
    "<script>run()</script>",
    '<script type="module">{{ code }}</script>',
    "<script>{{ frame.assets.inline.theme }}{{ view.title }}</script>",
    '<script src="a.js">run()</script>',
    '<script type="application/ld+json">{"name":"{{ view.title }}"}</script>',
    '<p style="color: red">',
    '<p class="a"style="color: red">',
    '<p {% if a %}style="color: red"{% endif %}>',
    '<body onload="run()">',
    "<p\nonclick = 'run()'>",
    '<a href="javascript:run()">',
    "<style>p { color: red }</style>",
  ])("templates hold no code and no styles: not %j", (template) => {
    expect(unsafeMarkup(template)).not.toEqual([]);
  });

  test.each([
    '<script src="{{ a }}" defer></script>',
    LINKED_DATA,
    INLINE,
    STYLES,
    '<link rel="stylesheet" href="a.css">',
    "{# style=, onload= #}<p>based on a = b</p>",
  ])("templates may hold %j", (template) => {
    expect(unsafeMarkup(template)).toEqual([]);
  });
});
