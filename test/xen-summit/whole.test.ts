/** The whole site of the real records: valid, linked, light, and the same to programs as to readers. */
import { join } from "node:path";
import { loadArchive } from "../../src/content/load.ts";
import { PROJECT } from "../support/cli.ts";
import { testWholeSite } from "../support/whole-site/whole-site.ts";
import { prefixedSite, rootSite } from "../support/real-sites.ts";

const { archive } = loadArchive({ contentDir: join(PROJECT, "content"), assetsDir: join(PROJECT, "assets") });

const [site, prefixed] = [await rootSite(), await prefixedSite()];
testWholeSite({ site, prefixedSite: prefixed, archive, least: { pages: 600, dated: 100 } });
