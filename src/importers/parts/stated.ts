/** What foreign files state of a talk in words of their own: its status, its licence, whether it may be recorded. */
import type { ForeignTalk, Place } from "../importer.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { clip } from "../../model/records/fields.ts";
import { guessLicence, isLicenceId } from "../../text/licences.ts";
import type { Reading } from "./reading.ts";

type Talk = ForeignTalk["record"];

/** Words for what takes place as announced, which a record need not say. */
const AS_ANNOUNCED =
  /^(confirmed|(?:strong |weak )?accept(ed|_queue)?( \(.*\))?|scheduled|published|tentative|approved|ok|held|done|public|y|x|1|ja|oui|yes|true)$/i;

/** Words of those who choose talks for what they have not chosen, or not yet: it was never part of the programme. */
const NOT_HELD =
  /^(submitted|(under|in) review|nominated|wait(ing)?[ _-]?list(ed)?|draft|pending|private|hidden|unlisted|unpublished|embargoed|deleted|trash|no?|0|nein|non|false|(declined?|decline_queue|((desk|strong|weak|early)[ -])?reject(ed)?|not (accepted|selected)|withdrawn)(\s?[(,:;–—-].*|\s(by|after|due|in|with)\s.*)?)$/i;

/** Whether what is said of a talk is that it was no part of the programme, which is told; its row then is refused. */
export function isNotHeld(text: string, title: string, place: Place, reading: Reading): boolean {
  if (!NOT_HELD.test(text.trim())) return false;
  const hint = "If it was held all the same, write `accepted` in the file.";
  reading.refuse(place, "not-accepted", `“${clip(title)}” is \`${clip(text)}\`.`, hint);
  return true;
}

/** What became of a talk. A word that is none of ours is told as not kept. */
export function statusOf(text: string, reading: Reading, field = "status"): Pick<Talk, "status"> {
  if (/^cancel+ed$/i.test(text)) return { status: "cancelled" };
  if (/^postponed$/i.test(text)) return { status: "postponed" };
  if (/^moved online$/i.test(text)) return { status: "online" };
  if (text !== "" && !AS_ANNOUNCED.test(text)) reading.drop(field);
  return {};
}

const letters = (text: string) =>
  text
    .toLowerCase()
    .replace(/creative commons/g, "cc")
    .replace(/[^a-z0-9]/g, "");

/**
 * The SPDX identifier of a licence that is named without doubt, or its address; anything else is no licence that a record can
 * tell, and never guessed.
 */
export function licenceOf(text: string): string | undefined {
  const written = text.trim();
  const guess = isLicenceId(written) ? written : guessLicence(written);
  if (/^https?:/i.test(written))
    return guess !== undefined && /creativecommons/i.test(written) ? guess : badAddress(written) ? undefined : written;
  return guess !== undefined && letters(guess) === letters(written) ? guess : undefined;
}

/** The media of a talk with the licence of its recording; without a recording there is nothing that has it, which is told. */
export function withLicence<Media extends Pick<Talk, "video">>(media: Media, text: string, reading: Reading, field: string): Media {
  if (text === "") return media;
  const licence = licenceOf(text);
  const { video } = media;
  if (licence === undefined || video === undefined) {
    reading.drop(field);
    return media;
  }
  return { ...media, video: typeof video === "string" ? { url: video, licence } : { ...video, licence } };
}

/** That the speakers did not want to be recorded. Where there is a recording all the same, that is told instead. */
export function optOutOf(isOptOut: boolean, media: Pick<Talk, "video">, reading: Reading, field: string): Pick<Talk, "recording"> {
  if (isOptOut && media.video !== undefined) reading.drop(field);
  return isOptOut && media.video === undefined ? { recording: "declined" } : {};
}

/** Whether a field says yes; what says neither yes nor no is told as not kept. */
export function saysYes(text: string, field: string, reading: Reading): boolean {
  if (/^(?:true|yes|on|1|y|x|ja|oui)$/i.test(text)) return true;
  if (text !== "" && !saysNo(text)) reading.drop(field);
  return false;
}

/** Whether what stands as `draft` makes one: all but “no”, so that nothing is published by mistake. */
export const saysDraft = (text: string) => text !== "" && !saysNo(text);

/** Whether a text says no. */
export const saysNo = (text: string) => /^(?:false|no?|off|0|nein|non)$/i.test(text);
