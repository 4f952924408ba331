/** What a calendar or a feed says of a talk: the same facts in the same order, as text or as HTML. */
import type { Appearance, Archive, Talk } from "../model/archive.ts";
import { absolute } from "../model/urls.ts";
import { isFromRight, isMaybeFromRight } from "../text/direction.ts";
import { capitalize } from "../text/wording.ts";
import { fill } from "../words/fill.ts";
import { placeOf } from "./event-item.ts";
import { type Notice, noticesOf, partText } from "./notices.ts";
import { whenText, withheldNames } from "./talk-item.ts";
import { talkResources } from "./talk-resources.ts";

/** As lines of text. Day, time and place are left out, since a calendar shows them itself. */
export function summaryText(archive: Archive, talk: Talk): string {
  const resources = resourcesOf(archive, talk).map(archive.words.talkSummary.resource);
  return [
    ...noticesOf(archive, talk).map(({ text, place }) => fill(text, { place: place ? absolute(archive.site.base, place.path) : "" })),
    ...peopleOf(archive, talk),
    partOf(archive, talk),
    ...abstractOf(archive, talk, "text"),
    recordingNote(archive, talk),
    resources.join("\n"),
  ]
    .filter(Boolean)
    .join("\n\n");
}

/** As HTML in which every address is a full one. */
export function summaryHtml(archive: Archive, talk: Talk): string {
  const { event, when, record } = talk;
  const { dates } = archive.words;
  const day = when ? whenText(archive, talk, dates.day) : dates.range(event.record.startDate, event.record.endDate);
  const occasion = [event.record.name, day, record.room, placeOf(archive, event)].filter(Boolean).join(" · ");
  const [abstract = "", note = ""] = abstractOf(archive, talk, "html");
  const resources = resourcesOf(archive, talk).map(({ title, url }) => `<li>${anchor(url, title)}</li>`);
  const isAllFromRight = isFromRight(archive.site.record.language);
  const isDirected = abstract !== "" && (isAllFromRight || isMaybeFromRight(abstract));
  const html = [
    ...noticesOf(archive, talk).map((notice) => noticeHtml(archive, notice)),
    ...[...peopleOf(archive, talk), occasion, partOf(archive, talk)].filter(Boolean).map(paragraph),
    // The HTML of a record holds no quote but those of its own attributes, so that nothing else can be taken for an address.
    (isDirected ? directed(abstract, "auto") : abstract).replaceAll('href="/', `href="${archive.site.base.origin}/`),
    ...[note, recordingNote(archive, talk)].filter(Boolean).map(paragraph),
    resources.length > 0 && `<ul>${resources.join("")}</ul>`,
  ]
    .filter(Boolean)
    .join("\n");
  return isAllFromRight ? directed(html, "rtl") : html;
}

/** Readers of feeds write from left to right what says nothing else. */
const directed = (html: string, direction: "auto" | "rtl") => `<div dir="${direction}">${html}</div>`;

/** Slides, videos and links; the video of a talk that is a part of it, with that part. */
function resourcesOf(archive: Archive, talk: Talk): { title: string; url: string }[] {
  return talkResources(archive, talk).map(({ title, url, part }) =>
    part ? { title: archive.words.list.commas([title, part.stretch]), url: part.watch } : { title, url },
  );
}

/** The speakers, and what stands for those whose names are not published. */
function peopleOf(archive: Archive, talk: Talk): string[] {
  const withheld = withheldNames(archive, talk);
  return [...talk.speakers.map((speaker) => speakerText(archive, speaker)), ...(withheld === null ? [] : [withheld])];
}

function partOf(archive: Archive, talk: Talk): string {
  return capitalize(partText(archive, talk) ?? "");
}

/** Why there is no recording. */
function recordingNote({ words }: Archive, { record: { recording } }: Talk): string {
  return recording === undefined ? "" : words.talk.recording[recording];
}

const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;

/** What became of a talk as a paragraph, with the way to where it was given in the end. */
function noticeHtml(archive: Archive, { text, place }: Notice): string {
  return `<p>${fill(escapeHtml(text), { place: place ? anchor(absolute(archive.site.base, place.path)) : "" })}</p>`;
}

const anchor = (url: string, text = url) => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`;

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
