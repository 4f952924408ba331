/** Makes a copy of the program in a temporary folder, whose templates, styles and packages a test may change. */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

const PROJECT = resolve(import.meta.dirname, "../..");

/** Copies the program; its packages are links to the installed ones, with a list of them of its own. */
export function copyProject(folder: string): void {
  for (const name of ["src", "assets", ".eleventy.ts", "package.json", "package-lock.json", "tsconfig.json"])
    cpSync(join(PROJECT, name), join(folder, name), { recursive: true });
  const packages = join(PROJECT, "node_modules");
  mkdirSync(join(folder, "node_modules"));
  for (const name of readdirSync(packages))
    if (name === ".package-lock.json") cpSync(join(packages, name), join(folder, "node_modules", name));
    else if (!name.startsWith(".")) symlinkSync(join(packages, name), join(folder, "node_modules", name));
}
