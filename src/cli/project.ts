/** The folder of the archive, from which all other folders are named, wherever a command is started. */
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { type BuildSettings, DEFAULT_SETTINGS, ELEVENTY_FILES, EXTENSIONS, fromHere, TEMPLATES } from "../build/settings.ts";
import { foldersAbove } from "../media/packages.ts";

const OPTION = "--project";

/**
 * The folder of the archive: that of `--project`, else the nearest from the current one up that has `content/site.yaml`, else the current
 * one. Options need it for their usual values, before the command line is read.
 *
 * @param words the command line, such as `["build", "--project", "../archive"]`.
 */
export function projectDir(words: readonly string[] = process.argv.slice(2), from = process.cwd()): string {
  const above = () => foldersAbove(from).find((folder) => existsSync(join(folder, DEFAULT_SETTINGS.contentDir, "site.yaml")));
  return namedProject(words, from) ?? above() ?? from;
}

/** The folder that `--project` names. */
export function namedProject(words: readonly string[] = process.argv.slice(2), from = process.cwd()): string | undefined {
  const given = words.flatMap((word, index) =>
    word.startsWith(`${OPTION}=`) ? [word.slice(OPTION.length + 1)] : word === OPTION ? [words[index + 1] ?? ""] : [],
  );
  const last = given.at(-1);
  return last === undefined ? undefined : resolve(from, last);
}

/** The usual folders, from the current one. */
export function usualFolders(): Pick<BuildSettings, "contentDir" | "assetsDir" | "outputDir" | "cacheDir"> {
  const { contentDir, assetsDir, outputDir, cacheDir } = DEFAULT_SETTINGS;
  const at = (folder: string) => fromHere(join(projectDir(), folder));
  return { contentDir: at(contentDir), assetsDir: at(assetsDir), outputDir: at(outputDir), cacheDir: at(cacheDir) };
}

/** The folder of extensions of the archive, from the current one. */
export function usualExtensions(): string {
  return fromHere(join(projectDir(), EXTENSIONS));
}

/** What an archive adds to the program: the files and folders, from the current one, by their names. */
export function additionsOf(extensions = usualExtensions()): Map<string, string> {
  const beside = [TEMPLATES, ...ELEVENTY_FILES].map((name): [string, string] => [name, fromHere(join(projectDir(), name))]);
  return new Map([[EXTENSIONS, extensions], ...beside]);
}
