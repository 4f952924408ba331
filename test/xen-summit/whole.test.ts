/** The whole site of the real records: valid, linked, light, and the same to programs as to readers. */
import { join } from "node:path";
import { inject } from "vitest";
import { loadArchive } from "../../src/content/load.ts";
import { PROJECT } from "../support/cli.ts";
import { testWholeSite } from "../support/whole-site/whole-site.ts";

const { archive } = loadArchive({ contentDir: join(PROJECT, "content"), assetsDir: join(PROJECT, "assets") });

testWholeSite({ site: inject("rootSite"), prefixedSite: inject("prefixedSite"), archive, least: { pages: 600, dated: 100 } });
