/** The process that makes media: a fault of a file is told of that file, a fault of the program is not. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writePicture } from "../../src/media/maker/pictures.ts";
import { LIMITS, Maker } from "../../src/media/worker.ts";
import { temporaryFolder } from "../support/content.ts";
import { makePdf } from "../support/make-pdf.ts";

/** Leaves a promise alone, as a package does that a damaged file surprised; only once the maker itself listens, so that it hears all. */
const STRAY = `
  const stray = ({ file }) => { if (file.endsWith("stray.pdf")) Promise.reject(new Error("stray")); };
  process.on("newListener", (name, listener) => { if (name === "message" && listener !== stray) process.on("message", stray); });
`;

/** As if the package were not installed whole. */
const LOADER = `export const resolve = (name, context, next) => {
  if (name.startsWith("pdfjs-dist")) throw new Error("pdfjs-dist is missing");
  return next(name, context);
}`;
const WITHOUT_PDFJS = `import { register } from "node:module"; register(${JSON.stringify(`data:text/javascript,${encodeURIComponent(LOADER)}`)});`;

let maker: Maker;
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  maker = new Maker(LIMITS);
});

afterEach(() => {
  maker.stop();
  vi.unstubAllEnvs();
});

const make = (name: string, bytes?: Uint8Array) => {
  const file = join(folder, name);
  if (bytes) writeFileSync(file, bytes);
  const pictures = join(folder, `${name}-pictures`);
  mkdirSync(pictures);
  return maker.make({ kind: "deck", file, folder: pictures }, () => {});
};

test("a promise that a package broke refuses the file at hand, and the next one is made", async () => {
  vi.stubEnv("NODE_OPTIONS", `--import=data:text/javascript,${encodeURIComponent(STRAY)}`);
  const good = makePdf([{}]);
  expect(await make("before.pdf", good)).toMatchObject({ made: { deck: { pages: [{}] } } });
  expect(await make("stray.pdf", good)).toEqual({ refused: "broken" });
  expect(await make("after.pdf", good)).toMatchObject({ made: { deck: { pages: [{}] } } });
});

test("a fault of the program itself is told, not laid on the file", async () => {
  vi.stubEnv("NODE_OPTIONS", `--import=data:text/javascript,${encodeURIComponent(WITHOUT_PDFJS)}`);
  await expect(make("good.pdf", makePdf([{}]))).rejects.toThrow(
    /^The program that makes pictures of media ended with 1\. [\s\S]*pdfjs-dist is missing/,
  );
});

test.each(["deck", "picture"] as const)("what the system refuses is none of the file's faults: %s", async (kind) => {
  const file = join(folder, kind);
  writeFileSync(
    file,
    kind === "deck"
      ? makePdf([{}])
      : await sharp({ create: { width: 9, height: 9, channels: 3, background: "red" } })
          .png()
          .toBuffer(),
  );
  const gone = join(folder, "no-such-folder");
  await expect(maker.make({ kind, file, folder: gone }, () => {})).rejects.toMatchObject({
    code: "ENOENT",
    syscall: "open",
    path: expect.stringContaining(gone),
  });
  const unread = join(folder, "not-there");
  await expect(maker.make({ kind, file: unread, folder }, () => {})).rejects.toMatchObject({ code: "ENOENT", path: unread });
  expect(await maker.make({ kind, file, folder }, () => {})).toHaveProperty("made");
});

test("a picture that is higher than any of the web is made lower", async () => {
  const file = join(folder, "high.png");
  await sharp({ create: { width: 4, height: 20_000, channels: 3, background: "red" } }).toFile(file);
  expect(await writePicture(file, folder, "high", [{ type: "image/webp", widths: [160] }])).toMatchObject({ width: 3, height: 15_000 });
});
