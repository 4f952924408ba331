/** The headers of answers as a snippet for Caddy (https://caddyserver.com/docs/caddyfile/directives/header). */
import { type FolderHeaders, headerRules, inRegex } from "../publishing/headers.ts";
import { decodedPath, HEADERS, href } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

const HOW = "# Headers of answers. In the block of the site:    import /path/to/_headers.caddy\n";

export const headersCaddy = {
  name: "headers-caddy",
  alsoOf: ({ sections }) => sections,
  *files(archive, { sections }) {
    const { always, byFolder, folders, types, shared } = headerRules(archive, sections);
    const below = (path: string, endings?: readonly string[]) =>
      `\`~^${inRegex(decodedPath(href(archive.site.base, path)))}${endings ? `.*(?i:${endings.map(inRegex).join("|")})$` : ""}\``;
    const values = (headers: FolderHeaders["headers"] | undefined) => byFolder.map((name) => `"${headers?.[name] ?? ""}"`).join(" ");
    const rows = folders
      .filter(({ path }) => path !== "/")
      .map(({ path, headers, endings }) => `\t${below(path, endings)} ${values(headers)}\n`);
    const top = folders.find(({ path }) => path === "/")?.headers;
    const map = `map {path} ${byFolder.map(variable).join(" ")} {\n${rows.join("")}\tdefault ${values(top)}\n}\n`;
    const said = byFolder.map((name) => {
      const matcher = `@${variable(name).slice(1, -1)}`;
      return `${matcher} expression ${variable(name)} != ""\nheader ${matcher} ${name} ${variable(name)}\n`;
    });
    const constant = `header {\n${always.map(([name, value]) => `\t${name} \`${value}\`\n`).join("")}}\n`;
    const typed = types.map(
      ({ ending, type }, index) => `@archive_type_${index} path *${ending}\nheader @archive_type_${index} Content-Type "${type}"\n`,
    );
    const open = `@archive_shared path ${shared.map((ending) => `*${ending}`).join(" ")}\nheader @archive_shared Access-Control-Allow-Origin *\n`;
    yield { path: HEADERS.caddy.slice(1), content: `${HOW}${map}${said.join("")}${constant}${typed.join("")}${open}` };
  },
} satisfies OutputFormat;

const variable = (name: string) => `{archive_${name.toLowerCase().replaceAll("-", "_")}}`;
