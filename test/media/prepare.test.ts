/** What is made of media before the pages, kept in the cache, and told of files of which nothing can be made. */
import { existsSync, linkSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, gzipSync } from "node:zlib";
import sharp from "sharp";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { explainSystemError } from "../../src/problems/system-errors.ts";
import { forgetMade, type Prepared } from "../../src/media/prepare.ts";
import { fromPs, usageOf } from "../../src/media/usage.ts";
import { folderOf, SITE } from "../support/content.ts";
import { CAPTIONS, deck, folderWith, prepare, TALK, talk, warningsOf } from "./prepared.ts";
import { makePdf, type PageOfPdf } from "../support/make-pdf.ts";
import { JPEG } from "../support/media-starts.ts";
import { longTest } from "../support/long-test.ts";

async function bytesOf({ files }: Prepared): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { read } of files) for await (const { path, content } of read()) found[path] = Buffer.from(content).toString("base64");
  return found;
}

const SMALL: PageOfPdf[] = [
  { words: [{ text: "Grant tables", x: 60, y: 90, size: 48 }] },
  { width: 300, height: 600, words: [{ text: "Portrait", x: 20, y: 90 }] },
];

/** What a program sees of a disk without room: a file can be opened, and not be written to. */
const FULL_DISK = `
  import fs from "node:fs";
  import { syncBuiltinESMExports } from "node:module";
  fs.promises.writeFile = () => Promise.reject(Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC", syscall: "write" }));
  syncBuiltinESMExports();
`;

test("what was made is forgotten, and nothing that others keep in a folder of that name", () => {
  const folder = folderOf({ "media/2020/a.pdf": "theirs", "media/deck-0a-1/made.json": "ours", "media/files.json": "ours" });
  forgetMade(folder);
  expect(readdirSync(join(folder, "media"))).toEqual(["2020"]);
  rmSync(join(folder, "media/2020"), { recursive: true });
  forgetMade(folder);
  expect(readdirSync(folder)).toEqual([]);
});

describe("a deck, a portrait and captions", () => {
  let folder: string;
  let first: Awaited<ReturnType<typeof prepare>>;
  let bytes: Record<string, string>;

  beforeAll(async () => {
    const portrait = await sharp({ create: { width: 400, height: 300, channels: 3, background: "#a33" } })
      .jpeg()
      .toBuffer();
    folder = folderWith(
      {
        [TALK]: talk("slides:\n  file: 2020/a-talk.pdf\nvideo:\n  url: https://example.org/v\n  captions: 2020/a-talk.vtt\n"),
        "speakers/ada-example.md": "---\nname: Ada Example\nphoto: ada.jpg\n---\n",
      },
      { "2020/a-talk.pdf": makePdf(SMALL), "2020/a-talk.vtt": CAPTIONS, "ada.jpg": portrait, "unnamed.pdf": "%PDF-1.4 broken" },
    );
    // Files must have been at rest for a moment to be known by their looks.
    await new Promise((done) => setTimeout(done, 100));
    first = await prepare(folder);
    bytes = await bytesOf(first);
  });

  test("everything is made that records name, and said while it is", () => {
    expect(first.told).toEqual(["Slides: page 1 of 2 of a-talk.pdf", "Slides: page 2 of 2 of a-talk.pdf", "Picture: ada.jpg"]);
    expect(first.warnings).toEqual([]);
    const [deck] = first.made.decks.values();
    expect(deck?.pages.map(({ number, lines, picture }) => [number, lines, picture.width, picture.height])).toEqual([
      [1, ["Grant tables"], 1600, 900],
      [2, ["Portrait"], 800, 1600],
    ]);
    const portrait = first.made.pictures.get("ada.jpg");
    expect(portrait).toMatchObject({ width: 400, height: 300 });
    expect(portrait?.sources.map(({ type, width }) => `${type} ${width}`)).toEqual(
      ["avif", "webp", "jpeg"].flatMap((type) => [160, 320, 400].map((width) => `image/${type} ${width}`)),
    );
    expect([...first.made.transcripts.values()]).toEqual([{ cues: [{ start: 1, end: 2, speaker: "Ada", text: "Hello." }] }]);
  });

  test("every picture is there, has its size, and its name changes with the bytes of its source", async () => {
    const pages = [...first.made.decks.values()].flatMap(({ pages }) => pages.flatMap(({ picture, thumbnail }) => [picture, thumbnail]));
    const sources = [...pages, ...first.made.pictures.values()].flatMap((picture) => picture.sources);
    expect(sources.map(({ path }) => path.slice(1)).sort()).toEqual(Object.keys(bytes).sort());
    for (const { path, type, width } of sources) {
      expect(path).toMatch(/^\/assets\/media\/(a-talk|ada)-[\da-f]{12}\/\w+-\d+\.(avif|webp|jpeg)$/);
      const facts = await sharp(Buffer.from(bytes[path.slice(1)] ?? "", "base64")).metadata();
      expect([facts.width, `image/${facts.format === "heif" ? "avif" : facts.format}`]).toEqual([width, type]);
    }
  });

  test("nothing is made or read again when nothing changed", async () => {
    rmSync(join(folder, "assets/media/2020/a-talk.pdf.gone"), { force: true });
    const again = await prepare(folder);
    expect(again.told).toEqual([]);
    expect([again.made, await bytesOf(again)]).toEqual([first.made, bytes]);
  });

  test("the same bytes when the cache is lost", async () => {
    rmSync(join(folder, "cache"), { recursive: true });
    const again = await prepare(folder);
    expect(again.told).toHaveLength(3);
    expect([again.made, await bytesOf(again)]).toEqual([first.made, bytes]);
  });

  test("what is damaged in the cache is made again", async () => {
    const cache = join(folder, "cache/media");
    const kept = readdirSync(cache).find((name) => name.startsWith("picture-")) ?? "";
    writeFileSync(join(cache, kept, "p-160.webp"), "damaged");
    expect(await bytesOf(await prepare(folder))).toEqual(bytes);
    writeFileSync(join(cache, kept, "made.json"), readFileSync(join(cache, kept, "made.json"), "utf8").replace("400", "401"));
    const again = await prepare(folder);
    expect([again.told, again.made]).toEqual([["Picture: ada.jpg"], first.made]);
  });

  test("a new file has new names, and what was made of the old one is forgotten", async () => {
    const kept = readdirSync(join(folder, "cache/media")).filter((name) => name.startsWith("deck-"));
    writeFileSync(join(folder, "assets/media/2020/a-talk.pdf"), makePdf([{ words: [{ text: "Other", x: 60, y: 90 }] }]));
    const after = await prepare(folder);
    expect(after.told).toEqual(["Slides: page 1 of 1 of a-talk.pdf"]);
    expect(after.made.versions?.get("2020/a-talk.pdf")).not.toBe(first.made.versions?.get("2020/a-talk.pdf"));
    for (const name of kept) expect(existsSync(join(folder, "cache/media", name))).toBe(false);
    for (const path of Object.keys(await bytesOf(after)).filter((name) => !name.includes("/ada-")))
      expect(bytes).not.toHaveProperty([path]);
  });
});

/** A part of a PNG. */
function chunk(type: string, bytes: readonly number[]): Buffer {
  const body = Buffer.from([...Buffer.from(type), ...bytes]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** The head of a picture of 108 million pixels, as telephones make them. */
function largePng(): Buffer {
  const [width, height] = [
    [0, 0, 0x2e, 0xe0],
    [0, 0, 0x23, 0x28],
  ] as const;
  const parts = [chunk("IHDR", [...width, ...height, 8, 2, 0, 0, 0]), chunk("IDAT", []), chunk("IEND", [])];
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts]);
}

describe("of a file that is another one while something is made of it", () => {
  const picture = (background: string) =>
    sharp({ create: { width: 400, height: 300, channels: 3, background } })
      .png()
      .toBuffer();
  const colourOf = async (bytes: string) => {
    const { dominant } = await sharp(Buffer.from(bytes, "base64")).stats();
    return dominant.r > dominant.b ? "red" : "blue";
  };

  test("nothing is kept, so that it is not shown in its place later", async () => {
    const [red, blue] = await Promise.all(["#a00", "#00a"].map(picture));
    const folder = folderWith({ "speakers/ada-example.md": "---\nname: Ada Example\nphoto: ada.png\n---\n" }, { "ada.png": red ?? "" });
    const file = join(folder, "assets/media/ada.png");
    const meanwhile = await prepare(folder, undefined, () => writeFileSync(file, blue ?? ""));
    expect(warningsOf(meanwhile)).toEqual([
      expect.stringContaining("broken-picture: `ada.png` could not be made smaller, so it is not shown. → Build again, or replace it."),
    ]);
    writeFileSync(file, red ?? "");
    const after = await prepare(folder);
    const made = Object.entries(await bytesOf(after)).filter(([path]) => path.endsWith(".webp"));
    expect(made.length).toBeGreaterThan(0);
    for (const [path, bytes] of made) expect([path, await colourOf(bytes)]).toEqual([path, "red"]);
  });

  test("but not of one that only gets a link elsewhere, as commands that try their changes make it", async () => {
    const folder = folderWith(
      { "speakers/ada-example.md": "---\nname: Ada Example\nphoto: ada.png\n---\n" },
      { "ada.png": await picture("#a00") },
    );
    const file = join(folder, "assets/media/ada.png");
    let links = 0;
    const meanwhile = await prepare(folder, undefined, () => linkSync(file, join(folder, `link-${links++}`)));
    expect(links).toBeGreaterThan(0);
    expect(warningsOf(meanwhile)).toEqual([]);
  });

  test("and which the cache lost meanwhile, nothing is published", async () => {
    const [red, blue] = await Promise.all(["#a00", "#00a"].map(picture));
    const folder = folderWith({ "speakers/ada-example.md": "---\nname: Ada Example\nphoto: ada.png\n---\n" }, { "ada.png": red ?? "" });
    const prepared = await prepare(folder);
    writeFileSync(join(folder, "assets/media/ada.png"), blue ?? "");
    for (const name of readdirSync(join(folder, "cache/media")))
      if (name.startsWith("picture-")) rmSync(join(folder, "cache/media", name, "p-160.webp"));
    await expect(bytesOf(prepared)).rejects.toThrow(
      /^What was made of `ada\.png` is damaged in the cache folder, and cannot be made again of the file as it is now\. Build again\.$/,
    );
  });
});

describe("nothing can be made of", () => {
  test("a PDF in the place of a picture or of captions", async () => {
    const folder = folderWith(
      { [TALK]: talk("video:\n  url: https://example.org/v\n  poster: p.pdf\n  captions: p.pdf\n") },
      { "p.pdf": makePdf([{}]) },
    );
    expect(warningsOf(await prepare(folder)).sort()).toEqual([
      expect.stringContaining("broken-picture: `p.pdf` is no picture that can be read."),
      expect.stringContaining("bad-captions: `p.pdf` is not sound WebVTT, line "),
    ]);
  });

  test("a drawing in a gzip, which the package of pictures would open; captions that are no UTF-8 are told", async () => {
    const drawing = gzipSync('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><text y="20">A</text></svg>');
    const folder = folderWith(
      { [TALK]: talk("video:\n  url: https://example.org/v\n  poster: p.gz\n  captions: c.vtt\n") },
      { "p.gz": drawing, "c.vtt": Buffer.from(`${CAPTIONS}\n00:05.000 --> 00:06.000\ncafé\n`, "latin1") },
    );
    const prepared = await prepare(folder);
    expect(prepared.made.pictures.size).toBe(0);
    expect(warningsOf(prepared).sort()).toEqual([
      expect.stringContaining("broken-picture: `p.gz` is no picture that can be read."),
      expect.stringContaining("bad-captions: `c.vtt` is not sound WebVTT, line 7: The text is not UTF-8."),
    ]);
  });

  test("encrypted, damaged, empty and too long PDFs, pictures that are none or too large, unsound captions", async () => {
    const folder = folderWith(
      {
        ...deck("encrypted"),
        ...deck("damaged"),
        ...deck("empty"),
        ...deck("long"),
        [TALK]: talk("video:\n  url: https://example.org/v\n  poster: poster.jpg\n  captions: captions.vtt\n"),
        "speakers/ada-example.md": "---\nname: Ada Example\nphoto: large.png\n---\n",
      },
      {
        "encrypted.pdf": makePdf([{}], { encrypted: true }),
        "damaged.pdf": "%PDF-1.4 and nothing",
        "empty.pdf": makePdf([]),
        "long.pdf": makePdf(Array.from({ length: 501 }, () => ({}))),
        "poster.jpg": JPEG,
        "large.png": largePng(),
        "captions.vtt": `${CAPTIONS}\n00:05 --> 00:06\nBye.\n\nlost\n`,
      },
    );
    const expected = [
      "7 bad-captions: `captions.vtt` is not sound WebVTT, line 6: Times are written like `00:01:02.500 --> 00:01:05.000`. (and 1 more) → Mend that line; browsers and the transcript leave out what is broken.",
      "6 broken-picture: `poster.jpg` is no picture that can be read. → Open it and see; replace it with a JPEG, PNG, WebP or AVIF.",
      "3 large-picture: `large.png` takes too much time or memory to be made smaller, so it is not shown. → Replace it with a smaller one.",
      "5 broken-pdf: `damaged.pdf` is damaged, so its slides cannot be shown. → Open it, print it to a new PDF, and look whether that is whole. Until then the page offers only the download.",
      "5 empty-pdf: `empty.pdf` has no pages. → Replace it with the slides of the talk, or delete the field.",
      "5 encrypted-pdf: `encrypted.pdf` asks for a password, so its slides cannot be shown. → Save it without a password. Until then the page offers only the download.",
      "5 long-pdf: `long.pdf` has more than 500 pages, too many for a viewer of slides. → Leave it if it is right; the page offers the download.",
    ];
    const prepared = await prepare(folder);
    expect(warningsOf(prepared).sort()).toEqual(expected.sort());
    expect([...prepared.made.decks, ...prepared.made.pictures, ...prepared.files]).toEqual([]);
    const again = await prepare(folder);
    expect([warningsOf(again).sort(), again.told]).toEqual([expected, []]);
  });

  test("a PDF that is too large to be read", async () => {
    const folder = folderWith(deck("a"), { "a.pdf": "%PDF-1.4" });
    truncateSync(join(folder, "assets/media/a.pdf"), 2_500_000_000);
    expect(warningsOf(await prepare(folder))).toEqual([expect.stringMatching(/^5 large-pdf: `a\.pdf` has more than 300 MB, so/)]);
  });
});

test("a site without media starts no other program", async () => {
  const prepared = await prepare(folderOf({ "content/site.yaml": SITE }));
  expect([prepared.told, prepared.files]).toEqual([[], []]);
});

test("a picture whose file tells where it was taken and with what", async () => {
  const pixels = sharp({ create: { width: 40, height: 30, channels: 3, background: "#a33" } });
  const exif = {
    IFD0: { Copyright: "Ada Example" },
    IFD2: { BodySerialNumber: "12345", CameraOwnerName: "Ada Example" },
    IFD3: { GPSLatitudeRef: "N", GPSLatitude: "52/1 31/1 0/1", GPSLongitudeRef: "E", GPSLongitude: "13/1 24/1 0/1" },
  };
  const names = ["jpeg", "png", "webp"] as const;
  const media = await Promise.all(
    names.map(async (name) => [`${name}.${name}`, await pixels.clone().withExif(exif).toFormat(name).toBuffer()] as const),
  );
  const harmless = await pixels
    .clone()
    .withExif({ IFD0: { Copyright: "Ada Example" } })
    .jpeg()
    .toBuffer();
  const poster = (name: string) => talk(`video:\n  url: https://example.org/v\n  poster: ${name}\n`);
  const folder = folderWith(
    {
      ...Object.fromEntries(names.map((name) => [`events/2020-spring/talks/${name}.md`, poster(`${name}.${name}`)])),
      "events/2020-spring/talks/harmless.md": poster("harmless.jpg"),
    },
    { ...Object.fromEntries(media), "harmless.jpg": harmless },
  );
  const prepared = await prepare(folder);
  expect(warningsOf(prepared).map((one) => one.replace(/ →.*/, ""))).toEqual(
    names.map(
      (name) =>
        `6 telling-picture: The file \`${name}.${name}\` tells the name of its owner, the place where it was taken and the serial number of a camera.`,
    ),
  );
  for (const { read } of prepared.files)
    for await (const { content } of read()) expect((await sharp(content).metadata()).exif).toBeUndefined();
});

test("what a process uses is known, from /proc and from ps", () => {
  const { memory = 0, cpu = -1 } = usageOf(process.pid) ?? {};
  expect(memory / process.memoryUsage.rss()).toBeGreaterThan(0.5);
  expect(cpu).toBeGreaterThan(0);
  expect(usageOf(2 ** 30)).toBeUndefined();
  expect(fromPs("  2048   1:02.50\n")).toEqual({ memory: 2_097_152, cpu: 62.5 });
  expect(fromPs("2048 1-02:03:04")).toEqual({ memory: 2_097_152, cpu: 93_784 });
  expect(fromPs("")).toBeUndefined();
});

longTest("on a full disk the build ends and nothing is kept, so that it is made when there is room", async () => {
  const folder = folderWith({ [TALK]: talk("slides:\n  file: 2020/a-talk.pdf\n") }, { "2020/a-talk.pdf": makePdf(SMALL) });
  const cache = join(folder, "cache/media");
  vi.stubEnv("NODE_OPTIONS", `--import=data:text/javascript,${encodeURIComponent(FULL_DISK)}`);
  const failure = await prepare(folder).catch((error: unknown) => explainSystemError(error));
  expect(failure).toMatch(/^There is no space left for `[^`]*\.draft`\. Delete something, or choose another disk\. \(ENOSPC\)$/);
  expect(readdirSync(cache)).toEqual([]);
  vi.unstubAllEnvs();
  expect(await prepare(folder)).toMatchObject({ warnings: [], files: [{}] });
});
