/** `check`: all problems of all records in one run. */
import { appendFileSync } from "node:fs";
import { type Command, Option } from "./command.ts";
import type { BuildSettings } from "../build/settings.ts";
import { ThemeError, themeDirOf } from "../build/theme.ts";
import { loadExtensions, ownRules } from "../build/extensions.ts";
import { runChecks } from "../checks/index.ts";
import { listRecords } from "../content/files.ts";
import { loadArchive } from "../content/load.ts";
import { locate } from "../content/locate.ts";
import { findMends, mendFiles } from "../content/mend-files.ts";
import { warningsOfMedia } from "./media.ts";
import type { Archive } from "../model/archive.ts";
import { type Finding, sortProblems } from "../model/problem.ts";
import { usualFolders } from "./project.ts";
import { tellKilled, withRecordsAlone } from "./one-at-a-time.ts";
import { addInputOptions, addPartOption, addTodayOption, settingsFrom } from "./options.ts";
import { isBelow, refuseUnknownPaths } from "./paths.ts";
import { FORMAT_NAMES, FORMATS } from "./problem-formats.ts";
import { formatSummary } from "../problems/github.ts";
import { printUnpublished, progress, runCommand } from "./report.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
Exit code 1 means that there are errors; warnings alone leave it at 0. With \`--format github\` the full list also goes to
the file that GITHUB_STEP_SUMMARY names.

Example:
  ${commandName("check")} content/events/2012-north-america
`;

export function define(command: Command): void {
  addPartOption(
    addTodayOption(
      addInputOptions(command.argument("[paths...]", "report only problems in these files and folders; everything is read all the same")),
    ),
  )
    .addOption(new Option("--format <name>", "how to print the problems").choices(FORMAT_NAMES).default("pretty"))
    .option("--cache <dir>", "folder of what was found out about media; it may be deleted at any time", usualFolders().cacheDir)
    .option("--fix", "mend what is safe first: quotes around times, order of fields, spelling of topics")
    .addHelpText("after", HELP)
    .action((paths: string[], options) =>
      runCommand(async () => {
        const settings = settingsFrom(options);
        refuseUnknownPaths(paths, settings.contentDir);
        tellKilled(settings.contentDir);
        if (options.fix) {
          const mendAll = () => {
            const wanted = listRecords(settings.contentDir).files.filter(({ file }) => isBelow(file, paths));
            for (const file of mendFiles(wanted, loadArchive(settings).whole)) process.stderr.write(`Mended ${file}\n`);
          };
          await withRecordsAlone(settings.contentDir, mendAll);
        }
        const extensions = await loadExtensions(settings.extensionsDir);
        const { whole, findings, unpublished } = loadArchive({ ...settings, onProgress: progress("Reading records") });
        // What a build would say of media: it looks at them once, and both remember what came of it.
        const warnings = await warningsOfMedia(whole, settings);
        const all = locate([
          ...findings,
          ...warnings,
          ...missingTheme(settings, whole),
          ...runChecks(whole, { ...ownRules(extensions, whole), isPart: settings.isPart }, findings),
          ...findMends(settings.contentDir),
        ]);
        const problems = sortProblems(all).filter(({ file }) => isBelow(file, paths));
        process.stdout.write(FORMATS[options.format]?.(problems) ?? "");
        printUnpublished(unpublished, settings.today);
        const summary = process.env["GITHUB_STEP_SUMMARY"];
        if (options.format === "github" && summary) appendFileSync(summary, formatSummary(problems));
        if (problems.some((problem) => problem.severity === "error")) process.exitCode = 1;
      }),
    );
}

/** A build would not begin without the folder of the theme. */
function missingTheme(settings: BuildSettings, { site: { file, record } }: Archive): Finding[] {
  try {
    themeDirOf(settings, record.theme);
    return [];
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    const hint = "Write the name of the folder that has the theme, or delete `theme`.";
    return [
      { rule: "missing-theme", severity: settings.isPart ? "warning" : "error", file, path: ["theme"], message: error.message, hint },
    ];
  }
}
