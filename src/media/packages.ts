/** Where installed packages are: npm puts them below the package that needs them, or into any `node_modules` above it. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * The `package.json` of a package that a file in `from` would import.
 *
 * @throws when it is in no `node_modules` of the folder or above it.
 */
export function packageFile(name: string, from: string): string {
  const found = foldersAbove(from)
    .map((folder) => join(folder, "node_modules", name, "package.json"))
    .find((file) => existsSync(file));
  if (found === undefined)
    throw Object.assign(new Error(`The package ${name} is not installed in \`${from}\` or above it.`), {
      code: "ERR_MODULE_NOT_FOUND",
      path: name,
    });
  return found;
}

/** A folder and all that it is in, up to the root. */
export function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [folder] : [folder, ...foldersAbove(above)];
}
