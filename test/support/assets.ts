/** Assets as a frame names them, for tests that print pages without building a site. */
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { hashOf, type Styles } from "../../src/build/assets.ts";
import type { Assets } from "../../src/layouts/frame.ts";
import { PROJECT } from "./cli.ts";

/** All scripts of the project under made-up names, and the given styles. */
export function madeUpAssets({ first, files }: Styles = { first: "", files: {} }): Assets {
  const names = readdirSync(join(PROJECT, "assets/js"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -3));
  return {
    firstStyles: first,
    styles: Object.fromEntries(
      Object.entries(files).map(([kind, ofKind]) => [
        kind,
        ofKind.map((file) => ({ href: madeUpPath(file), isPrint: file.isPrint === true })),
      ]),
    ),
    icon: "/assets/icon-0123456789.svg",
    scripts: Object.fromEntries(names.map((name) => [name, `/assets/${name}-0123456789.js`])),
    inline: {},
    hashes: {
      styles: Object.fromEntries(Object.keys(files).map((kind) => [kind, hashOf(first)])),
      scripts: Object.fromEntries(names.map((name) => [name, hashOf("A script.")])),
      inline: [],
    },
  };
}

/** Where a file of styles is. */
export const madeUpPath = ({ name }: { name: string }) => `/assets/${name}-0123456789.css`;
