/** The headers of answers as two snippets for nginx: maps for its http block, and what says them (https://nginx.org/en/docs/http/ngx_http_headers_module.html). */
import { headerRules, inRegex } from "../publishing/headers.ts";
import { decodedPath, HEADERS, href } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

const MAPS = `# Headers of answers, first part. In the http block, behind mime.types and _redirects.nginx:
#     include /path/to/_headers.nginx-http;
# The second part is _headers.nginx.
`;
const SAYS = `# Headers of answers, second part. In the server or location block that serves the site:
#     include /path/to/_headers.nginx;
# A location with an add_header of its own loses these; include this file there too.
`;

export const headersNginx = {
  name: "headers-nginx",
  alsoOf: ({ sections }) => sections,
  *files(archive, { sections }) {
    const { always, byFolder, folders, types, shared } = headerRules(archive, sections);
    const below = (path: string, endings?: readonly string[]) =>
      `"~^${inRegex(decodedPath(href(archive.site.base, path)))}${endings ? `.*(?i:${endings.map(inRegex).join("|")})$` : ""}"`;
    const top = folders.find(({ path }) => path === "/");
    const maps = byFolder.map((name) => {
      const rows = folders
        .filter(({ path }) => path !== "/")
        .map(({ path, headers, endings }) => `  ${below(path, endings)} "${headers[name] ?? ""}";\n`);
      return `map $uri ${variable(name)} {\n  default "${top?.headers[name] ?? ""}";\n${rows.join("")}}\n`;
    });
    const endings = shared.map((ending) => inRegex(ending)).join("|");
    const origin = `map $uri $archive_allow_origin {\n  default "";\n  "~(?:${endings})$" "*";\n}\n`;
    // Ends of more than one part are no ends of names to nginx, and need a place of their own.
    const [short, long] = [types.filter(({ ending }) => isShort(ending)), types.filter(({ ending }) => !isShort(ending))];
    const known = `types {\n${short.map(({ ending, type }) => `  "${type}" ${ending.slice(1)};\n`).join("")}}\n`;
    const says = [
      ...byFolder.map((name) => `add_header ${name} ${variable(name)} always;\n`),
      ...always.map(([name, value]) => `add_header ${name} '${value}' always;\n`),
      "add_header Access-Control-Allow-Origin $archive_allow_origin always;\n",
      "charset utf-8;\n",
      ...long.map(({ ending, type }) => `location ~ "${inRegex(ending)}$" {\n  types { }\n  default_type "${type}";\n}\n`),
    ];
    yield { path: HEADERS.nginxMaps.slice(1), content: `${MAPS}${known}${maps.join("")}${origin}` };
    yield { path: HEADERS.nginx.slice(1), content: `${SAYS}${says.join("")}` };
  },
} satisfies OutputFormat;

const variable = (name: string) => `$archive_${name.toLowerCase().replaceAll("-", "_")}`;
const isShort = (ending: string) => /^\.[a-z0-9]+$/.test(ending);
