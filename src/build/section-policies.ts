/** The policies of the parts of the site: each lets through what one of its pages needs, and the page that says there is none. */
import type { PageHead } from "../layouts/frame.ts";
import { allowedTo, type AssetHashes, type PolicyView } from "../layouts/page-policy.ts";
import { allowedByAny, headerPolicy, policyText, sectionOf } from "../publishing/policy.ts";
import type { SectionPolicy } from "../outputs/output-format.ts";
import { notFoundPage } from "../pages/not-found.ts";

/** What a build remembers of a page, so that it need not make its view to know its policy; most pages of a kind have the same. */
export function notesOf({ scripts, needs }: Pick<PageHead, "scripts" | "needs">): string[] {
  return scripts.length === 0 && Object.keys(needs).length === 0 ? [] : [JSON.stringify({ scripts, needs })];
}

const NO_NOTE = JSON.stringify({ scripts: [], needs: {} });

export class SectionPolicies {
  readonly #hashes: AssetHashes;
  readonly #met = new Map<string, { pages: number; uses: Map<string, [kind: string, note: string]> }>();

  constructor(hashes: AssetHashes) {
    this.#hashes = hashes;
  }

  /** Takes note of pages of one kind, made together, and of what is remembered of them. */
  meet(kind: string, paths: readonly string[], notes: readonly string[]): void {
    // The small pages at former addresses are allowed nothing, anywhere.
    if (kind === "moved") return;
    for (const path of paths) {
      const section = sectionOf(path);
      const met = this.#met.get(section) ?? { pages: 0, uses: new Map() };
      this.#met.set(section, met);
      met.pages++;
      for (const note of [NO_NOTE, ...notes]) met.uses.set(`${kind} ${note}`, [kind, note]);
    }
  }

  /** All parts of the site in the order of their names. */
  sections(): SectionPolicy[] {
    const notFound: [string, string] = [notFoundPage.name, NO_NOTE];
    return [...this.#met]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([section, { pages, uses }]) => {
        const allowed = allowedByAny(
          [notFound, ...uses.values()].map(([kind, note]) => allowedTo(this.#hashes, kind, JSON.parse(note) as PolicyView)),
        );
        return { section, pages, policy: headerPolicy(policyText(allowed), allowed), frames: allowed.frames, opensWindows: false };
      });
  }
}
