/** `diff`: which pages and files two built sites do not share. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "./command.ts";
import { count } from "../text/wording.ts";
import { INDEX_FOLDER } from "../model/urls.ts";
import { UsageError } from "./options.ts";
import { hashFile } from "../preservation/hash.ts";
import { isLeftOut } from "../preservation/walk.ts";
import { visible, visibleJson } from "../problems/visible.ts";
import { runCommand } from "./report.ts";
import { commandName } from "../text/commands.ts";

interface Difference {
  added: string[];
  changed: string[];
  removed: string[];
}

/** Longer lists are cut in print; the counts are always whole. */
const LONGEST_LIST = 200;

export function define(command: Command): void {
  command
    .argument("<old>", "folder of a built site")
    .argument("<new>", "folder of another")
    .addOption(new Option("--format <name>", "how to print the list").choices(["text", "markdown", "json"]).default("text"))
    .addHelpText("after", `\nExample:\n  ${commandName("diff")} /tmp/site-of-main _site --format markdown\n`)
    .action((before: string, after: string, options) =>
      runCommand(async () => {
        for (const folder of [before, after])
          if (!existsSync(folder) || !statSync(folder).isDirectory())
            throw new UsageError(`There is no folder \`${folder}\`. Build a site into it first.`);
        process.stdout.write(print(compareSites(before, after), options.format));
      }),
    );
}

/** Compares two built sites file by file. Pages are named by their address, other files by their path. */
export function compareSites(before: string, after: string): Difference {
  const [old, fresh] = [digests(before), digests(after)];
  return {
    added: [...fresh.keys()].filter((path) => !old.has(path)),
    changed: [...fresh.keys()].filter((path) => old.has(path) && old.get(path) !== fresh.get(path)),
    removed: [...old.keys()].filter((path) => !fresh.has(path)),
  };
}

function digests(folder: string, inside = "", found = new Map<string, string>()): Map<string, string> {
  for (const entry of readdirSync(join(folder, inside), { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = inside ? `${inside}/${entry.name}` : entry.name;
    if (isLeftOut(entry.name)) continue;
    if (entry.isDirectory()) digests(folder, path, found);
    else if (entry.isFile()) found.set(`/${path.replace(/(^|\/)index\.html$/, "$1")}`, hashFile(join(folder, path), "sha256"));
  }
  return found;
}

function print(difference: Difference, format: string): string {
  if (format === "json") return visibleJson(difference);
  const groups = Object.entries(difference) as [string, string[]][];
  const summary = groups.map(([what, paths]) => `${count(paths.length, "page or file", "pages and files")} ${what}`).join(", ");
  const lists = groups.flatMap(([what, paths]) =>
    paths.length === 0 ? [] : [format === "markdown" ? listMarkdown(what, paths) : listText(what, paths)],
  );
  return format === "markdown" ? `## The site: ${summary}\n${lists.join("")}` : `${lists.join("")}${summary}.\n`;
}

/** What is listed of some paths: the files of the search index, whose names change with any word, are one line. */
function listed(paths: readonly string[]): string[] {
  const others = paths.filter((path) => !path.startsWith(INDEX_FOLDER)).map(visible);
  const index = paths.length - others.length;
  return [
    ...(others.length <= LONGEST_LIST ? others : [...others.slice(0, LONGEST_LIST), `… and ${others.length - LONGEST_LIST} more`]),
    ...(index > 0 ? [`${INDEX_FOLDER} (${count(index, "file", "files")} of the search index)`] : []),
  ];
}

function listText(what: string, paths: readonly string[]): string {
  return listed(paths)
    .map((path) => `${what.padEnd(8)} ${path}\n`)
    .join("");
}

function listMarkdown(what: string, paths: readonly string[]): string {
  const items = listed(paths).map((path) => `- \`${path.replaceAll("`", "")}\`\n`);
  return `\n<details><summary>${count(paths.length, "page or file", "pages and files")} ${what}</summary>\n\n${items.join("")}\n</details>\n`;
}
