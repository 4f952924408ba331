/** The web editor at `/admin/` (Decap CMS, served from here): its page, configuration, program and security policy. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Archive } from "../model/archive.ts";
import { headerPolicy } from "../publishing/policy.ts";
import { type SectionPolicy, sectionOf } from "../publishing/section-policies.ts";
import { PATHS } from "../model/urls.ts";
import { type EditorOptions, editorConfig, gitHubRepository, localServer } from "../outputs/editor-config.ts";
import { OutputError } from "./claim-output.ts";
import { packageFile } from "../media/packages.ts";
import { IS_PACKAGE, PROGRAM_DIR, PROJECT_DIR } from "./settings.ts";
import { nameDigest } from "../text/digest.ts";

/** The part of the site that the editor is; logging in opens a window of another site, which has to answer. */
export function sectionOfEditor(archive: Archive, options: EditorOptions | undefined): SectionPolicy[] {
  if (!options) return [];
  const text = policy(gitHubRepository(archive) !== undefined, options.localPort);
  return [{ section: sectionOf(PATHS.editor), pages: 1, policy: headerPolicy(text, { frames: [] }), frames: [], opensWindows: true }];
}

/** The files of the editor, by path below the output folder. Throws `OutputError` when this archive can have none. */
export function editorFiles(archive: Archive, options: EditorOptions, icon: string): { path: string; bytes: Uint8Array }[] {
  const onGitHub = gitHubRepository(archive) !== undefined;
  if (!onGitHub && options.localPort === undefined)
    throw new OutputError(
      "The editor does not know where to save. Set `repository` in `site.yaml` to an address on GitHub, or use `--admin-local`.",
    );
  const page = archive.pages.find(({ id }) => id === "admin");
  if (page) throw new OutputError(`\`${page.file}\` has the address of the editor. Rename it, or build without the editor.`);

  const decap = decapDir();
  const { version } = JSON.parse(readFileSync(join(decap, "package.json"), "utf8")) as { version: string };
  const at = (name: string) => `${PATHS.editor.slice(1)}${name}`;
  const own = (name: string) => readFileSync(join(PROJECT_DIR, "assets/admin", name));
  const slugify = dirname(packageFile("slugify", PROJECT_DIR));
  const setup = Buffer.concat([readFileSync(join(slugify, "slugify.js")), own("setup.js")]);
  const program = `decap-cms-${version}.js`;
  const setupName = `setup-${nameDigest(setup)}.js`;
  return [
    { path: at("index.html"), bytes: Buffer.from(html([setupName, program], policy(onGitHub, options.localPort), icon)) },
    { path: at("config.yml"), bytes: Buffer.from(editorConfig(archive, options)) },
    { path: at(setupName), bytes: setup },
    { path: at(program), bytes: readFileSync(join(decap, "dist/decap-cms.js")) },
    {
      path: at("decap-cms.js.LICENSE.txt"),
      bytes: Buffer.concat([
        own("decap-cms.LICENSE.txt"),
        readFileSync(join(decap, "dist/decap-cms.js.LICENSE.txt")),
        Buffer.from("\nslugify\n\n"),
        readFileSync(join(slugify, "LICENSE")),
      ]),
    },
  ];
}

/** The files of Decap that are used; the package holds them, so that nobody has to install Decap and all that it depends on. */
export const DECAP_FILES = ["package.json", "dist/decap-cms.js", "dist/decap-cms.js.LICENSE.txt"];

/** Where they are: in the package, or where npm installed Decap for the project. */
export function decapDir(): string {
  return IS_PACKAGE ? join(PROGRAM_DIR, "decap-cms") : dirname(packageFile("decap-cms", PROJECT_DIR));
}

/**
 * The security policy of the editor's page alone (https://www.w3.org/TR/CSP3/). Decap checks its configuration with code that
 * it makes at run time (`unsafe-eval`), puts styles into the page (`unsafe-inline`), and reads files of media as `blob:`.
 */
function policy(onGitHub: boolean, localPort: number | undefined): string {
  const connect = ["'self'", "blob:", ...(onGitHub ? ["https://api.github.com"] : [])];
  if (localPort !== undefined) connect.push(localServer(localPort));
  return [
    "default-src 'none'",
    "script-src 'self' 'unsafe-eval'",
    "style-src 'unsafe-inline'",
    `img-src 'self' blob:${onGitHub ? " https://avatars.githubusercontent.com" : ""}`,
    `connect-src ${connect.join(" ")}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join(";");
}

function html(scripts: readonly string[], csp: string, icon: string): string {
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${csp}">
    <title>Edit the archive</title>
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <link rel="icon" href="${icon}" type="image/svg+xml">
    <link rel="cms-config-url" href="config.yml" type="text/yaml">
  </head>
  <body>
    <noscript>The editor needs JavaScript.</noscript>
${scripts.map((script) => `    <script src="${script}"></script>`).join("\n")}
  </body>
</html>
`;
}
