/** Serves a built folder for browser tests. */
import { createPreviewServer } from "../../src/cli/preview-server.ts";

/** Starts a server on a free port; `prefix` as in the base address of the site. */
export async function serveFolder(folder: string, prefix = ""): Promise<{ origin: string; close: () => void }> {
  const { server } = createPreviewServer(folder, () => ({ prefix, trouble: undefined }), false);
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as { port: number };
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}
