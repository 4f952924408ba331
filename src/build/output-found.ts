/** The look at an output folder, in a second thread. */
import { Worker } from "node:worker_threads";

/** What was in the output folder when a build began. */
export interface Found {
  /** How each file looks, by its path. */
  files: ReadonlyMap<string, string>;
  /** Inner folders before those they are in. */
  folders: readonly string[];
  /** Paths that are not UTF-8, which no build wrote; of a folder, whatever is in it belongs to it. */
  strange: readonly Uint8Array[];
}

/** Looks at everything in the output folder, while the build goes on. Nothing is found where there is no folder. */
export function scanOutput(outputDir: string): Promise<Found> {
  return new Promise((done, fail) => {
    const worker = new Worker(new URL("./output-scan.js", import.meta.url), { workerData: { dir: outputDir }, execArgv: [] });
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
