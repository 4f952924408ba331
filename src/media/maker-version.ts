/** The version of the maker: what it makes may be otherwise with another source of it, or with other packages. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "./packages.ts";

const PACKAGES = ["pdfjs-dist", "@napi-rs/canvas", "sharp"];

/** The file in which the package keeps the digest of the maker's source, so that compiled files make media of the same addresses. */
export const SOURCE_DIGEST = "source-digest.txt";

const MAKER_DIR = join(import.meta.dirname, "maker");

let known: string | undefined;

/** A digest of the maker's source and of the versions of its packages. */
export function makerVersion(): string {
  known ??= makerVersionOf(MAKER_DIR);
  return known;
}

/** The same for any folder of the maker, as source or compiled. */
export function makerVersionOf(makerDir: string): string {
  const sum = createHash("sha256").update(makerSource(makerDir));
  for (const name of PACKAGES) {
    const { version } = JSON.parse(readFileSync(packageFile(name, makerDir), "utf8")) as { version: string };
    sum.update(`\0${name} ${version}`);
  }
  return sum.digest("hex").slice(0, 8);
}

/** The digest of the maker's source. */
export function makerSource(makerDir = MAKER_DIR): string {
  const kept = join(makerDir, SOURCE_DIGEST);
  if (existsSync(kept)) return readFileSync(kept, "utf8").trim();
  const sum = createHash("sha256");
  for (const name of readdirSync(makerDir).sort()) sum.update(`\0${name}\0`).update(readFileSync(join(makerDir, name)));
  return sum.digest("hex");
}
