/** Is loaded before Eleventy's own command in the folder of this program (`npm run eleventy`). */
import { register } from "node:module";
import { eleventyHooks } from "./eleventy-hooks.ts";

register(eleventyHooks());
