/** The version of the maker: what it makes may be otherwise with another source of it, or with other packages. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const PACKAGES = ["pdfjs-dist", "@napi-rs/canvas", "sharp"];

let known: string | undefined;

/** A digest of the maker's source and of the versions of its packages. */
export function makerVersion(): string {
  known ??= read();
  return known;
}

function read(): string {
  const sum = createHash("sha256");
  const folder = join(import.meta.dirname, "maker");
  for (const name of readdirSync(folder).sort()) sum.update(`\0${name}\0`).update(readFileSync(join(folder, name)));
  const packages = join(import.meta.dirname, "../../node_modules");
  for (const name of PACKAGES) {
    const { version } = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8")) as { version: string };
    sum.update(`\0${name} ${version}`);
  }
  return sum.digest("hex").slice(0, 8);
}
