/** What the security policy of a page lets through: the styles and scripts that its frame prints, and what its view needs. */
import { type Allowed, type Needs, NOTHING_ALLOWED, policyText } from "../publishing/policy.ts";

/** The styles by kind of page, as text; icon and scripts as links; scripts of `assets/js/inline/` as text. */
export interface Assets {
  styles: Record<string, string>;
  icon: string;
  scripts: Record<string, string>;
  inline: Record<string, string>;
  hashes: AssetHashes;
}

/** What the assets of the site are known by; hashes as in a policy, without quotes. */
export interface AssetHashes {
  /** Of the styles by kind of page. */
  styles: Record<string, string>;
  scripts: Record<string, string>;
  /** Of scripts that the frame prints into every page. */
  inline: readonly string[];
}

export interface PolicyView {
  scripts: readonly string[];
  needs: Needs;
}

/** Scripts that every page uses, where the assets have them. */
export function scriptsOfFrame({ scripts }: AssetHashes): string[] {
  return ["frame"].filter((name) => name in scripts);
}

/** What a page is allowed. A kind without styles is one without the frame, and has neither. */
export function allowedTo(hashes: AssetHashes, kind: string, { scripts: used, needs }: PolicyView): Allowed {
  const { styles, scripts, inline } = hashes;
  const style = styles[kind];
  if (style === undefined) return NOTHING_ALLOWED;
  const known = [...scriptsOfFrame(hashes), ...used].map((name) => scripts[name]).filter((one) => one !== undefined);
  return {
    styles: [style],
    scripts: [...inline, ...known],
    frames: needs.frames ?? [],
    forms: needs.forms ?? [],
    search: needs.search ?? false,
  };
}

/** The policy that a page says of itself. */
export function pagePolicy(hashes: AssetHashes, kind: string, view: PolicyView): string {
  return policyText(allowedTo(hashes, kind, view));
}
