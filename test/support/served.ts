/** Where browser tests find a built site: on a server, or in a copy on a disk. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { createPreviewServer } from "../../src/cli/preview-server.ts";
import { outputFile } from "../../src/model/urls.ts";

/** A site that a browser can open. */
export interface Place {
  /** What all addresses of the site begin with. */
  origin: string;
  /** The address of a site path, `query` and all: `at("/events/")`. */
  at: (path: string, query?: string) => string;
  close: () => void;
}

/** A copy that opens from a disk. */
export function placeOnDisk(folder: string): Place {
  return {
    origin: pathToFileURL(folder).href,
    at: (path, query = "") => pathToFileURL(join(folder, outputFile(path))).href + query,
    close: () => {},
  };
}

/** Starts a server on a free port; `prefix` as in the base address of the site. */
export async function serveFolder(folder: string, prefix = ""): Promise<Place> {
  const { server } = createPreviewServer(folder, () => ({ prefix, trouble: undefined }), false);
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as { port: number };
  const origin = `http://localhost:${port}`;
  return { origin, at: (path, query = "") => `${origin}${prefix}${path}${query}`, close: () => server.close() };
}
