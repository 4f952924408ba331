/** The way from a content folder to an archive: list, read, check, relate. */
import { append } from "../text/append.ts";
import { join } from "node:path";
import type { Archive, Filed, Records } from "../model/archive.ts";
import { buildArchive, type RenderProse } from "../model/build-archive.ts";
import type { Finding } from "../model/problem.ts";
import type { AddressesRecord } from "../model/records/changes.ts";
import type { EventRecord } from "../model/records/event.ts";
import type { PageRecord } from "../model/records/page.ts";
import type { PaperRecord } from "../model/records/paper.ts";
import type { SiteRecord } from "../model/records/site.ts";
import type { SpeakerRecord } from "../model/records/speaker.ts";
import type { TalkRecord } from "../model/records/talk.ts";
import type { OrganizationsRecord, TopicsRecord } from "../model/records/vocabulary.ts";
import type { WordsRecord } from "../model/records/words.ts";
import { publishedRecords, type Unpublished } from "../model/unpublished.ts";
import { parseBase } from "../model/urls.ts";
import { listRecords, type RecordFile } from "./files.ts";
import { createMarkdown } from "./markdown.ts";
import { listMedia } from "./media.ts";
import { type Listing, RecordCache } from "./record-cache.ts";
import { addStandIns, NO_SITE } from "./placeholders.ts";

export interface LoadOptions {
  contentDir: string;
  assetsDir: string;
  /** Overrides the address in `site.yaml`. */
  baseUrl?: string | undefined;
  /** The day for which the archive is published (`YYYY-MM-DD`); without one, whatever waits for a day stays out. */
  today?: string | undefined;
  /** What is known of records from an earlier run. */
  cache?: RecordCache | undefined;
  /** Told how many of how many records have been read. */
  onProgress?: (done: number, all: number) => void;
}

/** What a content folder holds. */
export interface Loaded {
  /** What is published: no drafts, and nothing whose day has not come. */
  archive: Archive;
  /** All records, for checks and for those who write more; the same archive where everything is published. */
  whole: Archive;
  findings: Finding[];
  /** The records that stay out of `archive`. */
  unpublished: Unpublished[];
}

/** What lies in the folders of the records and the media. */
export function listContent({ contentDir, assetsDir }: Pick<LoadOptions, "contentDir" | "assetsDir">): Listing {
  const records = listRecords(contentDir);
  const { media, findings } = listMedia(join(assetsDir, "media"));
  return { files: records.files, findings: [...records.findings, ...findings], media };
}

/** Loads everything. The archive is fit for building only when no finding is an error. */
export function loadArchive(options: LoadOptions): Loaded {
  const cache = options.cache ?? new RecordCache({});
  const { files, findings, media } = cache.list(() => listContent(options));
  const found: Finding[] = [...findings];
  const records: Records & { site: Filed<SiteRecord> } = {
    site: { id: "site", file: join(options.contentDir, "site.yaml"), record: NO_SITE },
    events: [],
    talks: [],
    speakers: [],
    papers: [],
    pages: [],
    vocabularies: {},
    media,
  };
  const broken: RecordFile[] = [];
  for (const [index, one] of files.entries()) {
    const result = cache.recall(one);
    append(found, result.findings);
    if (result.record === undefined) broken.push(one);
    else file(records, one.kind, { id: one.id, file: one.file, digest: result.digest, record: result.record });
    options.onProgress?.(index + 1, files.length);
  }
  if (!files.some((one) => one.kind === "site")) broken.push({ ...records.site, kind: "site" });
  addStandIns(records, broken);
  const base = parseBase(options.baseUrl ?? records.site.record.url);
  const render = createRenderer(base.prefix);
  const { archive: whole, findings: unrelated } = buildArchive(records, base, render);
  const { records: published, unpublished } = publishedRecords(records, whole, options.today);
  const archive = published === records ? whole : buildArchive(published, base, render).archive;
  return { archive, whole, findings: [...found, ...unrelated], unpublished };
}

/** Puts a record where it belongs; its schema has proved its shape. */
function file(records: Records, kind: string, filed: Filed<unknown>): void {
  if (kind === "site") records.site = filed as Filed<SiteRecord>;
  else if (kind === "event") records.events.push(filed as Filed<EventRecord>);
  else if (kind === "talk") records.talks.push(filed as Filed<TalkRecord>);
  else if (kind === "speaker") records.speakers.push(filed as Filed<SpeakerRecord>);
  else if (kind === "paper") records.papers.push(filed as Filed<PaperRecord>);
  else if (kind === "topics") records.vocabularies.topics = filed as Filed<TopicsRecord>;
  else if (kind === "organizations") records.vocabularies.organizations = filed as Filed<OrganizationsRecord>;
  else if (kind === "addresses") records.vocabularies.addresses = filed as Filed<AddressesRecord>;
  else if (kind === "words") records.ownWords = filed as Filed<WordsRecord>;
  else records.pages.push(filed as Filed<PageRecord>);
}

/** Renders the prose of records for a site with this path prefix. */
export function createRenderer(prefix: string): RenderProse {
  const known = new Map<string, RenderProse>();
  return (markdown, level = 3, hasPictures = false) => {
    const kind = `${level} ${hasPictures}`;
    let render = known.get(kind);
    if (!render) {
      render = createMarkdown(prefix, level, hasPictures);
      known.set(kind, render);
    }
    return render(markdown);
  };
}
