/** The view of what `site.yaml` says of the looks of the frame: mark, sponsors, contact and further words and links of the footer. */
import type { Archive } from "../model/archive.ts";
import { isMail } from "../model/records/theme.ts";
import { type Link, link, type OutsideLink, outside } from "./links.ts";
import { pictureOf, type PictureView } from "./picture.ts";

export interface SiteTheme {
  /** The mark before the name. */
  logo: PictureView | null;
  sponsors: { name: string; leaving: OutsideLink | null; logo: PictureView | null }[];
  /** An e-mail address or a page of another site. */
  contact: Link | null;
  footer: { text: string | null; links: (Link & { leaving: OutsideLink | null })[] };
}

/** How wide marks are shown, at most. */
const MARK = "12rem";

export function siteTheme(archive: Archive): SiteTheme {
  const { logo, sponsors, contact, footer } = archive.site.record;
  return {
    // The name stands beside it.
    logo: logo === undefined ? null : pictureOf(archive, logo, { alt: "", sizes: MARK }),
    sponsors: (sponsors ?? []).map((sponsor) => ({
      name: sponsor.name,
      leaving: sponsor.url === undefined ? null : outside(sponsor.url, sponsor.name),
      logo: sponsor.logo === undefined ? null : pictureOf(archive, sponsor.logo, { alt: sponsor.name, sizes: MARK, lazy: true }),
    })),
    contact: contact === undefined ? null : { label: contact, href: isMail(contact) ? `mailto:${contact}` : contact },
    footer: {
      text: footer?.text ?? null,
      links: (footer?.links ?? []).map(({ label, url }) =>
        url.startsWith("/") ? { ...link(archive, url, label), leaving: null } : { label, href: url, leaving: outside(url, label) },
      ),
    },
  };
}
