/** Owns `schemas`: the JSON Schemas of records as files that editors read. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "./command.ts";
import { jsonSchemaFiles } from "../model/json-schemas.ts";
import { runCommand } from "./report.ts";

const HELP = `
Run it after a change in src/model/records/; a test fails while the files are out of date.

Example:
  npm run archive -- schemas
`;

export function define(command: Command): void {
  command
    .option("--output <dir>", "folder to write the schemas to", ".vscode/schemas")
    .addHelpText("after", HELP)
    .action(({ output }: { output: string }) =>
      runCommand(async () => {
        mkdirSync(output, { recursive: true });
        for (const [name, text] of jsonSchemaFiles()) {
          writeFileSync(join(output, name), text);
          process.stdout.write(`${join(output, name)}\n`);
        }
      }),
    );
}
