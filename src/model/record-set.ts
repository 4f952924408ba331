/** The set of all records of a content folder, checked one by one, not yet related. */
import type { TextChange } from "./change-texts.ts";
import type { HiddenWords } from "./hidden-words.ts";
import type { MediaFile } from "./made-media.ts";
import type { AddressesRecord } from "./records/changes.ts";
import type { RecordKind } from "./records/index.ts";
import type { EventRecord } from "./records/event.ts";
import type { PageRecord } from "./records/page.ts";
import type { PaperRecord } from "./records/paper.ts";
import type { SiteRecord } from "./records/site.ts";
import type { SpeakerRecord } from "./records/speaker.ts";
import type { TalkRecord } from "./records/talk.ts";
import type { OrganizationsRecord, TopicsRecord } from "./records/vocabulary.ts";
import type { WordsRecord } from "./records/words.ts";

/** A record with its name in the archive and its file. */
export interface Filed<R> {
  id: string;
  file: string;
  /** Stands for the bytes of the file, so that what depends on them alone can be told to be unchanged. */
  digest?: string | undefined;
  /** The record holds less than its file, which therefore is not published. */
  isAbridged?: boolean | undefined;
  /** The record named others that are not published: what is published of the texts of its file, whose bytes have this digest. */
  shortened?: { kind: RecordKind; change: TextChange; digest: string | undefined } | undefined;
  record: R;
}

/** All records of a content folder, checked one by one, not yet related. Talk ids are `event/talk`. */
export interface Records {
  site: Filed<SiteRecord>;
  events: Filed<EventRecord>[];
  talks: Filed<TalkRecord>[];
  speakers: Filed<SpeakerRecord>[];
  papers: Filed<PaperRecord>[];
  pages: Filed<PageRecord>[];
  vocabularies: Vocabularies;
  /** Words of the archive's own in place of those of its language. */
  ownWords?: Filed<WordsRecord>;
  media: ReadonlyMap<string, MediaFile>;
  /** Names of what is not published, which comments of record files must not tell either. */
  hidden?: HiddenWords | undefined;
}

/** The records that join words of other records, and that of former addresses; an archive may have none. */
export interface Vocabularies {
  topics?: Filed<TopicsRecord>;
  organizations?: Filed<OrganizationsRecord>;
  addresses?: Filed<AddressesRecord>;
}
