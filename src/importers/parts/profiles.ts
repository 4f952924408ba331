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

/**
 * The link of a profile: its address, or a name on the site that the field is called after.
 *
 * @example profileLink("github", "@jane") // { title: "GitHub", written: "https://github.com/jane" }
 */
export function profileLink(field: string, written: string): { title: string; written: string } | undefined {
  const [, title, prefix] = PROFILES.find(([pattern]) => pattern.test(field)) ?? [];
  if (title === undefined || prefix === undefined || written === "") return undefined;
  if (/^https?:/i.test(written)) return { title, written };
  if (prefix === "") return /^www\.|^[\w-]+(\.[\w-]+)+(\/|$)/i.test(written) ? { title, written: `https://${written}` } : undefined;
  return { title, written: `${prefix}${written.replace(/^@/, "")}` };
}
