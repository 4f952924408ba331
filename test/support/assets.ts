/** Assets as a frame names them, for tests that print pages without building a site. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { hashOf } from "../../src/build/assets.ts";
import type { Assets } from "../../src/layouts/frame.ts";
import { PROJECT } from "./cli.ts";

/** All scripts of the project under made-up names, and the given styles. */
export function madeUpAssets(styles: Record<string, string> = {}): Assets {
  const names = readdirSync(join(PROJECT, "assets/js"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3));
  return {
    styles,
    icon: "/assets/icon-0123456789.svg",
    scripts: Object.fromEntries(names.map((name) => [name, `/assets/${name}-0123456789.js`])),
    inline: {},
    hashes: {
      styles: Object.fromEntries(Object.entries(styles).map(([kind, text]) => [kind, hashOf(text)])),
      scripts: Object.fromEntries(names.map((name) => [name, hashOf("A script.")])),
      inline: [],
    },
  };
}
