/**
 * Makes `dist/`, the program as the package holds it: compiled, with templates, scripts and the web editor, so that nothing has to be
 * compiled where it is installed. `npm pack` runs it.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { DECAP_FILES, decapDir } from "../src/build/editor.ts";
import { scriptsToKeep } from "../src/build/scripts.ts";
import { makerSource, SOURCE_DIGEST } from "../src/media/maker-version.ts";

const PROJECT = resolve(import.meta.dirname, "..");
const SOURCE = join(PROJECT, "src");
const DIST = join(PROJECT, "dist");

rmSync(DIST, { recursive: true, force: true });
const tsc = join(PROJECT, "node_modules/typescript/bin/tsc");
const { status } = spawnSync(process.execPath, [tsc, "-p", ".package/tsconfig.json"], { cwd: PROJECT, stdio: "inherit" });
if (status !== 0) process.exit(1);

// Whatever is not compiled lies beside what is: templates, plain JavaScript, declarations, and the files of `init`.
for (const path of readdirSync(SOURCE, { recursive: true, encoding: "utf8" }))
  if (/\.(njk|js|json|d\.ts)$/.test(path) && !/^cli.(start|start-faults|start-watched|compile)\./.test(path))
    copy(join(SOURCE, path), join(DIST, path));
cpSync(join(SOURCE, "cli/init/files"), join(DIST, "cli/init/files"), { recursive: true });

for await (const { file, bytes } of scriptsToKeep(join(PROJECT, "assets/js"))) write(file.replace(SOURCE, DIST), bytes);

for (const path of DECAP_FILES) copy(join(decapDir(), path), join(DIST, "decap-cms", path));
write(join(DIST, "media/maker", SOURCE_DIGEST), `${makerSource()}\n`);

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
