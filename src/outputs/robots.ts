/** `robots.txt` (RFC 9309): everything may be read, and where the sitemap is. */
import { absolute, PATHS } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

export const robots = {
  name: "robots",
  *files(archive) {
    yield { path: PATHS.robots.slice(1), content: `User-agent: *\nAllow: /\n\nSitemap: ${absolute(archive.site.base, PATHS.sitemap)}\n` };
  },
} satisfies OutputFormat;
