/** The view of an organization as published, with links to those that it names. */
import type { Archive, NamePart } from "../model/archive.ts";
import { href } from "../model/urls.ts";

/** A piece of a text, which may lead somewhere. */
export interface TextPart {
  text: string;
  href: string | null;
}

export function affiliationParts(archive: Archive, parts: readonly NamePart[]): TextPart[] {
  return parts.map(({ text, organization }) => ({ text, href: organization ? href(archive.site.base, organization.path) : null }));
}
