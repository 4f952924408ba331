/** What the package holds, as far as it can be known without making it; `installed.ts` makes and uses it. */
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { DECAP_FILES, decapDir } from "../../src/build/editor.ts";
import { programFingerprint } from "../../src/build/fingerprint.ts";
import { copyProgram, lockedDir } from "../../src/cli/bag.ts";
import { projectDir } from "../../src/cli/project.ts";
import { makerSource, makerVersionOf, SOURCE_DIGEST } from "../../src/media/maker-version.ts";
import { packageFile } from "../../src/media/packages.ts";
import { makerProgram } from "../../src/media/worker.ts";
import { isOwnGenerator } from "../../src/publishing/generator.ts";
import { PROJECT } from "../support/cli.ts";
import { folderOf } from "../support/content.ts";

interface PackageFile {
  name: string;
  bin: Record<string, string>;
  exports: Record<string, string | { types: string; default: string }>;
  dependencies: Record<string, string>;
}

const own = JSON.parse(readFileSync(join(PROJECT, "package.json"), "utf8")) as PackageFile;

describe("package.json", () => {
  test("names compiled files of sources that are there", () => {
    const face = own.exports["."];
    const files = [...Object.values(own.bin), ...(typeof face === "object" ? Object.values(face) : [])];
    expect(files.length).toBe(3);
    for (const file of files)
      expect(existsSync(join(PROJECT, file.replace(/^\.?\/?dist/, "src").replace(/(\.d\.ts|\.js)$/, ".ts")))).toBe(true);
    expect(readFileSync(join(PROJECT, "src/cli/main.ts"), "utf8")).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  test("leaves what only makes the package, and Decap, to those who work on the program", () => {
    for (const name of ["tsx", "esbuild", "decap-cms", "typescript"]) expect(own.dependencies).not.toHaveProperty(name);
    for (const version of Object.values(own.dependencies)) expect(version).toMatch(/^(npm:.+@)?\d+\.\d+\.\d+$/);
  });

  test("packs assets and what they are made of, and neither records nor tests", () => {
    const { stdout } = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], { cwd: PROJECT, encoding: "utf8" });
    const packed = JSON.parse(stdout) as { files: { path: string }[] }[] | Record<string, { files: { path: string }[] }>;
    const paths = Object.values(packed).flatMap(({ files }) => files.map(({ path }) => path));
    for (const path of ["assets/css/tokens.css", "assets/js/inline/theme.js", "assets/images/icon.svg", "assets/admin/setup.js", "LICENSE"])
      expect(paths).toContain(path);
    expect(paths).toContain("src/words/en-browser.ts");
    expect(paths).toContain(".github/CHANGELOG.md");
    const allowed = /^(dist|assets|src\/text|src\/words)\/|^(\.github\/CHANGELOG\.md|LICENSE|README\.md|package\.json)$/;
    expect(paths.filter((path) => !allowed.test(path))).toEqual([]);
    expect(paths.filter((path) => path.startsWith("assets/media/"))).toEqual([]);
  });
});

test("every file of the source is compiled or copied", () => {
  const files = readdirSync(join(PROJECT, "src"), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const others = files.map((entry) =>
    join(entry.parentPath, entry.name)
      .slice(PROJECT.length + 1)
      .replaceAll("\\", "/"),
  );
  const known = new Set([".ts", ".js", ".njk", ".json"]);
  expect(others.filter((path) => !known.has(extname(path)) && !path.startsWith("src/cli/init/files/"))).toEqual(["src/README.md"]);
});

test("the files of Decap that the package holds are there", () => {
  for (const file of DECAP_FILES) expect(existsSync(join(decapDir(), file)), file).toBe(true);
});

describe("a program below `node_modules`", () => {
  let root: string;
  const program = () => join(root, "node_modules/conference-archive");
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  beforeAll(() => {
    root = folderOf({
      "package-lock.json": "{}",
      "node_modules/conference-archive/package.json": '{"dependencies":{"own":"1.0.0","hoisted":"1.0.0"}}',
      "node_modules/conference-archive/dist/main.js": "start();",
      "node_modules/conference-archive/node_modules/own/package.json": '{"version":"1.0.0"}',
      "node_modules/hoisted/package.json": '{"version":"1.0.0"}',
    });
  });

  test("has another fingerprint when its files, its hoisted packages or the user's lock file change", () => {
    const fingerprint = () => programFingerprint(join(program(), "dist"));
    const seen = [fingerprint()];
    expect(fingerprint()).toBe(seen[0]);
    for (const [path, text] of [
      ["node_modules/hoisted/package.json", '{"version":"1.0.1"}'],
      ["node_modules/conference-archive/node_modules/own/package.json", '{"version":"1.0.1"}'],
      ["node_modules/conference-archive/dist/main.js", "start(2);"],
      ["package-lock.json", '{"name":"mine"}'],
    ] as const) {
      put(path, text);
      seen.push(fingerprint());
    }
    expect(new Set(seen).size).toBe(5);
  });

  test("does not build while a package is missing", () => {
    put("node_modules/conference-archive/package.json", '{"dependencies":{"nowhere-at-all":"1.0.0"}}');
    expect(() => programFingerprint(join(program(), "dist"))).toThrow("The package nowhere-at-all is not installed in");
  });

  test("finds the nearer of two packages of one name", () => {
    put("node_modules/conference-archive/node_modules/hoisted/package.json", "{}");
    expect(packageFile("hoisted", join(program(), "dist"))).toBe(join(program(), "node_modules/hoisted/package.json"));
  });
});

describe("the maker of media", () => {
  const packages = (version: string) =>
    Object.fromEntries(
      ["pdfjs-dist", "@napi-rs/canvas", "sharp"].map((name) => [`node_modules/${name}/package.json`, JSON.stringify({ version })]),
    );

  test("has one version as source and compiled, wherever its packages are", () => {
    const source = folderOf({ ...packages("1.0.0"), "src/maker/main.ts": "const a: string = b;" });
    const maker = join(source, "src/maker");
    const compiled = {
      "node_modules/x/maker/main.js": "const a = b;",
      [`node_modules/x/maker/${SOURCE_DIGEST}`]: `${makerSource(maker)}\n`,
    };
    const version = makerVersionOf(maker);
    expect(makerVersionOf(join(folderOf({ ...packages("1.0.0"), ...compiled }), "node_modules/x/maker"))).toBe(version);
    expect(makerVersionOf(join(folderOf({ ...packages("1.0.1"), ...compiled }), "node_modules/x/maker"))).not.toBe(version);
  });

  test("is started compiled where it is compiled, and by the loader where it is not", () => {
    // A compiled program that another test has loaded would name its own.
    vi.stubEnv("MEDIA_MAKER", undefined);
    const compiled = folderOf({ "maker/main.js": "" });
    expect(makerProgram(compiled)).toEqual([join(compiled, "maker/main.js")]);
    const source = folderOf({ "maker/main.ts": "" });
    expect(makerProgram(source)).toEqual(["--import", "tsx", join(source, "maker/main.ts")]);
    vi.unstubAllEnvs();
  });
});

describe("the folder of the archive", () => {
  test("is the nearest with a site record, or the one that is named", () => {
    const root = folderOf({ "content/site.yaml": "", "content/events/2020/event.md": "", "elsewhere/x": "" });
    expect(projectDir([], join(root, "content/events/2020"))).toBe(root);
    expect(projectDir(["build", "--project", "../.."], join(root, "content/events"))).toBe(root);
    expect(projectDir(["build", `--project=${root}`], "/")).toBe(root);
    expect(projectDir([], "/")).toBe("/");
  });

  test("has its lock file beside it or, in a workspace, above it", () => {
    const root = folderOf({ "package-lock.json": "{}", "packages/archive/package.json": "{}", "alone/package-lock.json": "{}" });
    expect(lockedDir(join(root, "packages/archive"))).toBe(root);
    expect(lockedDir(join(root, "alone"))).toBe(join(root, "alone"));
  });
});

test("a copy of a program that nobody can write to can be removed", () => {
  const root = folderOf({ "program/dist/cli/main.js": "", "program/node_modules/other/index.js": "" });
  const folders = ["dist/cli", "dist", ""];
  for (const folder of folders) chmodSync(join(root, "program", folder), 0o555);
  try {
    copyProgram(join(root, "program"), join(root, "copy"));
  } finally {
    for (const folder of folders.toReversed()) chmodSync(join(root, "program", folder), 0o755);
  }
  expect(readdirSync(join(root, "copy"), { recursive: true }).sort()).toEqual(["dist", "dist/cli", "dist/cli/main.js"]);
  for (const folder of folders) expect(statSync(join(root, "copy", folder)).mode & 0o200, folder).toBe(0o200);
});

test("files that the program wrote under its former name are its own", () => {
  expect(["conference-archive", "xen-summit-archive", "pretalx", undefined].map(isOwnGenerator)).toEqual([true, true, false, false]);
});
