/** The table of page kinds. */
import { accessibilityPage } from "./accessibility.ts";
import { agendaPages } from "./agenda.ts";
import { explorePages } from "./explore.ts";
import { eventPages } from "./event.ts";
import { eventsPage } from "./events.ts";
import { freePages } from "./page.ts";
import { homePage } from "./home.ts";
import { movedPages } from "./moved.ts";
import { notFoundPage } from "./not-found.ts";
import { organizationPages } from "./organization.ts";
import { organizationsPages } from "./organizations.ts";
import { papersPages } from "./papers.ts";
import type { PageKind } from "./page-kind.ts";
import { presentationsPages } from "./presentations.ts";
import { removedPages } from "./removed.ts";
import { searchPage } from "./search.ts";
import { seriesPage } from "./series.ts";
import { slidesPages } from "./slides.ts";
import { speakerPages } from "./speaker.ts";
import { speakersPages } from "./speakers.ts";
import { talkPages } from "./talk.ts";
import { topicPages } from "./topic.ts";
import { topicsPages } from "./topics.ts";
import { yearPages } from "./year.ts";
import { yearsPages } from "./years.ts";
import { transcriptPages } from "./transcript.ts";

/** Every kind of page of an archive. To add one, add its pair of files and a line here. */
export const PAGE_KINDS: readonly PageKind[] = [
  homePage,
  eventsPage,
  eventPages,
  agendaPages,
  talkPages,
  slidesPages,
  transcriptPages,
  presentationsPages,
  speakersPages,
  speakerPages,
  topicsPages,
  topicPages,
  organizationsPages,
  organizationPages,
  seriesPage,
  yearsPages,
  yearPages,
  explorePages,
  papersPages,
  searchPage,
  freePages,
  accessibilityPage,
  movedPages,
  removedPages,
  notFoundPage,
];
