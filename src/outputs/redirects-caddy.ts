/** The former addresses, and those of what was removed, as a snippet for Caddy (https://caddyserver.com/docs/caddyfile/directives/map). */
import { inRegex } from "../publishing/headers.ts";
import { redirects } from "../publishing/moved.ts";
import { type Gone, goneAddresses } from "../publishing/removed.ts";
import { REDIRECTS } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

const HOW = "# Former addresses. In the block of the site:    import /path/to/_redirects.caddy\n";

export const redirectsCaddy = {
  name: "redirects-caddy",
  *files(archive) {
    const lines = redirects(archive).map(({ decoded, to }) => `\t${asked(decoded)} "${to}"\n`);
    const gone = goneAddresses(archive);
    if (lines.length + gone.length === 0) return;
    const map = `map {path} {archive_moved} {\n${lines.join("")}\tdefault ""\n}\n`;
    const redir = `@archive_moved expression {archive_moved} != ""\nredir @archive_moved {archive_moved} permanent\n`;
    yield { path: REDIRECTS.caddy.slice(1), content: `${HOW}${map}${redir}${gone.length === 0 ? "" : goneRules(gone)}` };
  },
} satisfies OutputFormat;

/** What was removed is answered with 410: by its page where one is left that says so. */
function goneRules(gone: readonly Gone[]): string {
  const lines = gone.map(({ path, below, hasPage }) => {
    const from = below ? `\`~^${inRegex(path)}.\`` : asked(path);
    return `\t${from} "${hasPage && !below ? "page" : "file"}"\n`;
  });
  const file = `@archive_gone_file expression {archive_gone} == "file"\nrespond @archive_gone_file 410\n`;
  const page = `@archive_gone_page expression {archive_gone} == "page"\nfile_server @archive_gone_page {\n\tstatus 410\n}\n`;
  return `map {path} {archive_gone} {\n${lines.join("")}\tdefault ""\n}\n${file}${page}`;
}

/** What Caddy reads as it stands. Anything else could be a quote, a placeholder or a variable of the environment. */
const PLAIN = /^[A-Za-z0-9/._~@-]+$/;

/** The path as Caddy compares it; odd characters are written as codes of a regular expression. */
function asked(text: string): string {
  if (PLAIN.test(text)) return text;
  return `\`~^${inRegex(text)}$\``;
}
