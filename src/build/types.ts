/** The slice of Eleventy's untyped API that this project uses (Eleventy 3.1). */

export interface PaginationData {
  data: string;
  size: 1;
  alias: string;
  before: () => unknown[];
}

/** The configuration object that Eleventy hands to `.eleventy.ts` and to plugins. */
export interface EleventyConfig {
  addPlugin<Options>(plugin: (config: EleventyConfig, options: Options) => void | Promise<void>, options: Options): void;
  addGlobalData(name: string, value: unknown): void;
  addTemplate(virtualPath: string, content: string, data: Record<string, unknown>): void;
  /** Eleventy's own clocks, which complain on the terminal about functions that take long. */
  benchmarks: { config: { setMinimumThresholdMs(milliseconds: number): void } };
  addTransform(name: string, transform: (this: { page: { outputPath: string } }, content: string) => string): void;
  setLibrary(language: "njk", environment: unknown): void;
  setTemplateFormats(formats: string[]): void;
  setUseGitIgnore(use: boolean): void;
}

/** What `.eleventy.ts` returns. */
export interface EleventySettings {
  dir: { input: string; includes: string; output: string };
  htmlTemplateEngine: false;
  markdownTemplateEngine: false;
  keys: { package: false };
}

/** Eleventy at work. */
export interface RunningEleventy {
  disableLogger(): void;
  write(): Promise<unknown>;
}

/** The class that runs a build. */
export interface EleventyConstructor {
  new (input: string, output: string, options: { configPath: string; quietMode: boolean; source: "script" }): RunningEleventy;
}
