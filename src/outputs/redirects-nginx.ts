/** The former addresses as a map for nginx (http://nginx.org/en/docs/http/ngx_http_map_module.html). */
import { redirects } from "../publishing/moved.ts";
import { REDIRECTS } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

const HOW = `# Former addresses. In the http block:    include /path/to/_redirects.nginx;
# In the server block:                   if ($archive_moved) { return 301 $archive_moved; }
`;

export const redirectsNginx = {
  name: "redirects-nginx",
  *files(archive) {
    const rows = redirects(archive).map(({ decoded, to }) => ({ from: quoted(decoded), to: quoted(to) }));
    if (rows.length === 0) return;
    const lines = rows.map(({ from, to }) => `  ${from} ${to};\n`);
    const content = `${HOW}${room(rows.map(({ from }) => from))}map $uri $archive_moved {\n  default "";\n${lines.join("")}}\n`;
    yield { path: REDIRECTS.nginx.slice(1), content };
  },
} satisfies OutputFormat;

/** The path as nginx reads it; a target holds nothing that would need an escape. */
function quoted(text: string): string {
  const escapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/[\n\r\t]/g, (character) => escapes[character] ?? "")}"`;
}

/** nginx refuses a path that does not fit into a bucket, which by default is as small as 32 bytes. */
function room(paths: readonly string[]): string {
  const longest = paths.reduce((most, path) => Math.max(most, new TextEncoder().encode(path).length), 0);
  const bucket = 2 ** Math.ceil(Math.log2(longest + 32));
  return bucket <= 64 ? "" : `map_hash_bucket_size ${bucket};\n`;
}
