/** Fingerprints: short digests of what a file is made of, and of the program that makes it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digest } from "../text/digest.ts";
import { PROJECT_DIR } from "./settings.ts";

/**
 * A digest of the program: its own source, its packages as they are installed, and Node. Templates are left out, because a page
 * depends on few of them; pages name theirs.
 */
export function programFingerprint(): string {
  const sources = readdirSync(join(PROJECT_DIR, "src"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.[jt]s$/.test(path))
    .sort()
    .map((path) => `${path} ${digest(readFileSync(join(PROJECT_DIR, "src", path)))}`);
  const { dependencies } = JSON.parse(readFileSync(join(PROJECT_DIR, "package.json"), "utf8")) as { dependencies: Record<string, string> };
  const packages = Object.keys(dependencies).map((name) => `node_modules/${name}/package.json`);
  const installed = ["package.json", "package-lock.json", "node_modules/.package-lock.json", ...packages]
    .map((path) => join(PROJECT_DIR, path))
    .map((path) => (existsSync(path) ? digest(readFileSync(path)) : ""));
  return digest([process.version, process.versions["icu"], process.versions["tz"], ...sources, ...installed].join("\n"));
}

/** A digest of a template and of all that it extends, includes or imports, for each template by name. */
export function templateFingerprints(templates: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const closure = (name: string, seen: Set<string>): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const [, used = ""] of (templates.get(name) ?? "").matchAll(/\{%-?\s*(?:extends|include|import|from)\s+"([^"]+)"/g))
      closure(used, seen);
    return seen;
  };
  return new Map(
    [...templates.keys()].map((name) => [name, digest([...closure(name, new Set())].map((used) => templates.get(used)).join("\0"))]),
  );
}
