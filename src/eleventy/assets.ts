/** Owns the assets of the site: styles bundled into one file (lightningcss), scripts and icon, under names that change with their content. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "lightningcss";
import type { FrameView } from "../layouts/frame.ts";
import { type Base, href } from "../model/urls.ts";
import { PROJECT_DIR } from "./settings.ts";

export interface Assets {
  links: FrameView["assets"];
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
  const style = publish("site", "css", bundle({ filename: find("css/site.css"), minify: true }).code);
  const icon = publish("icon", "svg", readFileSync(find("images/icon.svg")));
  const scriptDir = find("js");
  const scripts = readdirSync(scriptDir)
    .filter((file) => file.endsWith(".js"))
    .sort()
    .map((file) => [file.slice(0, -3), publish(file.slice(0, -3), "js", readFileSync(join(scriptDir, file)))] as const);
  return { links: { style, icon, scripts: Object.fromEntries(scripts) }, files };
}
