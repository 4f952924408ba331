/** What the Hugo site of the benchmark is handed over as data, because a template cannot make it, or not sensibly. */
import { join } from "node:path";
import { historyOf, scaleOf } from "../../src/components/history.ts";
import { countriesOf } from "../../src/components/places.ts";
import { stripMark, stripOf } from "../../src/components/strip.ts";
import { waysIn } from "../../src/components/ways-in.ts";
import { loadAssets } from "../../src/build/assets.ts";
import type { Archive } from "../../src/model/archive.ts";
import { scriptsOnDemand, pagePolicy } from "../../src/publishing/policy.ts";
import { PROJECT } from "./workspace.ts";

/** The scripts that pages of a kind use beside those of the frame, where they use any. */
const SCRIPTS: readonly (readonly [kind: string, ...scripts: string[]])[] = [
  ["talk", "cite"],
  ["agenda", "agenda-zone"],
  ["presentations", "presentations"],
  ["presentations", "presentations-index"],
  ["presentations", "presentations-parts"],
];

/** Files of data by name. */
export async function handedOver(archive: Archive) {
  const { firstStyles, styles, icon, scripts, inline, hashes } = (await loadAssets(join(PROJECT, "assets"), archive.site.base)).links;
  const usage = [...Object.keys(styles).map((kind) => [kind] as const), ...SCRIPTS];
  const policies = usage.map(([kind, ...used]) => [[kind, ...used].join(" "), pagePolicy(hashes, kind, { scripts: used, needs: {} })]);
  const linked = Object.entries(scripts).map(([name, src]) => [name, { src, integrity: hashes.scripts[name] }]);
  return {
    assets: {
      firstStyles,
      styles,
      icon,
      theme: inline.theme,
      scripts: Object.fromEntries(linked),
      onDemand: scriptsOnDemand(hashes, ""),
      policies: Object.fromEntries(policies),
    },
    drawings: { history: historyOf(archive), scale: scaleOf(archive), countries: countriesOf(archive), strip: stripOf(archive) },
    marks: Object.fromEntries(marks(archive)),
    ways: waysIn(archive),
  };
}

/** What the strip below the masthead shows of a page, by its path. */
function* marks(archive: Archive) {
  const { talks, events, topics, people } = archive;
  for (const talk of talks) yield [talk.path, stripMark(archive, [talk])];
  for (const thing of [...events, ...topics]) yield [thing.path, stripMark(archive, thing.talks)];
  for (const { path, appearances } of people)
    yield [
      path,
      stripMark(
        archive,
        appearances.map(({ talk }) => talk),
      ),
    ];
}
