/** The assets of the site: styles bundled for each kind of page (lightningcss), scripts and icon under names that change with their content. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "lightningcss";
import type { Assets as Links } from "../layouts/frame.ts";
import type { ScriptFacts } from "../publishing/policy.ts";
import { type Base, href } from "../model/urls.ts";
import { PAGE_KINDS } from "../pages/index.ts";
import { PROJECT_DIR } from "./settings.ts";

export interface Assets {
  links: Links;
  /** Files by their path below the output folder. */
  files: { path: string; bytes: Uint8Array }[];
}

/** Reads styles, scripts and icon from the given folder, or from the project's own where the folder has none. */
export function loadAssets(assetsDir: string, base: Base): Assets {
  const find = (name: string) => (existsSync(join(assetsDir, name)) ? join(assetsDir, name) : join(PROJECT_DIR, "assets", name));
  const files: Assets["files"] = [];
  const publish = (name: string, extension: string, bytes: Uint8Array) => {
    const path = `assets/${name}-${createHash("sha256").update(bytes).digest("hex").slice(0, 10)}.${extension}`;
    files.push({ path, bytes });
    return href(base, `/${path}`);
  };
  const icon = publish("icon", "svg", readFileSync(find("images/icon.svg")));
  const scriptDir = find("js");
  const sources = namesIn(scriptDir, ".js").map((name) => [name, readFileSync(join(scriptDir, `${name}.js`))] as const);
  const scripts = Object.fromEntries(sources.map(([name, bytes]) => [name, publish(name, "js", bytes)]));
  const styles = loadStyles(find("css"));
  const inlineDir = join(scriptDir, "inline");
  const inline = Object.fromEntries(
    namesIn(inlineDir, ".js").map((name) => [name, readFileSync(join(inlineDir, `${name}.js`), "utf8").trim()] as const),
  );
  const hashes = {
    styles: Object.fromEntries(Object.entries(styles).map(([kind, text]) => [kind, hashOf(text)])),
    scripts: Object.fromEntries(sources.map(([name, bytes]) => [name, scriptFacts(bytes)])),
    inline: Object.values(inline).map(hashOf),
  };
  return { links: { styles, icon, scripts, inline, hashes }, files };
}

/** The hash by which a security policy or `integrity` names a script or styles. */
export const hashOf = (content: string | Uint8Array) => `sha256-${createHash("sha256").update(content).digest("base64")}`;

function scriptFacts(bytes: Buffer): ScriptFacts {
  const source = bytes.toString();
  return {
    hash: hashOf(bytes),
    imports: /\bimport\(|^import\b|^export\b[^=;]*\bfrom\b/m.test(source),
  };
}

/** The oldest browsers that the styles are written for; what is newer (nesting, `light-dark()`) is put in their words. */
const BROWSERS = { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) };

/** The styles of every kind of page by its name: `site.css`, and what the kind has of its own. Each is printed into its pages. */
export function loadStyles(cssDir: string): Record<string, string> {
  const read = (name: string) => bundle({ filename: join(cssDir, name), minify: true, targets: BROWSERS }).code.toString();
  const common = read("site.css");
  const own = new Set(namesIn(join(cssDir, "kinds"), ".css"));
  return Object.fromEntries(PAGE_KINDS.map(({ name }) => [name, own.has(name) ? common + read(`kinds/${name}.css`) : common]));
}

function namesIn(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort();
}
