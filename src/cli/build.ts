/** Owns `build`: content in, a whole site out. */
import type { Command } from "./command.ts";
import { addEditorOptions, EDITOR_HELP, editorFrom } from "./editor-options.ts";
import { addInputOptions, addOutputOptions, settingsFrom } from "./options.ts";
import { buildProgress, printWarnings, runCommand, summarize } from "./report.ts";

export function define(command: Command): void {
  addEditorOptions(addOutputOptions(addInputOptions(command)))
    .addHelpText(
      "after",
      `${EDITOR_HELP}\nExample:\n  npm run archive -- build --content ../my-conference/content --output ../my-conference/site --base-url https://example.org/archive/\n`,
    )
    .action((options) =>
      runCommand(async () => {
        const settings = { ...settingsFrom(options), editor: editorFrom(options) };
        const { build } = await import("../eleventy/build.ts");
        const summary = await build(settings, buildProgress());
        printWarnings(summary.site.warnings);
        process.stderr.write(`${summarize(summary, ` to ${settings.outputDir}`)}\n`);
      }),
    );
}
