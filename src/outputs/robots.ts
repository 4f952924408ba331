/** `robots.txt` (RFC 9309): everything may be read, and where the sitemap is. */
import { absolute } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

export const robots = {
  name: "robots",
  *files(archive) {
    yield { path: "robots.txt", content: `User-agent: *\nAllow: /\n\nSitemap: ${absolute(archive.site.base, "/sitemap.xml")}\n` };
  },
} satisfies OutputFormat;
