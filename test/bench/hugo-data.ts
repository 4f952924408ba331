/** What the Hugo site of the benchmark is handed over as data, because a template cannot make it, or not sensibly. */
import { join } from "node:path";
import { historyOf, scaleOf } from "../../src/components/history.ts";
import { countriesOf } from "../../src/components/places.ts";
import { waysIn } from "../../src/components/ways-in.ts";
import { loadArchive } from "../../src/content/load.ts";
import { loadAssets } from "../../src/build/assets.ts";
import { pagePolicy } from "../../src/publishing/policy.ts";
import { relatedTalks } from "../../src/model/related.ts";
import { PROJECT } from "./workspace.ts";

/** The scripts that pages of a kind use beside those of the frame, where they use any. */
const SCRIPTS: readonly (readonly [kind: string, ...scripts: string[]])[] = [
  ["talk", "cite"],
  ["agenda", "agenda-zone"],
  ["presentations", "presentations"],
  ["presentations", "presentations-index"],
];

/** Files of data by name, and the paths of the talks that are related to one. */
export async function handedOver(contentDir: string) {
  const { archive } = loadArchive({ contentDir, assetsDir: join(contentDir, "no-media") });
  const { styles, icon, scripts, inline, hashes } = (await loadAssets(join(PROJECT, "assets"), archive.site.base)).links;
  const talks = new Map(archive.talks.map((talk) => [talk.id, talk]));
  const usage = [...Object.keys(styles).map((kind) => [kind] as const), ...SCRIPTS];
  const policies = usage.map(([kind, ...used]) => [[kind, ...used].join(" "), pagePolicy(hashes, kind, { scripts: used, needs: {} })]);
  const linked = Object.entries(scripts).map(([name, src]) => [name, { src, integrity: hashes.scripts[name] }]);
  return {
    assets: { styles, icon, theme: inline.theme, scripts: Object.fromEntries(linked), policies: Object.fromEntries(policies) },
    drawings: { history: historyOf(archive), scale: scaleOf(archive), countries: countriesOf(archive) },
    ways: waysIn(archive),
    related: (id: string) => {
      const talk = talks.get(id);
      return talk ? relatedTalks(archive, talk).map((other) => `/events/${other.id}`) : [];
    },
  };
}
