/** A whole site of made-up records: valid, linked, light, and the same to programs as to readers. */
import { loadArchive } from "../../src/content/load.ts";
import { prefixedExample, rootExample } from "../support/example.ts";
import { LONG } from "../support/long.ts";
import { testWholeSite } from "../support/whole-site/whole-site.ts";

const [{ site, content, assets }, prefixed] = await Promise.all([rootExample(), prefixedExample()]);
const { archive } = loadArchive({ contentDir: content, assetsDir: assets });

testWholeSite({ site, prefixedSite: prefixed.site, archive, least: { pages: 100, dated: 30 }, validated: LONG ? 16 : 4 });
