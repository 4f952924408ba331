/** What a calendar or a feed says of a talk: the same facts in the same order, as text or as HTML. */
import type { Appearance, Archive, Talk } from "../model/archive.ts";
import { placeOf } from "./event-item.ts";
import { timeText } from "./talk-item.ts";
import { talkResources } from "./talk-resources.ts";

/** As lines of text. Day, time and place are left out, since a calendar shows them itself. */
export function summaryText(archive: Archive, talk: Talk): string {
  const resources = talkResources(archive, talk).map(archive.words.talkSummary.resource);
  return [...talk.speakers.map((speaker) => speakerText(archive, speaker)), ...abstractOf(archive, talk, "text"), resources.join("\n")]
    .filter(Boolean)
    .join("\n\n");
}

/** As HTML in which every address is a full one. */
export function summaryHtml(archive: Archive, talk: Talk): string {
  const { event, when, record } = talk;
  const { dates, list } = archive.words;
  const day = when ? list.commas([dates.day(when.date), timeText(talk)]) : dates.range(event.record.startDate, event.record.endDate);
  const occasion = [event.record.name, day, record.room, placeOf(archive, event)].filter(Boolean).join(" · ");
  const [abstract = "", note = ""] = abstractOf(archive, talk, "html");
  const resources = talkResources(archive, talk).map(({ title, url }) => `<li><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></li>`);
  return [
    ...talk.speakers.map((speaker) => `<p>${escapeHtml(speakerText(archive, speaker))}</p>`),
    `<p>${escapeHtml(occasion)}</p>`,
    // The HTML of a record holds no quote but those of its own attributes, so that nothing else can be taken for an address.
    abstract.replaceAll('href="/', `href="${archive.site.base.origin}/`),
    note && `<p>${escapeHtml(note)}</p>`,
    resources.length > 0 && `<ul>${resources.join("")}</ul>`,
  ]
    .filter(Boolean)
    .join("\n");
}

function abstractOf(archive: Archive, talk: Talk, form: "text" | "html"): string[] {
  if (!talk.abstract) return [];
  return talk.record.abstractBy === "archive" ? [talk.abstract[form], archive.words.talkSummary.ownSummary] : [talk.abstract[form]];
}

/** `Jun Nakajima (Principal Engineer, Intel)`. */
function speakerText({ words: { list } }: Archive, { name, role, organization }: Appearance): string {
  const from = list.commas([role, organization]);
  return from ? `${name} (${from})` : name;
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
