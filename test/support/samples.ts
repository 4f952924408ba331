/** Chooses pages that stand for all: of every kind the first and the largest. */
import { join } from "node:path";
import { loadArchive } from "../../src/content/load.ts";
import { prepareMedia } from "../../src/media/prepare.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { LONG } from "./long.ts";

/** The paths of the first and the largest page of every kind that a content folder makes; new kinds join by themselves. */
export async function samplePages(contentDir: string, assetsDir: string, cacheDir: string): Promise<Record<string, string>> {
  const { archive } = loadArchive({ contentDir, assetsDir, baseUrl: "https://archive.example.org/" });
  archive.made = (await prepareMedia(archive, { mediaDir: join(assetsDir, "media"), cacheDir })).made;
  const samples: Record<string, string> = {};
  for (const { name, views } of PAGE_KINDS) {
    const pages = [...views(archive)].map((view) => ({ path: view.path, size: JSON.stringify(view).length }));
    const [first] = pages;
    const [largest] = pages.toSorted((a, b) => b.size - a.size);
    if (first) samples[name] = first.path;
    if (largest && largest.path !== first?.path) samples[`${name}, the largest`] = largest.path;
  }
  return samples;
}

/** The largest page of every kind, and in `npm run test:all` the first too. */
export function chosenPages(samples: Readonly<Record<string, string>>): [name: string, path: string][] {
  return Object.entries(samples).filter(([name]) => LONG || !(`${name}, the largest` in samples));
}
