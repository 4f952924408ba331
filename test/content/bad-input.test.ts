/** What editors are told about bad input, word for word: `test/fixtures/bad/<name>/expected.txt` is what `check` prints. */
import { cpSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";
import { printedFor, problemsOf } from "./printed.ts";
import { cpuSeconds } from "../support/cpu.ts";

const FIXTURES = join(PROJECT, "test/fixtures/bad");
const A_TALK = "events/2020-spring/talks/a-talk.md";

/** Bad input that git cannot keep, or that is too large to be kept: made in the content folder before the check. */
const MADE: Record<string, (content: string) => void> = {
  "empty-folder": (content) => {
    rmSync(content, { recursive: true });
    mkdirSync(content);
  },
  "missing-folder": (content) => rmSync(content, { recursive: true }),
  "missing-site": (content) => rmSync(join(content, "site.yaml")),
  "site-with-another-ending": (content) => rmSync(join(content, "site.yaml")),
  "symbolic-link": (content) => {
    rmSync(join(content, "site.yaml"));
    symlinkSync("events", join(content, "site.yaml"));
    symlinkSync("a-talk.md", join(content, "events/2020-spring/talks/b-talk.md"));
    symlinkSync("events", join(content, "pages"));
  },
  "file-too-large": (content) => writeFileSync(join(content, A_TALK), `---\ntitle: A talk\n---\n\n${"A long text. ".repeat(800_000)}\n`),
  "fields-too-large": (content) =>
    writeFileSync(join(content, A_TALK), `---\ntitle: A talk\nabstract: ${"A long text. ".repeat(20_000)}\n---\n`),
  "too-long-body": (content) => writeFileSync(join(content, A_TALK), `---\ntitle: A talk\n---\n\n${"A long text. ".repeat(8000)}\n`),
  "too-many-marks": (content) =>
    writeFileSync(
      join(content, A_TALK),
      `---\ntitle: A talk\nspeaker: A${"\u0301".repeat(101)}da\n---\n\nA te${"\u0323".repeat(200)}xt.\n`,
    ),
  "yaml-too-deep": (content) =>
    writeFileSync(join(content, A_TALK), `---\ntitle: A talk\ntopics: ${"[".repeat(50_000)}${"]".repeat(50_000)}\n---\n`),
  "yaml-too-many-fields": (content) => writeFileSync(join(content, A_TALK), `---\ntitle: A talk\ntopics: [${"a,".repeat(60_000)}]\n---\n`),
  "topics-too-deep": (content) =>
    writeFileSync(
      join(content, "topics.yaml"),
      `topics:\n${Array.from({ length: 22 }, (_, at) => `  - name: level ${at}\n${at > 0 ? `    broader: level ${at - 1}\n` : ""}`).join("")}`,
    ),
  "too-many-pages": (content) => {
    mkdirSync(join(content, "pages"), { recursive: true });
    for (let page = 10; page < 51; page++)
      writeFileSync(join(content, `pages/page-${page}.md`), `---\ntitle: Page ${page}\n---\n\nText.\n`);
  },
  "too-many-problems": (content) =>
    writeFileSync(
      join(content, A_TALK),
      `---\ntitle: A talk\n${Array.from({ length: 1000 }, (_, index) => `field-${index}: x\n`).join("")}---\n`,
    ),
};

const NAMES = [...new Set([...readdirSync(FIXTURES), ...Object.keys(MADE)])].sort();

/** The little conference, below `content/`. */
const GOOD = Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text]));

/** A folder with the little conference, in which the files of a fixture replace or join those of the conference. */
function folderWith(name: string): string {
  const folder = folderOf(GOOD);
  for (const part of ["content", "assets"].filter((one) => existsSync(join(FIXTURES, name, one))))
    for (const file of filesBelow(join(FIXTURES, name, part))) {
      const target = join(folder, part, file);
      if (lstatSync(dirname(target), { throwIfNoEntry: false })?.isFile()) rmSync(dirname(target));
      cpSync(join(FIXTURES, name, part, file), target);
    }
  MADE[name]?.(join(folder, "content"));
  return folder;
}

describe("bad input is refused in exactly these words", () => {
  test("the little conference itself is good", () => {
    expect(printedFor(folderOf(GOOD))).toBe("No problems.\n");
  });

  for (const name of NAMES)
    test(name, async () => {
      let printed = "";
      const seconds = cpuSeconds(() => {
        printed = printedFor(folderWith(name));
      });
      expect(seconds).toBeLessThan(5);
      expect(printed).not.toBe("No problems.\n");
      await expect(printed).toMatchFileSnapshot(join(FIXTURES, name, "expected.txt"));
    });
});

describe("the snapshots are whole", () => {
  const rooms = ["src/model/records", "src/content", "src/checks"].map((folder) => join(PROJECT, folder));
  const files = [...rooms.flatMap((room) => filesBelow(room).map((file) => join(room, file))), join(PROJECT, "src/model/people.ts")];

  /** Names of rules as they stand in the source: `rule: "…"`, the first hyphenated word of a reporting call, or of a list. */
  const RULES = [
    /\brule: "([a-z0-9-]+)"/g,
    /\b(?:report|refuse|add|finding|(?<![\w)]\.)replace)\(\s*(?:[^"`()]*(?:"[^"-]*"|`[^`]*`)?[^"`()]*)"([a-z]+(?:-[a-z0-9]+)+)",/g,
    /\[\s*"([a-z]+(?:-[a-z0-9]+)+)",\s*["`][A-Z`]/g,
  ];

  test("every rule of the source has a snapshot, and every snapshot's rule is in the source", () => {
    const source = files.map((file) => readFileSync(file, "utf8")).join("\n");
    const known = new Set(RULES.flatMap((pattern) => [...source.matchAll(pattern)].map((match) => match[1] ?? "")));
    const printed = NAMES.map((name) => readFileSync(join(FIXTURES, name, "expected.txt"), "utf8")).join("\n");
    const shown = new Set(
      [...printed.matchAll(/^(?:content|assets)\S* ?.* (?:error|warning) \[([a-z0-9-]+)\]$/gm)].map((match) => match[1] ?? ""),
    );
    expect(known.size).toBeGreaterThan(45);
    // The check of the field has its own words for these; `check --fix` alone knows them.
    for (const rule of ["unquoted-date"]) known.delete(rule);
    expect([...shown].sort()).toEqual([...known].sort());
  });

  test("every folder of fixtures is used", () => {
    for (const name of readdirSync(FIXTURES))
      expect(MADE[name] !== undefined || existsSync(join(FIXTURES, name, "content")), `${name} changes nothing`).toBe(true);
  });
});

describe("every message can be read and acted on", () => {
  for (const name of NAMES)
    test(name, () => {
      for (const problem of problemsOf(folderWith(name))) {
        expect(problem.message, "a whole sentence").toMatch(/^\P{Ll}.*\.$/su);
        expect(problem.hint, "a whole sentence that says what to do").toMatch(/^\P{Ll}.*[.?]$/su);
        expect(`${problem.message} ${problem.hint}`, "no words of the program").not.toMatch(
          /\b(undefined|null|NaN|object Object|schema|zod|regex|ENOENT|Error)\b/,
        );
        expect(problem.line).toBeGreaterThanOrEqual(1);
        expect(problem.column).toBeGreaterThanOrEqual(1);
        if (problem.endLine === problem.line) expect(problem.endColumn).toBeGreaterThanOrEqual(problem.column);
        else expect(problem.endLine).toBeGreaterThan(problem.line);
        if (problem.excerpt) expect(problem.column, "inside its line").toBeLessThanOrEqual(problem.excerpt.length + 1);
      }
    });
});

describe("the mark stands under the words that are wrong", () => {
  const MARKED: Record<string, string[]> = {
    "bad-date": ["May 2020", "2012-02-30", "27.8.2012"],
    "bad-time": ["9:30", "25:00", "9.30am"],
    "bad-former-url": ["https://example.org/talks/1.html", "/talks.php?id=1", "/../talks/1.html"],
    "forbidden-character-in-body": ["\u2067"],
    "forbidden-character-in-title": ["\u202e"],
    "unknown-key": ["speker"],
    "unknown-key-in-speakers": ["organisation"],
    "unknown-key-in-slides": ["languages"],
    "wrong-type-list-for-text": ["[Ada Example, Bob Example]"],
    "yaml-colon-in-title": ["Xen: the road ahead"],
    "yaml-unclosed-quote": ['"A talk'],
    "yaml-duplicate-key": ["title"],
    "invalid-utf-8": ["\ufffd"],
  };

  test.each(Object.entries(MARKED).filter(([name]) => NAMES.includes(name)))("%s", (name, words) => {
    const marked = problemsOf(folderWith(name)).map(({ excerpt, column, endColumn }) => excerpt.slice(column - 1, endColumn - 1));
    expect(marked).toEqual(words);
  });

  test.each(["\n", "\r\n"])("with the line end %j and a byte order mark", (end) => {
    const talk = "---\ntitle: A talk\nspeker: Ada Example\nroom: [1, 2]\n---\n\nA \u202etext.\n".replaceAll("\n", end);
    const problems = problemsOf(folderOf({ ...GOOD, [`content/${A_TALK}`]: `\ufeff${talk}` }));
    const found = problems.map(({ rule, line, excerpt, column, endColumn }) => [rule, line, excerpt.slice(column - 1, endColumn - 1)]);
    expect(found).toEqual([
      ["unknown-key", 3, "speker"],
      ["wrong-type", 4, "[1, 2]"],
      ["forbidden-character", 7, "\u202e"],
    ]);
  });
});

describe("a folder with several broken records", () => {
  const broken = folderOf({
    ...GOOD,
    "content/events/2020-spring/talks/b-talk.md": "---\ntitle: Another: talk\n---\n",
    "content/events/2020-spring/talks/c-talk.md": '---\ntitle: A third talk\nspeker: Bob Example\nstart: 9:30\nend: "10:00"\n---\n',
    "content/papers/a-paper.md": "Only text.\n",
    "content/speakers/ada-example.md": "---\nname: Ada Example\nphoto: ada.jpg\n---\n",
    "content/notes.txt": "Ask Ada.\n",
  });

  test("check reports all of them together, sorted, with a count, and exits with 1", async () => {
    const { code, stdout, stderr } = await archive(["check", "--content", join(broken, "content"), "--assets", join(broken, "assets")]);
    const printed = stdout + stderr;
    const places = [...printed.replaceAll(`${broken}/`, "").matchAll(/^(content\S*) (error|warning) \[(.*)\]$/gm)].map((match) =>
      match.slice(1).join(" "),
    );
    expect(places).toEqual([
      "content/events/2020-spring/talks/b-talk.md:2:8 error yaml-syntax",
      "content/events/2020-spring/talks/c-talk.md:3:1 error unknown-key",
      "content/events/2020-spring/talks/c-talk.md:4:1 error date-missing",
      "content/events/2020-spring/talks/c-talk.md:4:8 error bad-time",
      "content/papers/a-paper.md:1:1 error front-matter-missing",
      "content/speakers/ada-example.md:3:8 error missing-file",
      "content/notes.txt:1:1 warning unknown-file",
    ]);
    expect(printed).toContain("\n6 errors and 1 warning in 5 files.\n");
    expect(code).toBe(1);
  });

  test("build reports the same, exits with 1 and writes nothing", async () => {
    const output = join(temporaryFolder(), "site");
    const { code, stdout, stderr } = await archive([
      "build",
      "--content",
      join(broken, "content"),
      "--assets",
      join(broken, "assets"),
      "--output",
      output,
    ]);
    expect(stdout + stderr).toContain("6 errors and 1 warning in 5 files.\nNothing was written.\n");
    expect(code).toBe(1);
    expect(existsSync(output)).toBe(false);
  });

  test("check of warnings alone exits with 0", async () => {
    const warned = folderOf({ ...GOOD, "content/notes.txt": "Ask Ada.\n" });
    const { code, stdout, stderr } = await archive(["check", "--content", join(warned, "content"), "--assets", join(warned, "assets")]);
    expect(stdout + stderr).toContain("1 warning in 1 file.");
    expect(code).toBe(0);
  });
});
