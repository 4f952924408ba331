/** What an editor sees: the printed output of `check` for a content folder, with its place replaced by `content`. */
import { join } from "node:path";
import { runChecks } from "../../src/checks/index.ts";
import { formatProblems } from "../../src/problems/pretty.ts";
import { loadArchive } from "../../src/content/load.ts";
import { locate } from "../../src/content/locate.ts";
import { findMends } from "../../src/content/mend-files.ts";
import { type Problem, sortProblems } from "../../src/model/problem.ts";

/** All problems of a folder that holds `content/` and perhaps `assets/`, in the order in which they are printed. */
export function problemsOf(folder: string): Problem[] {
  const contentDir = join(folder, "content");
  const { archive, findings } = loadArchive({ contentDir, assetsDir: join(folder, "assets") });
  return sortProblems(locate([...findings, ...runChecks(archive), ...findMends(contentDir)]));
}

/** What `check` prints, as if it had been run in the folder. */
export function printedFor(folder: string): string {
  return formatProblems(problemsOf(folder), false).replaceAll(`${folder}/`, "");
}
