/** Settings of builds whose folders lie beside each other. */
import { join } from "node:path";
import { type BuildSettings, DEFAULT_SETTINGS } from "../../src/build/settings.ts";

export const settingsIn = (root: string, more: Partial<BuildSettings> = {}): BuildSettings => ({
  ...DEFAULT_SETTINGS,
  contentDir: join(root, "content"),
  assetsDir: join(root, "assets"),
  outputDir: join(root, "site"),
  cacheDir: join(root, "cache"),
  ...more,
});
