/** Owns what the security policy of a page lets through: the styles and scripts that its frame prints, and what its view needs. */
import { type Allowed, type Needs, NOTHING_ALLOWED, policyText } from "../model/policy.ts";

/** What the assets of the site are known by; hashes as in a policy, without quotes. */
export interface AssetHashes {
  /** Of the styles by kind of page. */
  styles: Record<string, string>;
  scripts: Record<string, ScriptFacts>;
  /** Of scripts that the frame prints into every page. */
  inline: readonly string[];
}

export interface ScriptFacts {
  hash: string;
  /** Whether it asks for files of the site. */
  fetches: boolean;
  /** Whether it imports other scripts. */
  imports: boolean;
}

export interface PolicyView {
  scripts: readonly string[];
  needs: Needs;
}

/** What a page is allowed. A kind without styles is one without the frame, and has neither. */
export function allowedTo({ styles, scripts, inline }: AssetHashes, kind: string, { scripts: used, needs }: PolicyView): Allowed {
  const style = styles[kind];
  if (style === undefined) return NOTHING_ALLOWED;
  const facts = used.map((name) => scripts[name]).filter((one) => one !== undefined);
  return {
    styles: [style],
    scripts: [...inline, ...facts.map(({ hash }) => hash)],
    imports: facts.some(({ imports }) => imports),
    fetches: facts.some(({ fetches }) => fetches),
    frames: needs.frames ?? [],
    forms: needs.forms ?? [],
    search: needs.search ?? false,
  };
}

/** The policy that a page says of itself. */
export function pagePolicy(hashes: AssetHashes, kind: string, view: PolicyView): string {
  return policyText(allowedTo(hashes, kind, view));
}
