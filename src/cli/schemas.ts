/** `schemas`: the JSON Schemas of records as files that editors read, and that of the archive's data. */
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { IS_PACKAGE } from "../build/settings.ts";
import { putFile } from "../content/write-whole.ts";
import type { Command } from "./command.ts";
import { dataJsonSchemaText, jsonSchemaFiles } from "../publishing/json-schemas.ts";
import { UsageError } from "./options.ts";
import { runCommand } from "./report.ts";
import { commandName } from "../text/commands.ts";

const HELP = `
${IS_PACKAGE ? "Run it after an update of this program." : "Run it after a change in src/model/records/ or src/publishing/data-format.ts; a test fails while the files are out of date."}

Example:
  ${commandName("schemas")}
`;

export function define(command: Command): void {
  command
    .option("--output <dir>", "folder to write the schemas to", ".vscode/schemas")
    .option(
      "--data <file>",
      "file to write the schema of the archive's data to",
      IS_PACKAGE ? undefined : "src/outputs/archive-data.schema.json",
    )
    .addHelpText("after", HELP)
    .action(({ output, data }: { output: string; data?: string }) =>
      runCommand(async () => {
        if (output.trim() === "" || data?.trim() === "") throw new UsageError("Give `--output` a folder and `--data` a file.");
        const files = [...jsonSchemaFiles()].map(([name, text]): [string, string] => [join(output, name), text]);
        if (data !== undefined) files.push([data, dataJsonSchemaText()]);
        for (const [file, text] of files) {
          mkdirSync(dirname(file), { recursive: true });
          putFile(file, text);
          process.stdout.write(`${file}\n`);
        }
      }),
    );
}
