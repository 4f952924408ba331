/** The packed program in a bag: the package file of its folder and a lock file with what it needs and nothing else, of the archive's own. */
import { z } from "zod";

const texts = z.record(z.string(), z.string()).optional();
/** A package in a lock file of npm, version 3 (https://docs.npmjs.com/cli/v10/configuring-npm/package-lock-json). */
const lockedPackageSchema = z.looseObject({
  version: z.string().optional(),
  dependencies: texts,
  optionalDependencies: texts,
  peerDependencies: texts,
  peerDependenciesMeta: z.record(z.string(), z.looseObject({ optional: z.boolean().optional() })).optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), lockedPackageSchema).optional() });

type LockedPackage = z.infer<typeof lockedPackageSchema>;

/** What is read of a lock file: packages by their folder; empty is the name of the folder of the lock file itself. */
export type Lock = Pick<z.infer<typeof lockSchema>, "packages">;

/** What the text of a lock file says; nothing where it is none, such as when a merge has left its marks in it. */
export function readLock(text: string): Lock | undefined {
  try {
    const data: unknown = JSON.parse(text);
    return lockSchema.safeParse(data).success ? (data as Lock) : undefined;
  } catch {
    return undefined;
  }
}

/** The program that is in the bag. */
export interface PackedProgram {
  /** Its `package.json`. */
  manifest: LockedPackage & { name: string; version: string };
  /** The name of the file that `npm pack` made. */
  file: string;
  /** The digest of that file, as lock files say it: `sha512-…`. */
  integrity: string;
  /** Further packages that the archive uses, such as the one that makes the scripts of its theme, in the versions of its lock file. */
  further?: Record<string, string>;
}

/** What an entry says of a program beside its name. */
const FIELDS = ["version", "license", "bin", "dependencies", "optionalDependencies", "peerDependencies", "peerDependenciesMeta", "engines"];

/** The `package.json` of the folder of the program. */
export function programManifest({ manifest, file, further }: PackedProgram): object {
  return { name: "program", version: manifest.version, private: true, dependencies: { [manifest.name]: `file:${file}`, ...further } };
}

/** The version of a package in a lock file, if it names it. */
export function lockedVersion(lock: Lock, name: string): string | undefined {
  return lock.packages?.[at(name)]?.version;
}

/**
 * The lock file of that folder, by which `npm ci` installs what built the site: of the archive's lock file, the program and what it needs, in
 * the same versions. Nothing where that lock file does not name the program.
 */
export function programLock(lock: Lock, program: PackedProgram): object | undefined {
  const { manifest, file, integrity } = program;
  const { name } = manifest;
  const all = lock.packages ?? {};
  // The program is the project of the lock file itself, or a package in it.
  const place = all[""]?.["name"] === name ? "" : Object.keys(all).find((path) => path === at(name) || path.endsWith(`/${at(name)}`));
  if (place === undefined) return undefined;
  const needed = closureOf(all, place, { ...manifest, dependencies: { ...manifest.dependencies, ...program.further } });
  const from = (path: string) => movedPath(path, place, name);
  const entries = [...needed].map((path): [string, object] => [from(path), withoutUse(all[path] ?? {})]);
  const own = Object.fromEntries(FIELDS.filter((field) => field in manifest).map((field) => [field, manifest[field]]));
  entries.push([at(name), { ...own, resolved: `file:${file}`, integrity }]);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    name: "program",
    version: manifest.version,
    lockfileVersion: 3,
    requires: true,
    packages: { "": { ...programManifest(program), private: undefined }, ...Object.fromEntries(entries) },
  };
}

const at = (name: string) => `node_modules/${name}`;

/** The folders of all packages that a package needs, and of what these need, as Node finds them. */
function closureOf(all: Record<string, LockedPackage>, place: string, manifest: LockedPackage): Set<string> {
  const found = new Set<string>();
  const waiting: [path: string, of: LockedPackage][] = [[place, manifest]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [path, { dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta = {} }] = next;
    const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
    for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
      const target = foldersOf(path)
        .map((folder) => `${folder}${at(name)}`)
        .find((one) => one in all);
      const entry = target === undefined ? undefined : all[target];
      if (target === undefined || !entry || found.has(target)) continue;
      found.add(target);
      waiting.push([target, entry]);
    }
  }
  return found;
}

/** Where packages are looked for from a folder, with a slash at the end: in it, and in all that it is in. */
function foldersOf(path: string): string[] {
  if (path === "") return [""];
  const above = path.slice(0, Math.max(0, path.lastIndexOf("/")));
  return path.endsWith("/node_modules") ? foldersOf(above) : [`${path}/`, ...foldersOf(above)];
}

/** A folder of the archive's lock file in that of the program; what was in a part of a workspace comes below the program itself. */
function movedPath(path: string, place: string, name: string): string {
  if (path.startsWith("node_modules/")) return path;
  const inside = place !== "" && path.startsWith(`${place}/`) ? path.slice(place.length + 1) : path.slice(path.indexOf(at("")));
  return `${at(name)}/${inside}`;
}

/** An entry without what it was used for in the other project. */
function withoutUse({ dev, peer, devOptional, ...entry }: LockedPackage): object {
  return devOptional ? { ...entry, optional: true } : entry;
}

/** How the site of the bag is built again, for whoever finds it; `isPart` where the bag is of one event. */
export const programReadme = (
  isPart: boolean,
): string => `The program that built the site of this bag, as npm packs it. To build the site again, install Node.js
20.19 or newer, and run in this folder, in a copy of the bag:

  npm ci
  npx conference-archive build${isPart ? " --part" : ""} --output ../../site-again

It reads the records, media, theme and extensions in the folders beside this one. package-lock.json names every
package that the program needs, by version and digest; npm gets them from its registry. "npx conference-archive
--help" lists what else the program does. Packages that extensions/ or templates/ import themselves are named by
package.json in the folder above; install them there.
${isPart ? PART : WHOLE}`;

const WHOLE = `
The site in this bag is that of the records alone. Where there is a folder templates/, this builds its pages, too:

  npx conference-archive eleventy --output=../site-again
`;

const PART = `
This bag holds one event. Its records are whole, and so they may name talks, events and pages that are not in it. With
"--part" the build goes on all the same, and tells each with file and line.
`;
