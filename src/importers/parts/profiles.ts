/** The names that people have on other sites, as links. */

const PROFILES: [field: RegExp, title: string, address: string][] = [
  [/^(website|homepage|web|site|blog)$/i, "Website", ""],
  [/^github$/i, "GitHub", "https://github.com/"],
  [/^(twitter|x)$/i, "Twitter", "https://twitter.com/"],
  [/^linkedin$/i, "LinkedIn", "https://www.linkedin.com/in/"],
  [/^speakerdeck$/i, "Speaker Deck", "https://speakerdeck.com/"],
  [/^mastodon$/i, "Mastodon", ""],
  [/^(bsky|bluesky)$/i, "Bluesky", "https://bsky.app/profile/"],
  [/^gitlab$/i, "GitLab", "https://gitlab.com/"],
  [/^facebook$/i, "Facebook", "https://www.facebook.com/"],
  [/^instagram$/i, "Instagram", "https://www.instagram.com/"],
];

/** A name on a site, which may be written with an @. */
const NAME = /^@?[\p{L}\p{N}_][\p{L}\p{N}._~%-]*$/u;

/**
 * The link of a profile: its address, or a name on the site that the field is called after. What is neither stays as it is written, which
 * is no address.
 *
 * @example profileLink("github", "@jane") // { title: "GitHub", written: "https://github.com/jane" }
 */
export function profileLink(field: string, text: string): { title: string; written: string } | undefined {
  const [, title, prefix] = PROFILES.find(([pattern]) => pattern.test(field)) ?? [];
  const written = text.trim();
  if (title === undefined || prefix === undefined || written === "") return undefined;
  const [, name, server] = /^@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)$/.exec(written) ?? [];
  if (title === "Mastodon" && name !== undefined) return { title, written: `https://${server}/@${name}` };
  // `github.com/jane` is an address, `jane.example` one where the field holds no names of a site.
  const isBare = /^[\w-]+(\.[\w-]+)+\//.test(written) || /^www\./i.test(written) || (prefix === "" && /^[\w-]+(\.[\w-]+)+$/.test(written));
  if (isBare) return { title, written: `https://${written}` };
  const own = title === "LinkedIn" ? written.replace(/^\/?in\/|\/$/g, "") : written;
  const isName = prefix !== "" && NAME.test(own) && !/^(n\/?a|none|null|tb[acd])$/i.test(own);
  return { title, written: isName ? `${prefix}${own.replace(/^@/, "")}` : written };
}
