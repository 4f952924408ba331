/** `serve`: build, show on this machine, build again on every change, and keep going after mistakes. */
import { type Command, InvalidArgumentError } from "./command.ts";
import { availableParallelism } from "node:os";
import { join, resolve, sep } from "node:path";
import { Builder, type PreviewEdit } from "../build/build.ts";
import { BuildStopped } from "../build/run-steps.ts";
import { type BuildSettings, IS_PACKAGE, PROGRAM_DIR, PROJECT_DIR } from "../build/settings.ts";
import { outputFile } from "../model/urls.ts";
import { startWorker } from "./build-worker.ts";
import { addEditorOptions, editorFrom } from "./editor-options.ts";
import { addInputOptions, addOutputOptions, addTodayOption, settingsFrom, UsageError } from "./options.ts";
import { createPreviewServer, type PreviewState } from "./preview-server.ts";
import { visible } from "../problems/visible.ts";
import { buildProgress, describeFailure, printFailure, printUnpublished, printWarnings, runCommand, summarize } from "./report.ts";
import { commandName } from "../text/commands.ts";
import { FolderWatcher } from "./watch-folders.ts";

export function define(command: Command): void {
  addEditorOptions(addTodayOption(addOutputOptions(addInputOptions(command))))
    .option("--port <number>", "port to listen on", parsePort, 8080)
    .addHelpText(
      "after",
      `${IS_PACKAGE ? "" : "\n`npm start` does the same and starts again when a file of the program changes.\n"}\nExample:\n  ${commandName("serve")} --port 3000\n`,
    )
    .action((options) => runCommand(() => serve({ ...settingsFrom(options), editor: editorFrom(options) }, options.port)));
}

function parsePort(text: string): number {
  const port = Number(text);
  if (text.trim() === "" || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new InvalidArgumentError("Write a number from 0 to 65535.");
  return port;
}

async function serve(settings: BuildSettings, port: number): Promise<void> {
  const state: PreviewState = { prefix: "", trouble: "Building for the first time…" };
  const preview = createPreviewServer(settings.outputDir, () => state, true);
  const address = await listen(preview.server, port);
  // Where all processes share one core, another that reads all records helps nobody.
  const indexer = availableParallelism() > 1 ? { start: startWorker } : undefined;
  const builder = new Builder({ ...settings, leave: ["cards"] }, undefined, indexer);
  let warned = "";
  let kept = "[]";
  const rebuild: OnChange = async (changed, stop, alsoWatch) => {
    try {
      const summary = await builder.build(buildProgress(), stop && edit(changed, stop));
      Object.assign(state, { prefix: summary.site.archive.site.base.prefix, trouble: undefined });
      alsoWatch(summary.site.themeDir);
      const warnings = JSON.stringify(summary.warnings);
      if (warnings !== warned) printWarnings(summary.warnings);
      warned = warnings;
      const unpublished = JSON.stringify(summary.unpublished);
      if (unpublished !== kept) printUnpublished(summary.unpublished, settings.today);
      kept = unpublished;
      process.stderr.write(`${summarize(summary)}\n`);
    } catch (error) {
      // The records are sound then, and there is something to see.
      if (error instanceof BuildStopped) state.trouble = undefined;
      else {
        state.trouble = describeFailure(error);
        printFailure(error);
      }
    }
    preview.tell();
  };
  // Pages that somebody looks at are written first, and there is time to show them before the others are looked at.
  const edit = (changed: ReadonlySet<string> | undefined, stop: AbortSignal): PreviewEdit => ({
    changed,
    stop,
    open: preview.open().map((path) => outputFile(path)),
    onFirst: async () => {
      preview.tell();
      await new Promise((done) => setTimeout(done, TIME_TO_SHOW));
    },
  });
  const others = [settings.assetsDir, ...(IS_PACKAGE ? [] : PARTS_OF_PROGRAM)];
  const run = await onChange(settings.contentDir, others, rebuild);
  await run();
  await builder.warmUp();
  process.stderr.write(`Serving on http://localhost:${address}${state.prefix}/ (Ctrl+C to stop)\n`);
}

function listen(server: ReturnType<typeof createPreviewServer>["server"], port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", ({ code }: NodeJS.ErrnoException) => {
      const why = code === "EADDRINUSE" ? "is taken" : `cannot be opened (${code})`;
      reject(
        new UsageError(
          `Port ${port} ${why}. Choose another above 1023, such as with \`${commandName("serve")} --port ${port === 3000 ? 3001 : 3000}\`.`,
        ),
      );
    });
    server.listen(port, "localhost", () => resolve((server.address() as { port: number }).port));
  });
}

const below = (folder: string) => join(PROGRAM_DIR, folder);
/** Folders of templates, which stand beside files of the program. */
const TEMPLATES = ["layouts", "components", "pages"].map(below);
/** Folders of what browser scripts are made of, beside their own. */
const PARTS_OF_SCRIPTS = ["text", "words"].map(below);
/** What a build is made of and does not load, so that the program need not start again; a package never changes. */
const PARTS_OF_PROGRAM = [join(PROJECT_DIR, "assets"), ...PARTS_OF_SCRIPTS, ...TEMPLATES];

/** Milliseconds in which a page loads again. */
const TIME_TO_SHOW = 300;

/** `stop` tells of changes during the call, but during the first. `alsoWatch` adds a folder that became known only now. */
type OnChange = (
  changed: ReadonlySet<string> | undefined,
  stop: AbortSignal | undefined,
  alsoWatch: (folder: string) => void,
) => Promise<void>;

/**
 * Calls back after changes, one call at a time; changes during a call lead to one more. It tells the absolute paths of the records
 * where nothing else changed, and nothing came or went. Resolves once the folders are watched, to a function that calls back at
 * once, so that nothing is missed while the first call runs. Programs restart by themselves.
 */
async function onChange(contentDir: string, others: readonly string[], callback: OnChange): Promise<() => Promise<void>> {
  let running = false;
  let changed: Set<string> | undefined;
  let waiting = false;
  let isFirst = true;
  let stop: AbortController | undefined;
  const run = async () => {
    if (running) return;
    running = true;
    do {
      waiting = false;
      const told = changed;
      changed = new Set();
      if (told === undefined) watcher.remember();
      stop = isFirst ? undefined : new AbortController();
      isFirst = false;
      await callback(told, stop?.signal, (folder) => watcher.add(folder));
    } while (waiting);
    running = false;
  };
  let timer: NodeJS.Timeout | undefined;
  const inContent = (path: string) => resolve(path).startsWith(`${resolve(contentDir)}${sep}`);
  const isProgram = (path: string) => path.endsWith(".ts") && TEMPLATES.some((folder) => path.startsWith(folder));
  const watcher = new FolderWatcher([contentDir, ...others], {
    ignored: isProgram,
    onEvent: (event, path) => {
      if (event === "change" && inContent(path)) changed?.add(path);
      else changed = undefined;
      waiting = true;
      stop?.abort();
      clearTimeout(timer);
      timer = setTimeout(run, 20);
    },
    onTrouble: tellUnwatched,
  });
  await watcher.ready();
  return run;
}

/** What cannot be watched is told; the preview goes on, and shows changes there after a restart or with the next change elsewhere. */
function tellUnwatched({ code, path }: NodeJS.ErrnoException): void {
  process.stderr.write(`${path === undefined ? "Some folder" : visible(path)} cannot be watched (${code}): changes in it are not seen.
`);
}
