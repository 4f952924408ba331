/** What a page may load and run: its Content Security Policy (https://www.w3.org/TR/CSP3/), from what it is made of. */

/** What a page needs beside its own styles, scripts, pictures and media. Most need nothing. */
export interface Needs {
  /** Origins whose players the page can open (`https://player.vimeo.com`), or `'self'`. */
  frames?: readonly string[];
  /** Origins that its forms send to, beside the site itself. */
  forms?: readonly string[];
  /** Whether it runs the search, whose program is WebAssembly; what has the field of the frame does so anyway. */
  search?: boolean;
}

/** What a page uses beside what every page has. */
export interface PageUse {
  /** Names of scripts in `assets/js/`. */
  scripts: readonly string[];
  needs: Needs;
}

/** What the assets of the site are known by; hashes as in a policy, without quotes. */
export interface AssetHashes {
  /** Of the styles that are printed into pages, by their kind. */
  styles: Record<string, string>;
  scripts: Record<string, string>;
  /** Of scripts that the frame prints into every page. */
  inline: readonly string[];
}

/** What a policy lets through. Hashes are as in a policy, without quotes: `sha256-…`. */
export interface Allowed {
  styles: readonly string[];
  scripts: readonly string[];
  frames: readonly string[];
  forms: readonly string[];
  search: boolean;
}

const NOTHING_ALLOWED: Allowed = {
  styles: [],
  scripts: [],
  frames: [],
  forms: [],
  search: false,
};

/** Scripts that every page uses, where the assets have them. */
export function scriptsOfFrame({ scripts }: AssetHashes): string[] {
  return ["frame"].filter((name) => name in scripts);
}

/** What runs the index of the search, and so WebAssembly. */
const ENGINE = "search-engine";

/** Scripts that a page loads when its reader turns to the search. The search page has a field and a script of its own. */
export function scriptsOnDemand({ scripts }: AssetHashes, kind: string): string[] {
  return [...(kind === "search" ? [] : ["search-field"]), ENGINE].filter((name) => name in scripts);
}

/** What a page is allowed. A kind without styles is one without the frame, and has its own scripts alone. */
export function allowedTo(hashes: AssetHashes, kind: string, { scripts: used, needs }: PageUse): Allowed {
  const { styles, scripts, inline } = hashes;
  const style = styles[kind];
  if (style === undefined) return { ...NOTHING_ALLOWED, scripts: used.flatMap((name) => scripts[name] ?? []) };
  const onDemand = scriptsOnDemand(hashes, kind);
  const known = [...scriptsOfFrame(hashes), ...used, ...onDemand].map((name) => scripts[name]).filter((one) => one !== undefined);
  return {
    styles: [style],
    scripts: [...inline, ...known],
    frames: needs.frames ?? [],
    forms: needs.forms ?? [],
    search: (needs.search ?? false) || onDemand.includes(ENGINE),
  };
}

/** The policy that a page says of itself. */
export function pagePolicy(hashes: AssetHashes, kind: string, use: PageUse): string {
  return policyText(allowedTo(hashes, kind, use));
}

/** What at least one of them lets through. */
export function allowedByAny(all: readonly Allowed[]): Allowed {
  const listed = (name: "styles" | "scripts" | "frames" | "forms") => [...new Set(all.flatMap((one) => one[name]))].sort();
  return {
    styles: listed("styles"),
    scripts: listed("scripts"),
    frames: listed("frames"),
    forms: listed("forms"),
    search: all.some(({ search }) => search),
  };
}

const ORIGIN = /^https:\/\/[a-z0-9-]+(\.[a-z0-9-]+)+(:\d+)?$/;
const isSource = (source: string) => source === "'self'" || ORIGIN.test(source);
const WASM = "'wasm-unsafe-eval'";
/** The name under which `assets/js/disk.ts` makes the addresses of scripts. */
const DISK_TYPES = "files";
const HASH = /^sha256-[A-Za-z0-9+/]{43}=$/;
const quoted = (hashes: readonly string[]) => hashes.filter((hash) => HASH.test(hash)).map((hash) => `'${hash}'`);

/**
 * The policy as text, which holds no double quotes, commas or line ends. Scripts are named by their hashes alone, external ones too (they
 * carry `integrity`): a file that somebody smuggled onto the site is not run. A script that is loaded on demand stands in
 * the page as the others do, in a template. `'wasm-unsafe-eval'` lets a script that is allowed itself start WebAssembly, which sees nothing but
 * what that script hands it; it lets no further script run. Every page with a search field needs it, for a policy cannot grow later.
 */
export function policyText(allowed: Allowed): string {
  const scripts = [...(allowed.search ? [WASM] : []), ...quoted(allowed.scripts)];
  const styles = quoted(allowed.styles);
  const directives: [name: string, ...sources: string[]][] = [
    ["default-src", "'none'"],
    ["base-uri", "'none'"],
    ["form-action", "'self'", ...allowed.forms.filter(isSource)],
    ["img-src", "'self'"],
    ["media-src", "'self'"],
    // A policy cannot name files of styles by their hashes.
    ["style-src", ...(styles.length > 0 ? ["'self'", ...styles] : [])],
    // The fonts that the styles name.
    ["font-src", ...(allowed.styles.length > 0 ? ["'self'"] : [])],
    ["script-src", ...scripts],
    // Also where no script fetches: audits ask for robots.txt in the name of the page.
    ["connect-src", "'self'"],
    ["frame-src", ...allowed.frames.filter(isSource)],
    ["require-trusted-types-for", "'script'"],
    ["trusted-types", "'none'"],
  ];
  return directives
    .filter(([, ...sources]) => sources.length > 0)
    .map((words) => words.join(" "))
    .join(";");
}

/** A policy as a header says it: also who may frame the page, which `<meta>` cannot say. */
export function headerPolicy(text: string, allowed: Pick<Allowed, "frames">): string {
  return `${text};frame-ancestors ${allowed.frames.includes("'self'") ? "'self'" : "'none'"}`;
}

/** A policy with further sources, each as a directive with one source. */
export function alsoAllowed(text: string, more: readonly string[]): string {
  const directives = new Map(text.split(";").map((one) => [/^\S*/.exec(one)?.[0] ?? "", one]));
  for (const one of more) {
    const [name = "", source = ""] = one.split(" ");
    directives.set(name, `${directives.get(name) ?? name} ${source}`);
  }
  return [...directives.values()].join(";");
}

/**
 * The policy of a page as a copy has it that is opened from a disk, made of that of the page. There the hash of an external script means
 * nothing, and what scripts read comes as scripts, so that scripts of any file are let through (`'self'`); those in the page are still named by
 * their hashes. Styles are a file that holds its fonts (`data:`), captions are handed over as `blob:`, and for Firefox the pages that a form
 * leads to are `file:`. A page without styles or scripts gets none.
 */
export function diskPolicy(text: string, inlineScripts: readonly string[]): string {
  const directives = new Map(text.split(";").map((one) => [/^\S*/.exec(one)?.[0] ?? "", one]));
  const replace = (name: string, change: (sources: string) => string) => {
    const old = directives.get(name);
    if (old !== undefined) directives.set(name, change(old));
  };
  replace("form-action", (old) => `${old} file:`);
  replace("style-src", () => "style-src 'self'");
  replace("font-src", () => "font-src data:");
  if (!directives.has("script-src")) return [...directives.values()].join(";");
  replace("media-src", (old) => `${old} blob:`);
  replace("script-src", (old) => ["script-src 'self'", ...(old.includes(WASM) ? [WASM] : []), ...quoted(inlineScripts)].join(" "));
  replace("trusted-types", () => `trusted-types ${DISK_TYPES}`);
  directives.delete("connect-src");
  return [...directives.values()].join(";");
}

/**
 * The policy of media: whatever they are, nothing in them runs, sends forms or opens windows. They keep their origin, without which no
 * browser shows a video that is opened by its own address.
 */
export const MEDIA_POLICY = "sandbox allow-same-origin";
