/** Media that a command looks at without a build. */
import { join } from "node:path";
import { lockFolder } from "../build/lock.ts";
import { type Prepared, prepareMedia } from "../media/prepare.ts";
import type { Archive } from "../model/archive.ts";
import type { Wanted } from "../media/wanted.ts";
import { mediaProgress, tellWait } from "./report.ts";

/** Makes what pages show of the media that records name, or of others, while no build does so with the same cache. */
export async function prepareMediaAlone(
  archive: Archive,
  { assetsDir, cacheDir }: { assetsDir: string; cacheDir: string },
  wanted?: readonly Wanted[],
): Promise<Prepared> {
  const release = await lockFolder(cacheDir, (other) => tellWait(cacheDir, other));
  try {
    return await prepareMedia(archive, { mediaDir: join(assetsDir, "media"), cacheDir }, mediaProgress(), wanted);
  } finally {
    release();
  }
}
