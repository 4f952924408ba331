/** The former addresses, and those of what was removed, as maps for nginx (http://nginx.org/en/docs/http/ngx_http_map_module.html). */
import { inRegex } from "../publishing/headers.ts";
import { redirects } from "../publishing/moved.ts";
import { goneAddresses } from "../publishing/removed.ts";
import { decodedPath, REDIRECTS } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

const HOW = `# Former addresses. In the http block, before _headers.nginx-http and every other map, since it says how long paths may be:
#     include /path/to/_redirects.nginx;
# In the server block:                   if ($archive_moved) { return 301 $archive_moved; }
#                                        if ($archive_gone) { return 410; } error_page 410 $archive_gone;
`;

export const redirectsNginx = {
  name: "redirects-nginx",
  *files(archive) {
    const moved = redirects(archive).map(({ decoded, to }) => ({ from: quoted(decoded), to: quoted(to) }));
    const { prefix } = archive.site.base;
    const root = decodedPath(prefix);
    const gone = goneAddresses(archive).map(({ path, below, page }) => ({
      from: below ? `"~^${inRegex(path)}."` : quoted(path),
      // With a second slash, which names the same file: nginx asks again for the page that says so, and must not find it gone.
      to: quoted(`${root}/${page.slice(root.length)}`),
    }));
    if (moved.length + gone.length === 0) return;
    const lines = (rows: typeof moved) => rows.map(({ from, to }) => `  ${from} ${to};\n`).join("");
    const room = roomFor([...moved, ...gone].map(({ from }) => from));
    const maps = `map $uri $archive_moved {\n  default "";\n${lines(moved)}}\nmap $uri $archive_gone {\n  volatile;\n  default "";\n${lines(gone)}}\n`;
    yield { path: REDIRECTS.nginx.slice(1), content: `${HOW}${room}${maps}` };
  },
} satisfies OutputFormat;

/** The path as nginx reads it. */
function quoted(text: string): string {
  const escapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/[\n\r\t]/g, (character) => escapes[character] ?? "")}"`;
}

/** nginx refuses a path that does not fit into a bucket, which by default is as small as 32 bytes. */
function roomFor(paths: readonly string[]): string {
  const longest = paths.reduce((most, path) => Math.max(most, new TextEncoder().encode(path).length), 0);
  const bucket = 2 ** Math.ceil(Math.log2(longest + 32));
  return bucket <= 64 ? "" : `map_hash_bucket_size ${bucket};\n`;
}
