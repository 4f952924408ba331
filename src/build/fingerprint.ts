/** Fingerprints: short digests of what a file is made of, and of the program that makes it. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { foldersAbove, packageFile } from "../media/packages.ts";
import { digest } from "../text/digest.ts";
import { PROGRAM_DIR } from "./settings.ts";

let ofThisProcess: string | undefined;

/**
 * A digest of the program: its own files, its packages as they are installed, and Node. Templates are left out, because a page
 * depends on few of them; pages name theirs. Packages may be installed in any `node_modules` above the program.
 *
 * @param programDir `src/` of the project or `dist/` of the package; by default the program that runs, which stays what it was at the first call.
 * @throws when a package is not installed, for then nobody knows what the last build was made with.
 */
export function programFingerprint(programDir?: string): string {
  if (programDir !== undefined) return fingerprintOf(programDir, sourceDigest(programDir));
  ofThisProcess ??= fingerprintOf(PROGRAM_DIR, compiledFrom() ?? sourceDigest(PROGRAM_DIR));
  return ofThisProcess;
}

/** The digest of the source that this process was compiled from, as `cli/compile.js` leaves it: the source may be another by now. */
function compiledFrom(): string | undefined {
  return (globalThis as { compiledFrom?: string }).compiledFrom;
}

/** A digest of the files of the program as they are now, the same as `cli/compile.js` makes before anything is compiled. */
export function sourceDigest(programDir: string): string {
  const sum = createHash("sha256");
  const paths = readdirSync(programDir, { recursive: true, encoding: "utf8" });
  for (const path of paths.filter((one) => /\.[jt]s$/.test(one) && !/\.d\.ts$|(?:^|[\\/])\.[^\\/]*$/.test(one)).sort())
    sum.update(`\0${path}\0`).update(readFileSync(join(programDir, path)));
  return sum.digest("hex").slice(0, 32);
}

function fingerprintOf(programDir: string, source: string): string {
  const projectDir = join(programDir, "..");
  const { dependencies } = JSON.parse(readFileSync(join(projectDir, "package.json"), "utf8")) as { dependencies: Record<string, string> };
  const packages = Object.keys(dependencies).map((name) => packageFile(name, programDir));
  const locks = foldersAbove(programDir)
    .filter((folder) => existsSync(join(folder, "node_modules")))
    .flatMap((folder) => [join(folder, "package-lock.json"), join(folder, "node_modules/.package-lock.json")]);
  const installed = [join(projectDir, "package.json"), ...locks, ...packages].map((path) =>
    existsSync(path) ? digest(readFileSync(path)) : "",
  );
  return digest([process.version, process.versions["icu"], process.versions["tz"], source, ...installed].join("\n"));
}

/** A tag that names another template, and all that stands in it behind its first word. */
const USE = /\{%-?\s*(?:extends|include|import|from)\b((?:[^%]|%(?!\}))*)/g;
/** One that is named outright, in either kind of quotes. */
const NAMED = /^\s*(?:"([^"\\]*)"|'([^'\\]*)')\s*(?:-?$|(?:as|import|ignore|with|without)\b)/;

/** The templates that a template names; all of `names` where a name is worked out when it is printed. */
function usedBy(template: string, names: readonly string[]): readonly string[] {
  const found = [...template.matchAll(USE)].map(([, rest = ""]) => {
    const [all, double, single] = NAMED.exec(rest) ?? [];
    return all === undefined ? undefined : (double ?? single ?? "");
  });
  return found.includes(undefined) ? names : found.filter((name) => name !== undefined);
}

/** A digest of a template and of all that it extends, includes or imports, for each template by name. */
export function templateFingerprints(templates: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const names = [...templates.keys()];
  const used = new Map([...templates].map(([name, template]) => [name, usedBy(template, names)]));
  const closure = (name: string, seen: Set<string>): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const other of used.get(name) ?? []) closure(other, seen);
    return seen;
  };
  return new Map(names.map((name) => [name, digest([...closure(name, new Set())].map((other) => templates.get(other)).join("\0"))]));
}
