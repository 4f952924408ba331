/** The configuration of Eleventy, as every project that uses the plugin has one. */
import conferenceArchive, { type ArchiveFolders, archiveFolders, type UserConfig } from "./src/index.ts";

export default function configure(config: UserConfig): ArchiveFolders {
  config.addPlugin(conferenceArchive, { root: import.meta.dirname });
  return archiveFolders(import.meta.dirname);
}
