/** What foreign files state of a talk in words of their own: its status, its licence, whether it may be recorded. */
import type { ForeignTalk, Place } from "../importer.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { clip } from "../../model/records/fields.ts";
import { normal } from "../../text/normal.ts";
import { guessLicence, isLicenceId } from "../../text/licences.ts";
import type { Reading } from "./reading.ts";

type Talk = ForeignTalk["record"];

/** A text is one of these words, in any capitals, of German, Spanish, French, Italian, Dutch, Portuguese, Russian, Arabic, Japanese, Chinese and Korean, too. */
function oneOf(...words: string[]): (text: string) => boolean {
  const pattern = new RegExp(`^(?:${words.join("|")})$`, "is");
  return (text) => pattern.test(normal(text.trim(), "NFC"));
}

const YES = ["y", "x", "1", "on", "yes", "true", "ja", "oui", "s[ií]", "sì", "sim", "да", "نعم", "はい", "是", "예"];
const NO = ["n", "0", "off", "no", "false", "nein", "non", "n[ãa]o", "nee", "нет", "لا", "いいえ", "否", "아니요"];

/** Words for what takes place as announced, which a record need not say. */
const isAsAnnounced = oneOf(
  ...YES,
  "(?:strong |weak )?accept(?:ed|_queue)?(?: \\(.*\\))?|confirmed|scheduled|published|tentative|approved|selected|sponsored|ok|held|done|public",
  "angenommen|akzeptiert|bestätigt|zugesagt|ausgewählt|geplant|veröffentlicht|öffentlich",
  "aceptad[oa]|confirmad[oa]|aprobad[oa]|seleccionad[oa]|programad[oa]|publicad[oa]|públic[oa]",
  "acceptée?|confirmée?|retenue?|approuvée?|sélectionnée?|programmée?|publiée?|publique?",
  "accettat[oa]|confermat[oa]|approvat[oa]|selezionat[oa]|geaccepteerd|goedgekeurd|bevestigd|aceit[oa]|aprovad[oa]|selecionad[oa]",
  "принят[ао]?|подтвержд[её]н[ао]?|مقبولة?|مؤكدة?|採択|採用|承認|確定|公開|(?:已)?接受|录用|승인|채택",
);

/** What may stand behind a word for a talk that was not chosen: why, or by whom. */
const WHY = "\\s?[(（,、:：;–—-].*|\\s(?:by|after|due|in|with)\\s.*";

/** Words of those who choose talks for what they have not chosen, or not yet: it was never part of the programme. */
const isUnchosen = oneOf(
  ...NO,
  "submitted|(?:under|in) review|nominated|wait(?:ing)?[ _-]?list(?:ed)?|draft|pending|private|hidden|unlisted|unpublished|embargoed|deleted|trash",
  "eingereicht|in prüfung|offen|ausstehend|warteliste|entwurf|gelöscht|versteckt|unveröffentlicht",
  "enviad[oa]|en revisión|pendiente|(?:en |lista de )espera|borrador|privad[oa]|ocult[oa]|eliminad[oa]",
  "soumise?|en attente|(?:sur )?liste d[’']attente|brouillon|privée?|masquée?|supprimée?",
  "inviat[oa]|in attesa|lista d[’']attesa|bozza|nascost[oa]",
  "ingediend|wachtlijst|concept|submetid[oa]|em (?:revisão|espera)|pendente|rascunho",
  "черновик|на рассмотрении|مسودة|قيد (?:المراجعة|الانتظار)|قائمة الانتظار",
  "下書き|保留|審査中|応募中|非公開|待定|草稿|대기|보류",
);
const isRefused = oneOf(
  `(?:${[
    "declined?|decline_queue|(?:(?:desk|strong|weak|early)[ -])?reject(?:ed)?|not (?:accepted|selected)|withdrawn",
    "abgelehnt|abgewiesen|zurückgezogen|zurückgewiesen|nicht (?:angenommen|ausgewählt)",
    "rechazad[oa]|declinad[oa]|retirad[oa]|descartad[oa]|no (?:aceptad[oa]|seleccionad[oa])",
    "refusée?|rejetée?|retirée?|déclinée?|non[ -](?:acceptée?|retenue?|sélectionnée?)",
    "rifiutat[oa]|respint[oa]|ritirat[oa]|non (?:accettat[oa]|selezionat[oa])",
    "afgewezen|geweigerd|ingetrokken|rejeitad[oa]|recusad[oa]|não (?:aceit[oa]|selecionad[oa])",
    "отклон[её]н[ао]?|отозван[ао]?|مرفوضة?|مسحوبة?",
    "不採択|不採用|却下|落選|取り下げ|辞退|(?:已)?拒绝|未录用|거절|반려",
  ].join("|")})(?:${WHY})?`,
);

/** Whether what is said of a talk is that it was no part of the programme, which is told; its row then is refused. */
export function isNotHeld(text: string, title: string, place: Place, reading: Reading): boolean {
  if (!isUnchosen(text) && !isRefused(text)) return false;
  const hint = "If it was held all the same, write `accepted` in the file.";
  reading.refuse(place, "not-accepted", `“${clip(title)}” is \`${clip(text)}\`.`, hint);
  return true;
}

/** What became of a talk. A word that is none of ours is told as not kept. */
export function statusOf(text: string, reading: Reading, field = "status"): Pick<Talk, "status"> {
  const status = isCancelled(text) ? "cancelled" : isPostponed(text) ? "postponed" : undefined;
  // Why it was, no record says.
  if (status && !/^\p{L}+$/u.test(text.trim())) reading.drop(field);
  if (status) return { status };
  if (/^moved online$/i.test(text)) return { status: "online" };
  if (text !== "" && !isAsAnnounced(text)) {
    reading.drop(field);
    reading.guess(text, "part of the programme");
  }
  return {};
}

const isCancelled = oneOf(
  `(?:cancel+ed|abgesagt|ausgefallen|entfällt|cancelad[oa]|annulée?|annullat[oa]|geannuleerd|отмен[её]н[ао]?|ملغاة|ملغى|中止|取消|취소)(?:${WHY})?`,
);
const isPostponed = oneOf(
  `(?:postponed|verschoben|aplazad[oa]|pospuest[oa]|reportée?|rinviat[oa]|uitgesteld|adiad[oa]|перенес[её]н[ао]?|مؤجلة?|延期|연기)(?:${WHY}|\\s(?:to|auf|au|hasta|a|al)\\s.*)?`,
);

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
  if (isYes(text)) return true;
  if (text !== "" && !saysNo(text)) reading.drop(field);
  return false;
}

/** Whether what stands as `draft` makes one: all but “no”, so that nothing is published by mistake. */
export const saysDraft = (text: string) => text !== "" && !saysNo(text);

/** Whether a text says no. */
export const saysNo = oneOf(...NO);

const isYes = oneOf(...YES);
