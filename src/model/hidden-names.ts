/** What published records must not tell of those that are not: their ids and addresses. */
import type { Archive, Filed, Records } from "./archive.ts";
import { changeTextsIn, fieldOf, ID_FIELDS, type TextChange } from "./change-texts.ts";
import type { RecordKind } from "./records/index.ts";
import { eventPath, mediaPath, pagePath, parseBase, speakerPath, talkPath } from "./urls.ts";

/** `[label](address "title")`, and an address or path that stands alone. */
const LINK = /!?\[((?:[^[\]\\\n]|\\.){0,500})\]\(<?([^()\s<>]{1,2000})>?(?:\s[^()\n]{0,500})?\)/gu;
const ADDRESS = /(?:https?:\/\/[^\s<>"`)\]]+|(?<![\w.~:/-])\/[\w.~%/#-]+)/gu;
/** What stands in place of an address in a text. */
const NO_ADDRESS = "[…]";

/** The same records without what they tell of others that stay out; `whole` is the archive of all records. */
export function withoutHidden(published: Records, all: Records, whole: Archive): Records {
  const change = hidingChange(published, all, whole);
  const hide =
    (kind: RecordKind) =>
    <Kind>(filed: Filed<Kind>): Filed<Kind> => {
      let isChanged = false;
      const record = changeTextsIn(filed.record, (text, path) => {
        const left = change(text, path);
        isChanged ||= left !== text;
        return left;
      }) as Kind;
      // Its bytes say more than the record now, so that it is known by its fields.
      return isChanged ? { ...filed, digest: undefined, record, shortened: { kind, change } } : filed;
    };
  const { topics, organizations, addresses } = published.vocabularies;
  return {
    ...published,
    site: hide("site")(published.site),
    events: published.events.map(hide("event")),
    talks: published.talks.map(hide("talk")),
    speakers: published.speakers.map(hide("speaker")),
    papers: published.papers.map(hide("paper")),
    pages: published.pages.map(hide("page")),
    vocabularies: {
      ...(topics && { topics: hide("topics")(topics) }),
      ...(organizations && { organizations: hide("organizations")(organizations) }),
      ...(addresses && { addresses: hide("addresses")(addresses) }),
    },
  };
}

function hidingChange(published: Records, all: Records, whole: Archive): TextChange {
  const out = <Kind>(list: readonly Filed<Kind>[], left: readonly Filed<Kind>[]) => {
    const ids = new Set(left.map(({ id }) => id));
    return list.filter(({ id }) => !ids.has(id));
  };
  const [events, talks, pages] = [out(all.events, published.events), out(all.talks, published.talks), out(all.pages, published.pages)];
  const isLeft = new Set(published.talks.map(({ id }) => id));
  const people = whole.people.filter(
    ({ record, appearances }) =>
      (appearances.length > 0 || record !== undefined) &&
      !appearances.some(({ talk }) => isLeft.has(talk.id)) &&
      !published.speakers.some(({ id }) => id === record?.id),
  );
  const ids = new Set([...events, ...talks].map(({ id }) => id));
  const speakers = new Set(people.map(({ slug }) => slug));
  const formers = [...events, ...talks, ...pages].flatMap(({ record }) => record.formerUrls ?? []);
  const paths = new Set(
    [
      ...events.map(({ id }) => eventPath(id)),
      ...talks.map(({ id }) => talkPath(id.slice(0, id.indexOf("/")), id.slice(id.indexOf("/") + 1))),
      ...pages.map(({ id }) => pagePath(id)),
      ...people.map(({ slug }) => speakerPath(slug)),
      ...[...all.media.keys()].filter((path) => !published.media.has(path)).map(mediaPath),
      ...out(all.papers, published.papers).map(({ id }) => `/papers/#paper-${id}`),
      ...formers,
    ].map(bare),
  );
  const base = parseBase(all.site.record.url);
  const leads = (address: string) => {
    const path = address.startsWith(base.origin) ? address.slice(base.origin.length) : address;
    const inside = path.startsWith(`${base.prefix}/`) ? path.slice(base.prefix.length) : path;
    return inside.startsWith("/") && prefixesOf(inside).some((one) => paths.has(one));
  };
  const [things, persons]: ReadonlySet<string>[] = [new Set([...ID_FIELDS.talk, ...ID_FIELDS.event]), new Set(ID_FIELDS.speaker)];
  return (text, path) => {
    const field = fieldOf(path);
    if (things?.has(field)) return ids.has(text) ? undefined : text;
    if (persons?.has(field)) return speakers.has(text) ? undefined : text;
    if (path[0] === "movedMedia") return paths.has(bare(mediaPath(text))) ? undefined : text;
    if (!text.includes("/")) return text;
    if (!/\s/.test(text) && leads(text)) return undefined;
    const linked = text.replace(LINK, (whole, label: string, address: string) => (leads(address) ? label : whole));
    return linked.replace(ADDRESS, (address) => (leads(address) ? NO_ADDRESS : address));
  };
}

const bare = (path: string) => decoded(path).replace(/(?:\/index\.html|\/)$/, "");

/** A path and all folders that it is in, decoded; a mark within a page counts only as a whole. */
function prefixesOf(path: string): string[] {
  const [page = "", mark] = decoded(path).split(/[?#]/);
  const steps = page.split("/").filter(Boolean);
  const folders = steps.map((_, index) => `/${steps.slice(0, index + 1).join("/")}`);
  return mark === undefined ? folders : [...folders, bare(`${page}#${mark}`)];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
