/** `_redirects`, the list of former addresses that Netlify, Cloudflare Pages and GitLab Pages read. */
import { redirects } from "../publishing/moved.ts";
import { REDIRECTS } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

export const redirectsHosts = {
  name: "redirects-hosts",
  *files(archive) {
    // Without the `!` that only Netlify knows: there the page at the former address leads on, elsewhere this rule does.
    const lines = redirects(archive).map(({ from, to }) => `${from} ${to} 301\n`);
    if (lines.length > 0) yield { path: REDIRECTS.hosts.slice(1), content: lines.join("") };
  },
} satisfies OutputFormat;
