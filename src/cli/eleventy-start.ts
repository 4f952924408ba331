/** Is loaded before Eleventy's own command in the folder of this program (`npm run eleventy`). */
import { register } from "node:module";
import { asModule, eleventyHooks, WITHOUT_READERS } from "./eleventy-hooks.ts";

register(eleventyHooks());
await import(asModule(WITHOUT_READERS));
