/** The former addresses as a snippet for Caddy (https://caddyserver.com/docs/caddyfile/directives/map). */
import { redirects } from "../publishing/moved.ts";
import { REDIRECTS } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

const HOW = "# Former addresses. In the block of the site:    import /path/to/_redirects.caddy\n";

export const redirectsCaddy = {
  name: "redirects-caddy",
  *files(archive) {
    const lines = redirects(archive).map(({ decoded, to }) => `\t${asked(decoded)} "${to}"\n`);
    if (lines.length === 0) return;
    const map = `map {path} {archive_moved} {\n${lines.join("")}\tdefault ""\n}\n`;
    const redir = `@archive_moved expression {archive_moved} != ""\nredir @archive_moved {archive_moved} permanent\n`;
    yield { path: REDIRECTS.caddy.slice(1), content: `${HOW}${map}${redir}` };
  },
} satisfies OutputFormat;

/** What Caddy reads as it stands. Anything else could be a quote, a placeholder or a variable of the environment. */
const PLAIN = /^[A-Za-z0-9/._~@-]+$/;

/** The path as Caddy compares it; odd characters are written as codes of a regular expression. */
function asked(text: string): string {
  if (PLAIN.test(text)) return text;
  const codes = text.replace(
    /[^A-Za-z0-9/_~@\u0080-\u{10ffff}-]/gu,
    (character) => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, "0")}`,
  );
  return `\`~^${codes}$\``;
}
