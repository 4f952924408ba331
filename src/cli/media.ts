/** Media that a command looks at without a build. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lockFolder } from "../build/lock.ts";
import { type Prepared, prepareMedia } from "../media/prepare.ts";
import type { Archive } from "../model/archive.ts";
import type { Wanted } from "../media/wanted.ts";
import { systemCodeOf } from "../problems/system-errors.ts";
import { visible } from "../problems/visible.ts";
import { isBelow } from "./paths.ts";
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

/** What a disk or folder answers that takes no files of this user. */
const CLOSED = new Set(["EACCES", "EPERM", "EROFS"]);

/** What a build would say of the media that records name. Who may only read the archive, and so has no cache there, is told it all the same. */
export async function warningsOfMedia(archive: Archive, settings: { assetsDir: string; cacheDir: string }): Promise<Prepared["warnings"]> {
  try {
    return (await prepareMediaAlone(archive, settings)).warnings;
  } catch (error) {
    if (!isOfFolder(error as NodeJS.ErrnoException, settings.cacheDir)) throw error;
    process.stderr.write(`\`${visible(settings.cacheDir)}\` cannot be written, so that media are looked at anew each time.\n`);
    const cacheDir = mkdtempSync(join(tmpdir(), "archive-cache-"));
    try {
      return (await prepareMediaAlone(archive, { ...settings, cacheDir })).warnings;
    } finally {
      rmSync(cacheDir, { recursive: true, force: true });
    }
  }
}

/** Whether an error says that nothing can be written into a folder, or that it cannot be made. */
function isOfFolder(error: NodeJS.ErrnoException, folder: string): boolean {
  const { path, syscall = "" } = error;
  const writes = ["mkdir", "open", "link", "rename", "unlink"].includes(syscall);
  return writes && path !== undefined && CLOSED.has(systemCodeOf(error) ?? "") && isBelow(path, [folder]);
}
