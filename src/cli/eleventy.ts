/** `eleventy`: Eleventy's own command, which the plugin lets build the archive beside templates of the user. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ELEVENTY_FILES, PACKAGE_NAME, PROGRAM_DIR } from "../build/settings.ts";
import { packageFile } from "../media/packages.ts";
import { commandName } from "../text/commands.ts";
import type { Command } from "./command.ts";
import { asModule, eleventyHooks, WITHOUT_READERS } from "./eleventy-hooks.ts";
import { UsageError } from "./options.ts";
import { projectDir } from "./project.ts";
import { runCommand } from "./report.ts";

const HELP = `
Runs the Eleventy that came with this program in the folder of the archive. All options but \`--help\` are Eleventy's, such as \`--serve\`.
Beside the source of this program \`npm run eleventy\` does the same.

Example:
  ${commandName("eleventy")} --serve
`;

/** The configuration in the repository of the program, which is no JavaScript. */
const OF_THE_SOURCE = ".eleventy.ts";

export function define(command: Command): void {
  command
    .argument("[options...]", "what Eleventy is told")
    .allowUnknownOption()
    .addHelpText("after", HELP)
    .action((options: string[]) => runCommand(() => run(options)));
}

async function run(options: readonly string[]): Promise<void> {
  const folder = projectDir();
  if (!ELEVENTY_FILES.some((name) => existsSync(join(folder, name))))
    throw new UsageError(
      existsSync(join(folder, OF_THE_SOURCE))
        ? `Beside the source of the program, whose configuration is \`${OF_THE_SOURCE}\`, run \`npm run eleventy\` instead.`
        : `\`${folder}\` has no \`${ELEVENTY_FILES[0]}\`, by which Eleventy knows the archive; \`init\` writes one.`,
    );
  // Where the archive has not installed this program beside its records, as in a bag, the configuration that imports it gets the one that runs.
  const hooks = eleventyHooks({ name: PACKAGE_NAME, url: pathToFileURL(join(PROGRAM_DIR, "index.js")).href });
  const start = `import { register } from "node:module"; register(${JSON.stringify(hooks)});${WITHOUT_READERS}`;
  // Not every way to install packages puts Eleventy's command where scripts find it.
  const program = join(dirname(packageFile("@11ty/eleventy", PROGRAM_DIR)), "cmd.cjs");
  const child = spawn(process.execPath, ["--import", asModule(start), program, ...options], {
    cwd: folder,
    stdio: "inherit",
  });
  process.exitCode = await new Promise<number>((done, fail) => child.on("error", fail).on("close", (code) => done(code ?? 1)));
}
