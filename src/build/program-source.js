/** The state of the program's own files. Plain JavaScript, for it is asked before anything is compiled. */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A digest of the files of the program, as source or compiled, as they are now. Templates and declarations of types are left out. */
export function sourceDigest(programDir) {
  const sum = createHash("sha256");
  const paths = readdirSync(programDir, { recursive: true }).filter((path) => /\.[jt]s$/.test(path) && !path.endsWith(".d.ts"));
  for (const path of paths.sort()) sum.update(`\0${path}\0`).update(readFileSync(join(programDir, path)));
  return sum.digest("hex").slice(0, 32);
}
