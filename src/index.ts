/** The package's face: the plugin for Eleventy, its folders, and the types of what it and extensions can be told. Nothing else is public. */
export { type ArchiveFolders, archiveFolders, type ArchiveOptions, default } from "./build/plugin.ts";
export type { UserConfig } from "./build/eleventy.ts";
export type { Extensions, ExtensionTools } from "./build/extensions.ts";
