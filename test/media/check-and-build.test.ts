/** `check` says of media what `build` says, and both of odd files what becomes of them. */
import { execFileSync } from "node:child_process";
import { readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { build } from "../../src/build/build.ts";
import { RecordsError } from "../../src/build/site.ts";
import { locate } from "../../src/content/locate.ts";
import type { Problem } from "../../src/model/problem.ts";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE } from "../support/content.ts";
import { makePdf } from "../support/make-pdf.ts";
import { JPEG, MP4, PNG } from "../support/media-starts.ts";

const PDF = makePdf([{ words: [{ text: "Grant tables", x: 60, y: 90, size: 48 }] }]);
const PAGE = "<!doctype html><script>alert(1)</script>";
const DRAWING = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

/** A file, how a talk names it (not at all without a field), whether it is published, and the rule by which it is told. */
type Row = [path: string, bytes: string | Uint8Array, field: string | undefined, isPublished: boolean, rule?: string];

const WARNED: Row[] = [
  ["2019/deck.pdf", PDF, "slides", true],
  ["2020/deck.pdf", PDF, "slides", true],
  ["2020/DECK-2.PDF", PDF, "slides", true],
  ["2020/a handout's #1 ä.pdf", PDF, "link", true],
  ["broken.pdf", "%PDF-1.4 broken", "slides", true, "broken-pdf"],
  ["half.jpg", JPEG, "poster", true, "broken-picture"],
  ["half.png", PNG, "poster", true, "broken-picture"],
  ["no.vtt", "captions", "captions", true, "bad-captions"],
  ["times.vtt", "WEBVTT\n\n1:00 --> 0:30\nHello\n", "captions", true, "bad-captions"],
  ["good.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n", "captions", true],
  ["empty.txt", "", "document", true],
  ["page-below.txt", `Text\n${PAGE}`, "document", true],
  ["film.mp4", MP4, "file", true],
  ["nobody.pdf", PDF, undefined, false, "unnamed-media"],
  ["nobody.svg", DRAWING, undefined, false, "unnamed-media"],
  [".hidden.pdf", PDF, undefined, false],
];

const REFUSED: Row[] = [
  ["page.pdf", PAGE, "slides", false, "not-a-pdf"],
  ["page.txt", PAGE, "document", false, "active-media"],
  ["page.vtt", PAGE, "captions", false, "active-media"],
  ["page.html", PAGE, "document", false, "active-media"],
  ["drawing.svg", DRAWING, "poster", false, "active-media"],
  ["drawing.png", DRAWING, "poster", false, "active-media"],
  ["schema.xsd", DRAWING, "document", false, "active-media"],
  ["none", "", "document", false, "active-media"],
  ["50%.pdf", PDF, undefined, false, "bad-file-name"],
  ["Case.pdf", PDF, "document", false],
  ["case.pdf", PDF, "document", false, "address-clash"],
];

const named = (field: string | undefined, path: string) => {
  if (field === "link") return `abstract: "[It](/media/${path.split("/").map(encodeURIComponent).join("/")})"\n`;
  const file = JSON.stringify(path);
  if (field === "slides") return `slides:\n  file: ${file}\n`;
  if (field === "document") return `documents:\n  - kind: handout\n    file: ${file}\n`;
  return `video:\n  url: https://www.youtube.com/watch?v=abcdefghijk\n  ${field}: ${file}\n`;
};

/** An archive with a talk for every file that is named. */
function folderWith(rows: readonly Row[]): string {
  const talks = rows.flatMap(([path, , field], index) => {
    const talk = `---\ntitle: The talk with the number ${index}\nspeaker: Ada Example\n${named(field, path)}---\n`;
    return field === undefined ? [] : [[`content/events/2020-spring/talks/talk-${index}.md`, talk]];
  });
  return folderOf({
    ...Object.fromEntries(Object.entries(LITTLE).map(([path, text]) => [`content/${path}`, text])),
    ...Object.fromEntries(talks),
    ...Object.fromEntries(rows.map(([path, bytes]) => [`assets/media/${path}`, bytes])),
  });
}

const facts = (problems: readonly Problem[]) =>
  problems.map(({ rule, severity, file, line, message, hint }) => `${severity} ${rule} ${file}:${line} ${message} ${hint}`).sort();

/** What `check` says, and what `build` says or refuses, each with a cache of its own. */
async function both(folder: string) {
  const [content, assets] = [join(folder, "content"), join(folder, "assets")];
  const run = await archive(["check", "--content", content, "--assets", assets, "--cache", join(folder, "cache-1"), "--format", "json"]);
  const { problems: checked } = JSON.parse(run.stdout) as { problems: Problem[] };
  const settings = { contentDir: content, assetsDir: assets, outputDir: join(folder, "site"), cacheDir: join(folder, "cache-2") };
  const built = await build(settings).then(
    ({ warnings }) => locate(warnings),
    (error: unknown) => {
      if (error instanceof RecordsError) return error.problems;
      throw error;
    },
  );
  return { code: run.code, checked, built, site: settings.outputDir };
}

/** The rules by which files are told, each file by its own name or that of its talk. */
const rulesOf = (rows: readonly Row[], problems: readonly Problem[]) =>
  rows.map(([path], index) => {
    const about = problems.filter(
      ({ file, message }) => file.endsWith(`/talk-${index}.md`) || file.endsWith(`/${path}`) || message.startsWith(`\`${path}\``),
    );
    return [path, [...new Set(about.map(({ rule }) => rule))]];
  });
const wanted = (rows: readonly Row[]) => rows.map(([path, , , , rule]) => [path, rule === undefined ? [] : [rule]]);

test("files that are published or only left out: the same warnings, and the site holds what nobody called left out", async () => {
  const { code, checked, built, site } = await both(folderWith(WARNED));
  expect(facts(checked)).toEqual(facts(built));
  expect(rulesOf(WARNED, checked)).toEqual(wanted(WARNED));
  expect(code).toBe(0);
  const published = readdirSync(join(site, "media"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = published.map(({ parentPath, name }) => join(parentPath, name).slice(join(site, "media/").length));
  expect(paths.sort()).toEqual(WARNED.flatMap(([path, , , isPublished]) => (isPublished ? [path] : [])).sort());
});

test("files that are refused: the same errors, and nothing is written", async () => {
  const folder = folderWith(REFUSED);
  const media = join(folder, "assets/media");
  symlinkSync("/etc/hostname", join(media, "link.pdf"));
  execFileSync("mkfifo", [join(media, "pipe.pdf")]);
  const odd = Buffer.concat([Buffer.from(`${media}/caf`), Buffer.from([0xe9]), Buffer.from(".pdf")]);
  writeFileSync(odd, PDF);
  const { code, checked, built, site } = await both(folder);
  rmSync(odd);
  const errors = (problems: readonly Problem[]) => facts(problems.filter(({ severity }) => severity === "error"));
  expect(errors(checked)).toEqual(errors(built));
  expect(rulesOf(REFUSED, checked)).toEqual(wanted(REFUSED));
  const others = checked.filter(({ file }) => file === media.replaceAll("\\", "/") || /\/(link|pipe)\.pdf$/.test(file));
  expect(others.map(({ rule }) => rule).sort()).toEqual(["bad-file-name", "bad-file-name", "symbolic-link", "unreadable-file"]);
  expect(code).toBe(1);
  expect(readdirSync(folder)).not.toContain(site);
});
