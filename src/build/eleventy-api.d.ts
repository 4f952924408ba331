/** The slice of Eleventy (3.1) that this project uses; Eleventy ships without types. */
declare module "@11ty/eleventy" {
  import type { ServerResponse } from "node:http";

  /** The configuration object that Eleventy hands to configuration files and plugins. */
  export interface UserConfig {
    addExtension(
      extension: string,
      options: {
        read: false;
        getData: false;
        useLayouts: false;
        outputFileExtension: string;
        compileOptions: { cache: false; permalink: "raw" };
        compile: (content: string, inputPath: string) => (data: Record<string, unknown>) => string;
      },
    ): void;
    /** What `addExtension` added. */
    extensionMap: ReadonlySet<{ extension: string }>;
    addTemplateFormats(formats: string[]): void;
    setTemplateFormats(formats: string[]): void;
    addTemplate(virtualPath: string, content: string, data: Record<string, unknown>): void;
    /** Patterns of files that are no templates. */
    ignores: { add(pattern: string): void };
    addWatchTarget(pattern: string): void;
    setWatchJavaScriptDependencies(watch: boolean): void;
    setServerOptions(options: {
      domDiff: boolean;
      middleware: ((request: unknown, response: ServerResponse, next: () => void) => void)[];
    }): void;
    addPlugin<Options>(plugin: (config: UserConfig, options: Options) => void | Promise<void>, options?: Options): void;
    on(event: "eleventy.before" | "eleventy.after", listener: (build: EleventyBuild) => Promise<void>): void;
    on(event: "eleventy.config", listener: (settings: { getConfig(): MergedConfig }) => void): void;
    on(event: "eleventy.contentMap", listener: (map: ContentMap) => void): void;
    on(event: "eleventy.passthrough", listener: (copied: { map: Record<string, string> }) => void): void;
    addTransform(name: string, transform: Transform): void;
    setUseGitIgnore(use: boolean): void;
    /** Eleventy's own clocks, which complain on the terminal about functions that take long. */
    benchmarks: { config: { setMinimumThresholdMs(milliseconds: number): void } };
  }

  /** What Eleventy knows when all plugins have run. */
  export interface MergedConfig {
    keys: object;
    transforms: Record<string, Transform>;
  }

  export type Transform = (this: Transformed, content: string, outputPath: string) => string | Promise<string>;

  /** The page that a transform is asked about. */
  export interface Transformed {
    page: { inputPath: string; outputPath: string };
  }

  /** What Eleventy tells of a build. */
  export interface EleventyBuild {
    directories: { input: string; output: string };
    runMode: "build" | "serve" | "watch";
    outputMode: "fs" | "json" | "ndjson";
  }

  /** Which template makes which address. */
  export interface ContentMap {
    urlToInputPath: Record<string, { inputPath: string }>;
  }

  export interface EleventyOptions {
    /** A configuration file, or an empty text for none. */
    configPath: string;
    quietMode: boolean;
    dryRun: boolean;
    source: "cli" | "script";
    config: (config: UserConfig) => void;
  }

  /** Runs builds; folders are relative to the current folder. */
  export default class Eleventy {
    constructor(input: string, output: string, options: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
