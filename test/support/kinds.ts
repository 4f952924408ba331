/** A page of every kind of a built site. */
import { join } from "node:path";
import { loadArchive } from "../../src/content/load.ts";
import { prepareMedia } from "../../src/media/prepare.ts";
import type { Archive } from "../../src/model/archive.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";

/** The archive of a site, with what was made of its media, and of every kind of page the path of the one with the most in it. */
export async function kindsOf(site: {
  content: string;
  assets: string;
  cache: string;
}): Promise<{ archive: Archive; kinds: [kind: string, path: string][] }> {
  const { archive } = loadArchive({ contentDir: site.content, assetsDir: site.assets });
  archive.made = (await prepareMedia(archive, { mediaDir: join(site.assets, "media"), cacheDir: site.cache })).made;
  const kinds = PAGE_KINDS.flatMap(({ name, views }): [string, string][] => {
    const sizes = [...views(archive)].map((view) => ({ path: view.path, size: JSON.stringify(view).length }));
    const [largest] = sizes.sort((a, b) => b.size - a.size);
    return largest ? [[name, largest.path]] : [];
  });
  return { archive, kinds };
}
