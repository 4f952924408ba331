/** Organizations: which of them the name at a talk, in a speaker's record or as the host of an event means. */
import type { NamePart, Organization, Person, Talk } from "./archive.ts";
import { bySortName } from "./people.ts";
import type { OrganizationsRecord, OrganizationTerm } from "./records/vocabulary.ts";
import { wordKey } from "../text/slug.ts";
import { organizationPath } from "./urls.ts";
import { Vocabulary } from "./vocabulary.ts";

/** What stands between two organizations that are named together. */
const BETWEEN = /(\s*,\s+(?:and\s+)?|\s+and\s+|\s+&\s+|\s*\/\s*)/u;

/** Gives each name its organization. Ask for all names first; spellings are settled by `all()`. */
export class Organizations {
  readonly #words: Vocabulary<Organization, OrganizationTerm>;
  readonly #ignored: ReadonlySet<string>;

  constructor({ organizations: terms, notOrganizations = [] }: OrganizationsRecord = { organizations: [] }) {
    this.#ignored = new Set(notOrganizations.map(wordKey));
    this.#words = new Vocabulary(terms, organizationPath, (slug, name, term) => ({
      slug,
      path: organizationPath(slug),
      name,
      otherNames: [],
      term,
      appearances: [],
      recorded: [],
      hosted: [],
    }));
  }

  /** A published text cut into names. It is one name, unless the vocabulary has every one of those it seems to be made of. */
  resolve(text: string): NamePart[] {
    if (this.#ignored.has(wordKey(text))) return [{ text, organization: undefined }];
    const pieces = this.#words.curated(text) ? [text] : text.split(BETWEEN);
    const isSeveral = pieces.length > 1 && pieces.every((piece, index) => index % 2 === 1 || this.#words.curated(piece));
    if (!isSeveral) return [{ text, organization: this.#words.resolve(text) }];
    return pieces.map((piece, index) => ({ text: piece, organization: index % 2 === 1 ? undefined : this.#words.resolve(piece) }));
  }

  /** All that any record names, in order of their addresses. */
  all(): Organization[] {
    return this.#words.all().filter(({ appearances, recorded, hosted }) => appearances.length + recorded.length + hosted.length > 0);
  }
}

/** The organizations in a published text, each once. */
export function organizationsIn(parts: readonly NamePart[]): Organization[] {
  return [...new Set(parts.flatMap(({ organization }) => organization ?? []))];
}

/** The people shown with an organization at a talk or recorded with it, in order of sorting names. */
export function membersOf({ appearances, recorded }: Organization): Person[] {
  return [...new Set([...appearances.map(({ person }) => person), ...recorded])].sort(bySortName);
}

/** The talks at which somebody was shown with an organization, in order of the archive. */
export function talksOf({ appearances }: Organization): Talk[] {
  return [...new Set(appearances.map(({ talk }) => talk))];
}

/** The years of the talks and hosted events of an organization, sorted; a year that is not known is left out. */
export function yearsOf({ appearances, hosted }: Organization): string[] {
  const years = [...appearances.map(({ talk }) => talk.event), ...hosted].flatMap(({ year }) => year ?? []);
  return [...new Set(years)].sort();
}
