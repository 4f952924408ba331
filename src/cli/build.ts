/** `build`: content in, a whole site out. */
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { type Command, InvalidArgumentError, Option } from "./command.ts";
import { startWorker } from "./build-worker.ts";
import { addEditorOptions, EDITOR_HELP, editorFrom } from "./editor-options.ts";
import type { BuildResult } from "../build/progress.ts";
import { fromHere } from "../build/settings.ts";
import { addInputOptions, addOutputOptions, addPartOption, addTodayOption, settingsFrom, UsageError } from "./options.ts";
import { projectDir } from "./project.ts";
import { buildProgress, printUnpublished, printWarnings, runCommand, summarize } from "./report.ts";
import { commandName } from "../text/commands.ts";
import { count } from "../text/wording.ts";

export function define(command: Command): void {
  addEditorOptions(addPartOption(addTodayOption(addOutputOptions(addInputOptions(command)))))
    .option("--shard <i/n>", "write only the i-th of n parts, for n machines; put together they are the site", parseShard)
    .addOption(
      new Option("--jobs <n>", "processes that make pages and files, where those are many; the site is the same")
        .argParser(parseJobs)
        .default(availableParallelism(), "as many as there are processors"),
    )
    .option("--portable [dir]", `make a copy of the site too that opens from a disk by a double click (default folder: ${PORTABLE})`)
    .addHelpText(
      "after",
      `${EDITOR_HELP}\nExample:\n  ${commandName("build")} --content ../my-conference/content --output ../my-conference/site --base-url https://example.org/archive/\n  ${commandName("build")} --portable ../disk\n`,
    )
    .action((options) =>
      runCommand(async () => {
        if (options.portable && options.shard)
          throw new UsageError("A copy for a disk is made of a whole site. Leave out `--shard` or `--portable`.");
        const settings = { ...settingsFrom(options), editor: editorFrom(options), shard: options.shard };
        const { build, buildIfNeeded } = await import("../build/build.ts");
        const workers = { most: options.jobs - 1, start: startWorker };
        const tell = (summary: BuildResult) => {
          if (settings.sharedOutput) process.stderr.write(OWN_TEMPLATES);
          printWarnings(summary.warnings);
          printUnpublished(summary.unpublished, settings.today);
          const part = options.shard ? `Part ${options.shard.index} of ${options.shard.of}: ` : "";
          process.stderr.write(`${part}${summarize(summary, ` to ${settings.outputDir}`)}\n`);
        };
        if (!options.portable) return tell(await buildIfNeeded(settings, buildProgress(), workers));
        const outputDir = options.portable === true ? usualPortable() : options.portable;
        // Nobody writes another site meanwhile, of which the copy would be made.
        await build(settings, buildProgress(), workers, async (summary) => {
          tell(summary);
          const { makePortable } = await import("../build/portable.ts");
          const files = await makePortable(settings, summary.site, { outputDir, isAlone: true }, buildProgress());
          process.stderr.write(`Made a copy of ${count(files, "file")} that opens from a disk: ${join(outputDir, "index.html")}\n`);
        });
      }),
    );
}

/** The usual folder of the copy, in that of the archive. */
const PORTABLE = "_portable";
const usualPortable = () => fromHere(join(projectDir(), PORTABLE));

const OWN_TEMPLATES = "`templates/` holds templates of your own. `npm run eleventy` builds them and the archive.\n";

function parseJobs(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError("Write a number from 1 to 999.");
  return Number(text);
}

function parseShard(text: string): { index: number; of: number } {
  const [, index = 0, of = 0] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (index < 1 || index > of) throw new InvalidArgumentError("Write the part and the number of parts, such as `2/4`.");
  return { index, of };
}
