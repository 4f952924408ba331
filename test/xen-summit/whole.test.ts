/** The whole site of the real records: valid, linked, light, and the same to programs as to readers. */
import { join } from "node:path";
import { loadArchive } from "../../src/content/load.ts";
import { PROJECT } from "../support/cli.ts";
import { LONG } from "../support/long.ts";
import { testWholeSite } from "../support/whole-site/whole-site.ts";
import { prefixedSite, rootSite } from "../support/real-sites.ts";

const { archive } = loadArchive({ contentDir: join(PROJECT, "content"), assetsDir: join(PROJECT, "assets") });

/** Made-up records are looked at under a prefix each time; that the same holds of these is seen by `npm run test:all`. */
const [site, prefixed] = [await rootSite(), LONG ? await prefixedSite() : undefined];
testWholeSite({ site, prefixedSite: prefixed, archive, least: { pages: 600, dated: 100 }, validated: LONG ? 16 : 1 });
