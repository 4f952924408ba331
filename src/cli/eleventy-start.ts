/** Is loaded before Eleventy's own command in the folder of this program (`npm run eleventy`). */
import { register } from "node:module";
import { eleventyHooks } from "./eleventy-hooks.ts";

register(eleventyHooks());

// As `WITHOUT_READERS` there.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
