/** What published records must not tell of those that are not: their ids and addresses. */
import type { Archive, Filed, Records } from "./archive.ts";
import { changeTextsIn, fieldOf, ID_FIELDS, MARKDOWN_FIELDS, type TextChange } from "./change-texts.ts";
import type { RecordKind } from "./records/index.ts";
import { type HiddenWords, hiddenWords, withoutHiddenComments } from "./hidden-words.ts";
import { barePath, leadsInto, withoutAddressesIn } from "./lost-links.ts";
import { eventPath, mediaPath, pagePath, talkPath } from "./urls.ts";

/** The same records without what they tell of others that stay out; `whole` is the archive of all records. */
export function withoutHidden(published: Records, all: Records, whole: Archive): Records {
  const hidden = hiddenWords(published, all, whole);
  const hiding = hidingChange(published, all, whole, hidden);
  const { url } = all.site.record;
  // Every site has an address, and a link to the place whose archive it is.
  const ofSite: TextChange = (text, path) => hiding(text, path) ?? (/^(?:liveSite,)?url$/.test(path.join()) ? url : undefined);
  const hide =
    (kind: RecordKind, change = hiding) =>
    <Kind>(filed: Filed<Kind>): Filed<Kind> => {
      let isChanged = false;
      const record = changeTextsIn(filed.record, (text, path) => {
        const left = change(text, path);
        isChanged ||= left !== text;
        return left;
      }) as Kind;
      // Its bytes say more than the record now, so that it is known by its fields.
      return isChanged ? { ...filed, digest: undefined, record, shortened: { kind, change, digest: filed.digest } } : filed;
    };
  const { topics, organizations, addresses } = published.vocabularies;
  return {
    ...published,
    hidden,
    site: hide("site", ofSite)(published.site),
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

function hidingChange(published: Records, all: Records, whole: Archive, hidden: HiddenWords | undefined): TextChange {
  const out = <Kind>(list: readonly Filed<Kind>[], left: readonly Filed<Kind>[]) => {
    const ids = new Set(left.map(({ id }) => id));
    return list.filter(({ id }) => !ids.has(id));
  };
  const [events, talks, pages] = [out(all.events, published.events), out(all.talks, published.talks), out(all.pages, published.pages)];
  const isLeft = new Set(published.talks.map(({ id }) => id));
  const shownSpeakers = new Set(published.speakers.map(({ id }) => id));
  const people = whole.people.filter(
    ({ record, appearances }) =>
      (appearances.length > 0 || record !== undefined) &&
      !appearances.some(({ talk }) => isLeft.has(talk.id)) &&
      !(record && shownSpeakers.has(record.id)),
  );
  const hiddenMedia = new Set([...all.media.keys()].filter((path) => !published.media.has(path)));
  const eventIds = new Set(events.map(({ id }) => id));
  const ids = new Set([...eventIds, ...talks.map(({ id }) => id)]);
  const speakers = new Set(people.map(({ slug }) => slug));
  const gone = new Set(people);
  const papers = out(all.papers, published.papers);
  const lostPapers = new Set(papers.map(({ id }) => id));
  const topics = whole.topics.filter(
    (one) => !one.term && one.talks.every(({ id }) => !isLeft.has(id)) && one.papers.every(({ id }) => lostPapers.has(id)),
  );
  const organizations = whole.organizations.filter(
    (one) =>
      !one.term &&
      one.appearances.every(({ talk }) => !isLeft.has(talk.id)) &&
      one.recorded.every((person) => gone.has(person)) &&
      one.hosted.every(({ id }) => eventIds.has(id)),
  );
  const records = [...events, ...talks, ...pages, ...people.flatMap(({ record }) => record ?? [])];
  const formers = records.flatMap(({ record }) => record.formerUrls ?? []);
  const paths = new Set(
    [
      ...events.map(({ id }) => eventPath(id)),
      ...talks.map(({ id }) => talkPath(id.slice(0, id.indexOf("/")), id.slice(id.indexOf("/") + 1))),
      ...pages.map(({ id }) => pagePath(id)),
      ...[...people, ...topics, ...organizations].map(({ path }) => path),
      ...[...hiddenMedia].map(mediaPath),
      ...(all.vocabularies.addresses?.record.movedMedia ?? []).flatMap(({ from, to }) => (hiddenMedia.has(to) ? mediaPath(from) : [])),
      ...papers.map(({ id }) => `/papers/#paper-${id}`),
      ...formers,
    ].map(barePath),
  );
  const leads = leadsInto(paths, all.site.record.url);
  const [things, persons]: ReadonlySet<string>[] = [new Set([...ID_FIELDS.talk, ...ID_FIELDS.event]), new Set(ID_FIELDS.speaker)];
  return (text, path) => {
    const field = fieldOf(path);
    if (things?.has(field)) return ids.has(text) ? undefined : text;
    if (persons?.has(field)) return speakers.has(text) ? undefined : text;
    if (path[0] === "movedMedia") return paths.has(barePath(mediaPath(text))) ? undefined : text;
    // A title that holds the signs of a comment is shown with them.
    const shown = hidden && MARKDOWN_FIELDS.has(field) ? withoutHiddenComments(hidden, text) : text;
    return withoutAddressesIn(shown, path, leads);
  };
}
