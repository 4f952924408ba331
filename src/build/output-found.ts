/** The look at an output folder, in a second thread. */
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { linkStatOf, stampOf } from "../content/file-state.ts";
import type { Manifest } from "./output.ts";

/** What was in the output folder when a build began. */
export interface Found {
  /** How each file looks, by its path. */
  files: ReadonlyMap<string, string>;
  /** Inner folders before those they are in. */
  folders: readonly string[];
  /** Paths that are not UTF-8, which no build wrote; of a folder, whatever is in it belongs to it. */
  strange: readonly Uint8Array[];
}

/**
 * What lies in the output folder if nobody has touched it since a build noted these files, which is known without a look; `Output.confirm` is to
 * be told later what really does. What had only just been written then is looked at.
 */
export function assumedFound(outputDir: string, noted: Manifest["files"]): Found {
  const files = new Map<string, string>();
  for (const [path, [, , stamp]] of Object.entries(noted)) {
    const stats = stamp ? undefined : linkStatOf(join(outputDir, path));
    if (stamp) files.set(path, stamp);
    else if (stats?.isFile()) files.set(path, stampOf(stats));
  }
  return { files, folders: [], strange: [] };
}

/** Looks at everything in the output folder, while the build goes on. Nothing is found where there is no folder. Fails when it is stopped. */
export function scanOutput(outputDir: string, stop?: AbortSignal): Promise<Found> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL("./output-scan.js", import.meta.url), { workerData: { dir: outputDir }, execArgv: [] });
    stop?.addEventListener("abort", () => {
      void worker.terminate();
      fail(new Error("The look at the output folder was stopped."));
    });
    worker.once("error", fail);
    worker.once("message", ({ text, strange }: { text: string; strange: Uint8Array[] }) => {
      const files = new Map<string, string>();
      const folders: string[] = [];
      for (const entry of text === "" ? [] : text.split("\0")) {
        // How a file looks is numbers, or nothing.
        const end = entry.lastIndexOf("\t");
        if (entry.endsWith("/")) folders.push(entry.slice(0, -1));
        else files.set(entry.slice(0, end), entry.slice(end + 1));
      }
      done({ files, folders, strange });
    });
  });
}
