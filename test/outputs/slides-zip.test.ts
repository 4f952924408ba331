import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import type { MediaFile } from "../../src/model/made-media.ts";
import { zipOf } from "../../src/components/zip.ts";
import { slidesZip } from "../../src/outputs/slides-zip.ts";
import { eventPages } from "../../src/pages/event.ts";
import { archiveOf, existing } from "../model/make.ts";

const media = (...paths: string[]): MediaFile[] => paths.map((path) => ({ path, bytes: 1, looksLike: "pdf" }));

const ARCHIVE = archiveOf({
  events: { "2012-spring": {}, "2013-spring": {}, "2014-spring": {} },
  talks: {
    "2012-spring/a": { slides: { file: "2012/zen.pdf" } },
    "2012-spring/b": { slides: { file: "2012/a.pdf", url: "https://example.org/a.pdf" } },
    "2012-spring/c": { slides: "https://example.org/c.pdf" },
    "2012-spring/d": { slides: { file: "2012/missing.pdf" } },
    "2012-spring/e": { video: { file: "2012/video.webm" } },
    "2013-spring/a": { slides: "https://example.org/only-remote.pdf" },
    "2014-spring/a": { slides: { file: "10" } },
    "2014-spring/b": { slides: { file: "9" } },
  },
  media: media("2012/a.pdf", "2012/zen.pdf", "2012/video.webm", "2012/unused.pdf", "9", "10"),
});

function zips(): { files: Map<string, Uint8Array>; read: string[] } {
  const read: string[] = [];
  const readMedia = (path: string) => {
    read.push(path);
    return strToU8(`The bytes of ${path}. `.repeat(50));
  };
  const made = ARCHIVE.events.flatMap((event) => [
    ...slidesZip.eventFiles(ARCHIVE, event, { pagePaths: [], sections: [], readMedia, readRecord: ({ file }) => readMedia(file) }),
  ]);
  return { files: new Map(made.map(({ path, content }) => [path, content as Uint8Array])), read };
}

describe("slides.zip", () => {
  test("holds the local slide files of the event and nothing else, as they are", () => {
    const files = unzipSync(existing(zips().files.get("events/2012-spring/slides.zip")));
    expect(Object.keys(files)).toEqual(["2012/a.pdf", "2012/zen.pdf"]);
    for (const [path, bytes] of Object.entries(files)) expect(strFromU8(bytes)).toBe(`The bytes of ${path}. `.repeat(50));
  });

  test("reads no file but those", () => {
    expect(new Set(zips().read)).toEqual(new Set(["2012/a.pdf", "2012/zen.pdf", "9", "10"]));
  });

  test("there is none for an event without local slides", () => {
    expect([...zips().files.keys()]).toEqual(["events/2012-spring/slides.zip", "events/2014-spring/slides.zip"]);
  });

  test("names that look like numbers are names", () => {
    expect(new Set(Object.keys(unzipSync(existing(zips().files.get("events/2014-spring/slides.zip")))))).toEqual(new Set(["9", "10"]));
  });
});

test("what is compressed already is stored as it is, which takes neither time nor memory", () => {
  const bytes = strToU8("The bytes. ".repeat(1000));
  const sizeOf = (path: string) => zipOf([{ path, bytes }]).length;
  for (const path of ["a.pptx", "a.odt", "a.docx", "A.ZIP", "a.tgz"]) expect(sizeOf(path)).toBeGreaterThan(bytes.length);
  for (const path of ["a.pdf", "a.txt", "zip", "a.zip.txt"]) expect(sizeOf(path)).toBeLessThan(1000);
});

test("a zip that is too large for some of the slides names them, in a file that replaces none", () => {
  const large = archiveOf({
    site: { url: "https://little.example.org" },
    events: { e: {} },
    talks: { "e/a": { slides: { file: "README.txt" } }, "e/b": { slides: { file: "e/huge.pdf" } } },
    media: [...media("README.txt"), { path: "e/huge.pdf", bytes: 300_000_001, looksLike: "pdf" }],
  });
  const context = { pagePaths: [], sections: [], readMedia: () => strToU8("slides"), readRecord: () => strToU8("") };
  const [zip] = slidesZip.eventFiles(large, existing(large.events[0]), context);
  const files = unzipSync(existing(zip).content);
  expect(Object.keys(files)).toEqual(["_README.txt", "README.txt"]);
  expect(strFromU8(existing(files["_README.txt"]))).toMatch(/too large for this zip:\n- https:\/\/[^/]+\/media\/e\/huge\.pdf\n$/);
  const event = existing([...eventPages.views(large)][0]);
  expect(event.zip?.label).toBe("Slides (ZIP, 1 of 2 files)");
});

describe("the same bytes everywhere", () => {
  const script = `
    import { createHash } from "node:crypto";
    import { slidesZip } from "./src/outputs/slides-zip.ts";
    const event = { id: "e", talks: [{ documents: [{ kind: "slides", file: "e/a.pdf" }] }] };
    const archive = { events: [event], media: new Map([["e/a.pdf", {}]]) };
    const [zip] = slidesZip.eventFiles(archive, event, { pagePaths: [], readMedia: () => new Uint8Array(2000) });
    console.log(new Date(2020, 0, 1).getTimezoneOffset(), createHash("sha256").update(zip.content).digest("hex"));
  `;
  const zones = ["UTC", "Asia/Tokyo", "America/Los_Angeles", "Africa/Monrovia", "Pacific/Kiritimati"];
  const runs = new Map<string, { offset: string; hash: string }>();

  beforeAll(() => {
    for (const zone of zones) {
      const run = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script], {
        cwd: join(import.meta.dirname, "../.."),
        env: { ...process.env, TZ: zone },
        encoding: "utf8",
      });
      const [offset = "", hash = ""] = run.stdout.trim().split(" ");
      expect(run.stderr).toBe("");
      runs.set(zone, { offset, hash });
    }
  });

  test("in every time zone", () => {
    expect(new Set([...runs.values()].map(({ offset }) => offset)).size, "the zones took effect").toBeGreaterThan(3);
    expect(new Set([...runs.values()].map(({ hash }) => hash)).size).toBe(1);
    expect(runs.get("UTC")?.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test("at any time", async () => {
    const before = zips().files;
    await new Promise((done) => setTimeout(done, 2100)); // a zip counts in steps of two seconds
    expect(zips().files).toEqual(before);
  });
});
