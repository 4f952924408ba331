/** A build without the search index: the work that Hugo does too, and a little more. Started by the benchmark with three folders. */
import { Builder } from "../../src/build/build.ts";
import { DEFAULT_SETTINGS } from "../../src/build/settings.ts";

const [contentDir = "", outputDir = "", cacheDir = ""] = process.argv.slice(2);
await new Builder({ ...DEFAULT_SETTINGS, contentDir, outputDir, cacheDir, leave: ["search", "cards"] }).build();
