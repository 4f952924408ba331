/** What every page has around its content: head, notice, navigation, breadcrumbs and footer. */
import { type SiteTheme, siteTheme } from "../components/site-theme.ts";
import { type Card, type CardView, cardView } from "../components/card.ts";
import { sectionsOf, waysIn } from "../components/ways-in.ts";
import { archiveFeed, type Download } from "../components/downloads.ts";
import { type Metadata, metadataOf, type MetadataSource } from "../components/metadata.ts";
import { type Link, link, type OutsideLink, outside } from "../components/links.ts";
import { type Strip, type StripMark, stripMark, stripOf } from "../components/strip.ts";
import { type Archive, presentations, type Prose, type Talk } from "../model/archive.ts";
import { type AssetHashes, type Needs, pagePolicy, type PageUse, scriptsOfFrame, scriptsOnDemand } from "../publishing/policy.ts";
import { inRepository } from "../publishing/repository.ts";
import { NO_NEEDS, pagesInFrame } from "../publishing/page-needs.ts";
import { isMail } from "../model/records/theme.ts";
import { absolute, href, INDEX_FOLDER, PATHS } from "../model/urls.ts";
import { cut } from "../text/cut.ts";
import { Deferred } from "../text/deferred.ts";
import { isFromRight } from "../text/direction.ts";

/** The parts of a page's view that the frame prints. Every view has them. */
export interface PageHead {
  /** The site path, which is also where the page is written. */
  path: string;
  title: string;
  /** Whether the title would fill the page in the size of other titles. */
  isLong: boolean;
  /** The language of the title, where it is not that of the page. */
  titleLang: string | null;
  /** The title in the window: with the name of the archive, but for the home page. */
  windowTitle: string;
  /** What search engines show of the page. */
  description: Deferred<string>;
  canonical: string;
  lang: string;
  /** The direction of its text, where that is not the usual one. */
  dir: "rtl" | null;
  ogType: "website" | "article" | "profile";
  /** Its picture for social media. */
  card: CardView | null;
  breadcrumbs: (Link & { lang?: string | null })[];
  /** Which link of the section navigation this page belongs to, as href. */
  section: string;
  /** Where the page's record, or for a list the folder of its records, can be edited. */
  edit: Link | null;
  /** Where people ask for a correction or removal of what the page says of them. */
  correct: Link | null;
  noindex: boolean;
  /** Feeds and other forms of the page, for programs that look for them in its head. */
  alternates: Download[];
  /** Names of scripts in `assets/js/` that the page uses. */
  scripts: readonly string[];
  /** What its security policy has to let through beside its own styles and scripts. */
  needs: Needs;
  /** Whether the page lists its sources under `#sources`. */
  hasSources: boolean;
  /** Its talks on the strip; nothing where it is about no talk, or about all. */
  mark: StripMark | null;
  /** What the page tells programs beside its text. */
  programs: Deferred<Metadata>;
  /** The records that the page shows, as data. */
  data: Link | null;
}

/** Files as links; styles of the first paint and scripts of `assets/js/inline/` as text. */
export interface Assets {
  firstStyles: string;
  /** By kind of page. */
  styles: Record<string, readonly { href: string; isPrint: boolean }[]>;
  icon: string;
  scripts: Record<string, string>;
  inline: Record<string, string>;
  hashes: AssetHashes;
}

export interface HeadFacts {
  path: string;
  title: string;
  titleLang?: string | null;
  description: string | Prose;
  /** Pages above this one, from the top, without the home page. */
  above?: PageHead["breadcrumbs"];
  section?: string;
  /** The record's file as the user knows it. */
  file?: string | undefined;
  /** Whether the page is about people, who may want something on it corrected or removed. */
  isOfPeople?: boolean;
  /** The folder of the records that a list shows, below the content folder; all of it where left out. */
  folder?: string;
  ogType?: PageHead["ogType"];
  card?: Card | undefined;
  /** Other forms of the page, beside the feed of the archive. */
  alternates?: Download[];
  uses?: PageUse;
  sources?: readonly string[] | undefined;
  /** The path of the data that the page is made of. */
  data?: string;
  /** The talks that the page is about, which the strip shows. */
  talks?: readonly Talk[];
  /** What the page tells programs, and what that is made of where the rest of the view does not say it; see `Deferred`. */
  programs?: MetadataSource;
}

const LONG_TITLE = 90;
/** Letters that are about twice as wide as Latin ones: Hangul, kana, Chinese characters. */
const WIDE = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/gu;

/** Completes the head of a page. */
export function pageHead(archive: Archive, facts: HeadFacts): PageHead {
  const { site, words } = archive;
  const card = cardView(archive, facts.card);
  const breadcrumbs = facts.path === PATHS.home ? [] : [link(archive, PATHS.home, words.frame.home), ...(facts.above ?? [])];
  return {
    path: facts.path,
    title: facts.title,
    isLong: facts.title.replace(WIDE, "xx").length > LONG_TITLE,
    titleLang: facts.titleLang ?? null,
    windowTitle: facts.path === PATHS.home ? site.record.name : `${facts.title} · ${site.record.name}`,
    description: descriptionOf(facts.description),
    canonical: absolute(site.base, facts.path),
    lang: site.record.language,
    dir: isFromRight(site.record.language) ? "rtl" : null,
    ogType: facts.ogType ?? "website",
    card,
    breadcrumbs,
    section: href(site.base, facts.section ?? facts.path),
    edit: editLink(archive, facts),
    correct: facts.isOfPeople ? correctLink(archive, facts.path) : null,
    noindex: false,
    alternates: [...(facts.alternates ?? []), archiveFeed(archive)],
    scripts: facts.uses?.scripts ?? [],
    needs: facts.uses?.needs ?? NO_NEEDS,
    hasSources: (facts.sources ?? []).length > 0,
    mark: stripMark(archive, facts.talks ?? []),
    programs: metadataOf(archive, facts, facts.path === PATHS.notFound ? [] : breadcrumbs, card),
    data:
      facts.data === undefined
        ? null
        : link(archive, facts.data, facts.path === PATHS.home ? words.frame.dataOfAll : words.frame.dataOfPage),
  };
}

/** One line of at most 200 characters, cut between words. */
function descriptionOf(source: string | Prose): Deferred<string> {
  const shorten = () => {
    const flat = (typeof source === "string" ? source : source.text).replace(/\s+/gu, " ").trim();
    return flat.length <= 200 ? flat : `${cut(flat, 200).replace(/\s+\S*$/u, "")}…`;
  };
  return new Deferred(shorten, source);
}

function editLink(archive: Archive, { file, folder }: HeadFacts): Link | null {
  const { repository } = archive.site.record;
  const words = archive.words.frame;
  if (!repository) return null;
  const address = (...parts: string[]) => inRepository(repository, ...parts);
  if (file === undefined) return { label: words.editRecords, href: address("tree", repository.branch, repository.folder, folder ?? "") };
  const content = archive.site.file.slice(0, -"site.yaml".length);
  return {
    label: words.editPage,
    href: address("edit", repository.branch, repository.folder, file.startsWith(content) ? file.slice(content.length) : file),
  };
}

/** A mail about the page, or the page of contacts. */
function correctLink({ site, words }: Archive, path: string): Link | null {
  const { contact } = site.record;
  if (contact === undefined) return null;
  const label = words.frame.correct;
  const subject = encodeURIComponent(words.frame.correctSubject(absolute(site.base, path)));
  return { label, href: isMail(contact) ? `mailto:${contact}?subject=${subject}` : contact };
}

interface NavigationLink extends Link {
  leaving: OutsideLink | null;
}

/** What the frame prints on every page alike. */
export interface FrameView {
  name: string;
  tagline: string;
  home: string;
  /** Where the search field leads, what stands in it, and what its script has to know: the prefix of the site and the folder of the index. */
  search: { action: string; hint: string; base: string; folder: string };
  strip: Strip | null;
  lang: string;
  notice: string;
  liveSite: OutsideLink;
  navigation: NavigationLink[];
  sectionsLabel: string;
  sections: NavigationLink[];
  /** The ways into the whole archive, each where its page is there. */
  browse: Link[];
  /** The free pages, so that every one can be reached, and the one on accessibility. */
  pages: Link[];
  theme: SiteTheme;
  licence: { text: string; href: string | null };
  generator: string;
  builtOn: string | null;
  assets: Assets;
  /** Scripts in `assets/js/` that every page uses. */
  scripts: string[];
  /** Scripts that a page of a kind loads when its reader turns to the search. */
  scriptsOnDemand: (kind: string) => string[];
  /** The security policy of a page, for its own kind. */
  policy: (kind: string, view: PageUse) => string;
}

export interface FrameFacts {
  generator: string;
  /** `YYYY-MM-DD`, only where the build was told a date. */
  builtOn: string | undefined;
  assets: Assets;
}

export function frameView(archive: Archive, facts: FrameFacts): FrameView {
  const { record, base, notice } = archive.site;
  const { dates, frame: words } = archive.words;
  const navigate = ({ label, url }: { label: string; url: string }): NavigationLink =>
    url.startsWith("/") ? { ...link(archive, url, label), leaving: null } : { label, href: url, leaving: outside(url, label) };
  return {
    name: record.name,
    tagline: record.tagline,
    home: href(base, PATHS.home),
    search: {
      action: href(base, PATHS.search),
      hint: words.searchHint(presentations(archive.talks).length),
      base: base.prefix,
      folder: href(base, INDEX_FOLDER),
    },
    strip: stripOf(archive),
    lang: record.language,
    notice: notice.html,
    liveSite: outside(record.liveSite.url, record.liveSite.name),
    navigation: (record.navigation ?? []).map(navigate),
    sectionsLabel: record.sectionsLabel ?? words.sections,
    sections: sectionsOf(archive).map(navigate),
    browse: waysIn(archive),
    pages: [
      ...pagesInFrame(archive).map((page) => link(archive, page.path, page.record.title)),
      link(archive, PATHS.accessibility, words.accessibility),
    ],
    theme: siteTheme(archive),
    licence: { text: record.licence.text, href: record.licence.url ?? null },
    generator: facts.generator,
    builtOn: facts.builtOn ? dates.date(facts.builtOn) : null,
    assets: facts.assets,
    scripts: scriptsOfFrame(facts.assets.hashes),
    scriptsOnDemand: (kind) => scriptsOnDemand(facts.assets.hashes, kind),
    policy: (kind, view) => pagePolicy(facts.assets.hashes, kind, view),
  };
}
