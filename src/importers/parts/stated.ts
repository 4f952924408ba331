/** What foreign files state of a talk in words of their own: its status, its licence, whether it may be recorded. */
import type { ForeignTalk, Place } from "../importer.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { clip } from "../../model/records/fields.ts";
import { normal } from "../../text/normal.ts";
import { guessLicence, isLicenceId } from "../../text/licences.ts";
import type { Reading } from "./reading.ts";
import { HOW_HELD, kindOf } from "./schedule-text.ts";

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
  "(?:(?:strong|weak|conditional(?:ly)?|probabl[ey]) )?accept(?:ed|ance|_queue)?|confirmed|scheduled|published|tentative|approved|selected|sponsored|ok|public",
  "held|done|final|delivered|presented|performed|given|completed?|concluded|finished|ended|over|past|took place|active|live|ready|✓|✔\ufe0f?|✅",
  "recorded|uploaded|edited|released|(?:video|recording|slides)(?: is| are)? (?:available|online|published)|announced|planned|upcoming|publish|spotlight",
  "(?:in|on|part of) (?:the )?(?:program(?:me)?|schedule)|speakers? confirmed",
  "angenommen|akzeptiert|bestätigt|zugesagt|ausgewählt|geplant|veröffentlicht|öffentlich|gehalten|stattgefunden|durchgeführt|abgeschlossen|beendet",
  "aceptad[oa]|confirmad[oa]|aprobad[oa]|seleccionad[oa]|programad[oa]|publicad[oa]|públic[oa]|realizad[oa]|celebrad[oa]|presentad[oa]|finalizad[oa]|terminad[oa]|apresentad[oa]",
  "acceptée?|confirmée?|retenue?|approuvée?|sélectionnée?|programmée?|publiée?|publi(?:c|que)|présentée?|terminée?|passée?",
  "accettat[oa]|confermat[oa]|approvat[oa]|selezionat[oa]|presentat[oa]|conclus[oa]|geaccepteerd|goedgekeurd|bevestigd|aceit[oa]|aprovad[oa]|selecionad[oa]",
  "принят[ао]?|подтвержд[её]н[ао]?|провед[её]н[ао]?|состоял(?:ся|ась|ось)|заверш[её]н[ао]?|مقبولة?|مؤكدة?|تم",
  "採択|採用|承認|確定|公開|発表済み?|終了|完了|(?:已)?(?:接受|完成|结束)|录用|승인|채택|완료|종료",
);

/** What may be said behind the word for an accepted talk, as what, by whom or when, but not that something else came of it. */
const ACCEPTED_AS =
  /^(?:(?:strong|weak|conditional(?:ly)?|probabl[ey]|speakers?|authors?|presenters?) )?(?:accept(?:ed|ance)?|approved|confirmed|scheduled|presented|published|yes)(?:\s?[(,:;/&+–—-].*|\s(?:as|for|by|on|at|in|with|and)\s.*)$/is;
const CAME_TO_NOTHING =
  /reject|declin|withdr|refus|retir|cancel|postpon|wait|\bpend|reserve|back-?up|stand-?by|alternat|spare|overflow|dropp|pulled|rescind|revok|void|denied|absent|\bill\b|sick|moved|remov|replac|private|hidden|\bpublish\b|to be publi|\bfor (?:the )?(?:\w+ )?(?:round|review)|no-show|embargo|confiden|internal|member|secre|\b(?:only|nda|if|tb[acd])\b|n[’']t\b|\b(?:no|not)\b(?! (?:slides?|video|record|stream|film|photo|paper|travel|fund|fee))|\b(?:but|then|was|until|till|un(?:published|listed|confirmed|available|able|accepted|sure|decided|clear))\b|[-=]>|→/i;
/** The same words with what the talk is, in any language: `Aceptada (corta)`, `accepted poster`. */
const WITH_KIND = /^([^\s_(（:：–—-]{1,30})(?:\s?[(（:：–—-]\s?|[\s_])([^()（）]{1,40})[)）]?$/u;
/** A day on which it was accepted or confirmed. */
const DAY = /^\d{1,4}([-./])\d{1,2}\1\d{1,4}\b/;

/** What may stand behind a word for a talk that was not chosen: why, or by whom, or its place on a list. */
const WHY = "\\s?[(（,、:：;/–—-].*|\\s?#?\\d+|\\s(?:by|after|due|in|with|for|until|por|par|durch|wegen|da|от)\\s.*";

/** Without signs around a word: `❌ Rejected!`, `(accepted) 👍`. A run of them is looked at from its start alone. */
const withoutSigns = (text: string) =>
  text
    .trim()
    .replace(/^[^\p{L}\p{N}✓✔✅✗✘❌-]+|^[✗✘❌]\s+/u, "")
    .replace(/(?<=[\p{L}\p{N}])(?:[\s.!*…)\]”"’»✅✔✓👍]|\ufe0f)+$/u, "");

/** Words of those who choose talks for what they have not chosen, or not yet, or shall not be shown: it was never part of the programme. */
const isUnchosen = oneOf(
  ...NO,
  "✗|✘|❌",
  `(?:${[
    "submitted|(?:(?:still )?(?:under|in) |pending )?review|nominated|wait(?:ing)?[ _-]?list(?:ed)?|draft|pending|on hold|stand-?by|back-?up|reserved?(?: list)?|alternate|maybe|undecided",
    "private|hidden|unlisted|unpublished|embargoed|embargo|deleted|trash|confidential|internal(?: only)?|(?:do not|don't|not) (?:to be )?publish(?:ed)?|not public|unconfirmed|not (?:yet )?confirmed|to be confirmed|not yet|never|duplicate|spam",
    "eingereicht|in prüfung|offen|ausstehend|warteliste|ersatz|nachrücker|reserve|entwurf|gelöscht|versteckt|unveröffentlicht|(?:noch )?nicht (?:bestätigt|veröffentlicht|öffentlich)|vertraulich",
    "enviad[oa]|en revisión|pendiente(?: de .*)?|(?:en |lista de )espera|suplente|borrador|privad[oa]|ocult[oa]|eliminad[oa]|no (?:publicar|publicad[oa]|confirmad[oa])|por confirmar",
    "soumise?|en attente(?: d[e’'].*)?|(?:sur )?liste d[’']attente(?: n°.*)?|à confirmer|brouillon|privée?|masquée?|supprimée?|(?:ne pas publier|non (?:publiée?|confirmée?))",
    "inviat[oa]|in attesa(?: di .*)?|lista d[’']attesa|riserva|da confermare|bozza|nascost[oa]|non (?:pubblicare|pubblicat[oa]|confermat[oa])",
    "ingediend|wachtlijst|concept|submetid[oa]|em (?:revisão|espera)|aguardando|pendente|rascunho|não publicar",
    "черновик|на рассмотрении|в резерве|резерв|ожидает|не (?:публиковать|подтвержд[её]н[ао]?)|مسودة|قيد (?:المراجعة|الانتظار)|قائمة الانتظار|احتياطي",
    "下書き|保留|審査中|応募中|非公開|補欠|未定|待定|草稿|候(?:选|补|補)|待审|대기|보류|비공개",
  ].join("|")})(?:${WHY})?`,
);
const isRefused = oneOf(
  `(?:(?:speakers?|authors?|presenters?) )?(?:${[
    "declined?|decline_queue|(?:(?:desk|strong|weak|early|probably)[ -])?reject(?:ed|ion)?|not (?:accepted|selected|approved)|withdrawn|withdrew|denied|disapproved|unaccepted",
    "abgelehnt|absage|abgewiesen|zurückgezogen|zurückgewiesen|nicht (?:angenommen|ausgewählt)",
    "rechazad[oa]|declinad[oa]|retirad[oa]|descartad[oa]|no (?:aceptad[oa]|seleccionad[oa]|aprobad[oa])",
    "refusée?|rejetée?|retirée?|déclinée?|non[ -](?:acceptée?|retenue?|sélectionnée?)",
    "rifiutat[oa]|respint[oa]|ritirat[oa]|non (?:accettat[oa]|selezionat[oa])",
    "afgewezen|geweigerd|ingetrokken|rejeitad[oa]|recusad[oa]|reprovad[oa]|não (?:aceit[oa]|aprovad[oa]|selecionad[oa])",
    "отклон[её]н[ао]?|отозван[ао]?|снят[ао]?|не принят[ао]?|مرفوضة?|مسحوبة?|غير مقبولة?",
    "不採択|不採用|却下|落選|取り下げ|辞退|(?:已)?(?:拒绝|撤回)|未录用|未通过|거절|반려|미채택|철회",
  ].join("|")})(?:${WHY})?`,
);

/** Whether a text says, without more, that a talk was not chosen; `no` alone says it only under a heading that asks for it. */
export const saysRefused = (text: string) => isRefused(withoutSigns(text));

/** The same of a column that asks whether it was chosen, in which `no` says it, too. */
export const saysNotChosen = (text: string) => isUnchosen(withoutSigns(text)) || saysRefused(text);

/** Whether what is said of a talk is that it was no part of the programme, which is told; its row then is refused. */
export function isNotHeld(text: string, title: string, place: Place, reading: Reading): boolean {
  if (!saysNotChosen(text)) return false;
  const hint = "If it was held all the same, write `accepted` in the file.";
  reading.refuse(place, "not-accepted", `“${clip(title)}” is \`${clip(text)}\`.`, hint);
  return true;
}

/** Whether a talk took place as announced, by a word for that, or for what it was or how it was held. */
export function isHeld(text: string): boolean {
  const word = withoutSigns(text);
  const [, first = "", kind = ""] = WITH_KIND.exec(word) ?? [];
  return (
    isAsAnnounced(word) ||
    DAY.test(word) ||
    HOW_HELD.test(word) ||
    isKindAlone(word) ||
    (isAsAnnounced(first) && isKindAlone(kind)) ||
    (ACCEPTED_AS.test(word) && !CAME_TO_NOTHING.test(word))
  );
}

const KINDS_OF_TALKS: ReadonlySet<unknown> = new Set([
  undefined,
  "keynote",
  "panel",
  "tutorial",
  "workshop",
  "lightning",
  "poster",
  "demo",
]);

/** Whether a text is what a talk is called and nothing else: `Oral`, `short paper`, `póster`. */
function isKindAlone(text: string): boolean {
  const [, word] = /^([\p{L}\p{M}]+)(?:[ _-](?:talks?|papers?|sessions?|track))?$/u.exec(text) ?? [];
  return word !== undefined && KINDS_OF_TALKS.has(kindOf(word, "", true));
}

/**
 * What became of a talk. Of a word that is none of ours nobody knows whether the talk may be shown: it becomes a draft, and both are told. `isOwn` are
 * words of our own files, in the language of their site; what we publish may be shown.
 */
export function statusOf(text: string, reading: Reading, field = "status", isOwn = false): Pick<Talk, "status" | "draft"> {
  const word = withoutSigns(text);
  const status = isCancelled(word) ? "cancelled" : isPostponed(word) ? "postponed" : undefined;
  // Why it was, no record says.
  if (status && !/^\p{L}+$/u.test(word)) reading.drop(field);
  if (status) return { status };
  if (/^moved online$/i.test(word)) return { status: "online" };
  if (text === "" || isHeld(text)) return {};
  reading.drop(field);
  reading.guess(text, isOwn ? "part of the programme" : DRAFT_BY_STATUS);
  return isOwn ? {} : { draft: true };
}

/** What a word for a status that nobody knows is taken for. */
const DRAFT_BY_STATUS = "a draft, which no page shows; `accepted` would be part of the programme";

const isCancelled = oneOf(
  `(?:cancel+ed|abgesagt|ausgefallen|entfällt|cancelad[oa]|annulée?|annullat[oa]|geannuleerd|отмен[её]н[ао]?|ملغاة|ملغى|中止|取消|취소)(?:${WHY}|\\s.*)?|キャンセル|취소됨`,
);
const isPostponed = oneOf(
  `(?:postponed|verschoben|aplazad[oa]|pospuest[oa]|reportée?|rinviat[oa]|uitgesteld|adiad[oa]|перенес[её]н[ао]?|مؤجلة?|延期|연기)(?:${WHY}|\\s.*)?`,
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

/** Whether a text says yes. */
export const isYes = oneOf(...YES);

/** Whether a text says yes or no as YAML does, and nothing else; `1` and `x` may be ids. */
export const saysWhether = oneOf("true", "false", "yes", "no");
