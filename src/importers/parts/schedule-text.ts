/** The texts of schedules: which are HTML and which Markdown, how an event's three texts become one, and kinds. */
import type { TalkRecord } from "../../model/records/talk.ts";
import { withoutComments } from "./comments.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";

const HTML = /<\/?(p|br|a|ul|ol|li|b|i|u|em|strong|h[1-6]|div|span|blockquote|pre|code|table|tr|td|img|font|hr|tt)(\s[^<>]*)?\/?>/i;
const BLOCK_TAG = /<(p|div|ul|ol|li|h[1-6]|blockquote|pre|table|tr|td)\b/i;
const MARKDOWN = /\*\*\S|\]\(https?:|^[-*+] |^#+ |^\d+\. /m;

/**
 * A text of a schedule as Markdown. Tags mean HTML; otherwise it is Markdown already, as pretalx and frab have it, where
 * entities are read too: the indentation of a pretty-printed file is taken away, and short lines stay lines.
 */
export function scheduleText(text: string): string {
  const flat = withoutComments(text.replace(/\r\n?/g, "\n")).trim();
  if (!HTML.test(flat)) return keepLines(dedent(flat));
  if (BLOCK_TAG.test(flat)) return htmlToMarkdown(flat);
  return MARKDOWN.test(flat) ? keepLines(dedent(inlineTags(flat))) : htmlToMarkdown(paragraphs(flat));
}

/** The few tags that people mix into Markdown. */
function inlineTags(text: string): string {
  return text
    .replace(/<br\s*\/?>\n?/gi, "\\\n")
    .replace(/<\/?(b|strong)>/gi, "**")
    .replace(/<\/?(i|em)>/gi, "*")
    .replace(/<\/?(tt|code)>/gi, "`")
    .replace(/<a\s([^<>]*)>([^<>]*)<\/a>/gi, (tag: string, attributes: string, words: string) => {
      const [, address] = /href=["']?(https?:[^"'\s<>]+)/i.exec(attributes) ?? [];
      return address === undefined ? tag : `[${words}](${address})`;
    })
    .replace(/<\/?(u|span|font)(\s[^<>]*)?>/gi, "");
}

/** Inline HTML between empty lines, as people write it into forms. */
function paragraphs(text: string): string {
  return text
    .split(/\n\s*\n/)
    .map((part) => `<p>${part.replaceAll("\n", "<br>")}</p>`)
    .join("");
}

function dedent(text: string): string {
  const [first = "", ...rest] = text.split("\n");
  const indents = rest.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const common = indents.length === 0 ? 0 : indents.reduce((a, b) => Math.min(a, b));
  return [first, ...rest.map((line) => line.slice(common))].map((line) => (line.trim() === "" ? "" : line)).join("\n");
}

const WRAPPED = { shortest: 50, longest: 110 };
const BLOCK = /^\s*([-*+>#|~`]|\d+[.)]\s|={3,}$|-{3,}$)/;

/** Lines of a paragraph that was not wrapped by a program end where the author ended them. */
function keepLines(text: string): string {
  let fenced = false;
  return text
    .split(/\n{2,}/)
    .map((part) => {
      const fences = part.split("\n").filter((line) => /^\s*(```|~~~)/.test(line)).length;
      const inside = fenced || fences > 0;
      if (fences % 2 === 1) fenced = !fenced;
      const lines = part.split("\n");
      const wrapped = lines.slice(0, -1).every((line) => line.length >= WRAPPED.shortest && line.length <= WRAPPED.longest);
      if (inside || wrapped || lines.some((line) => BLOCK.test(line) || /^( {4}|\t)/.test(line))) return part;
      return lines.map((line, index) => (index < lines.length - 1 ? `${line.replace(/\\$/, "").trimEnd()}\\` : line)).join("\n");
    })
    .join("\n\n");
}

/** Subtitle, abstract, description and the like as one text; what another of them says already is left out. */
export function joinTexts(title: string, subtitle: string, ...texts: readonly string[]): string {
  const sameness = (text: string) =>
    text
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim()
      .toLowerCase();
  // A summary may be the start of the text, cut in the middle of a word.
  const holds = (whole: string, part: string) => whole.startsWith(part) || ` ${whole} `.includes(` ${part} `);
  const all = texts.filter((text) => text !== "").map((text) => ({ text, same: sameness(text) }));
  // Of two that say the same, the last stays.
  const isToldIn = (part: string, at: number) =>
    all.some(({ same }, other) => other !== at && holds(same, part) && (other > at || !holds(part, same)));
  const parts = all.filter(({ same }, at) => !isToldIn(same, at)).map(({ text }) => text);
  const told = sameness(subtitle) === "" ? subtitle !== "" : sameness(`${title} ${parts.join(" ")}`).includes(sameness(subtitle));
  if (subtitle !== "" && !told) parts.unshift(`**${escapeInline(subtitle)}**`);
  return parts.join("\n\n");
}

function escapeInline(text: string): string {
  return text.replace(/\s+/g, " ").replace(/[\\`*_[\]<>&#~|]/g, "\\$&");
}

/** Kinds by the words for them in English, German, Spanish, French, Italian, Portuguese, Arabic and Japanese; the first that fits counts. */
const KINDS: [RegExp, TalkRecord["kind"]][] = [
  [
    /keynote|(?:conferencia|charla|ponencia|conférence) (?:magistral|pl[eé]n(?:ière|aria))|^magistral$|plenarvortrag|基調講演|キーノート|كلمة رئيسية/i,
    "keynote",
  ],
  [/panel|podium|round.?table|mesa.redonda|table.ronde|tavola.rotonda|パネル|حلقة نقاش/i, "panel"],
  [/tutori(?:al|um|el)|training|チュートリアル|درس تطبيقي/i, "tutorial"],
  [/workshop|hands.?on|\btaller(?:es)?\b|\bateliers?\b|laboratorio|^oficinas?\b|ワークショップ|ハンズオン|ورشة/i, "workshop"],
  [/light(n|en)ing|ignite|kurzvortrag|rel[aá]mpago|éclair(?!a)|ライトニング|^LT$|خاطفة/i, "lightning"],
  [/design session/i, "design session"],
  [/\bbof\b|birds of a feather|discussion|diskussion|\bdebate\b|discusión|débat|dibattito|ディスカッション|討論|نقاش/i, "discussion"],
  [/p[oóô]ster|\baffiche\b|ポスター|ملصق/i, "poster"],
  [/\bdemos?\b|demonstration|demostración|démonstration|dimostrazione|vorführung|デモ|عرض عملي/i, "demo"],
  [/meeting|meetup|treffen|reunión|réunion|riunione|reunião|ミーティング|اجتماع/i, "meeting"],
  [/^(?:opening|eröffnung|apertura|inauguración|ouverture|abertura|オープニング|開会|افتتاح)/i, "opening"],
  [/^(?:closing|abschluss|clausura|cierre|clôture|chiusura|encerramento|クロージング|閉会|ختام)/i, "closing"],
  [/social|party|concert|dj.?set|film|dinner|reception|abendessen|\bcena\b|fiesta|dîner|soirée|convivial|懇親会|لقاء اجتماعي/i, "social"],
  [
    /^(coffee|lunch|tea)?.?(break|pause)$|^lunch$|^(?:kaffee|mittags)pause$|^pausa|^descanso|^pause\b|^déjeuner|^almuerzo$|^intervallo$|休憩|昼食|استراحة/i,
    "break",
  ],
  [
    /^conf[ée]rences?$|talk|lecture|vortrag|presentation|^event$|main.?track|dev.?room|^session$|podcast|charla|ponencia|conferencia|conférence|présentation|exposé|palestra|relazione|講演|発表|トーク|セッション|محاضرة/i,
    "talk",
  ],
];
const BREAK =
  /^(?:((coffee|tea|lunch|kaffee|mittags|morning|afternoon)[ -]?(break|pause)|break|pause|lunch|mittagessen|caf[eé]|comida|almuerzo|desayuno|pause[ -](?:café|déjeuner)|déjeuner|pranzo|almoço|休憩|昼休み|昼食|استراحة(?: [\p{L}]+)?)( (and|&|und) [\w ]+)?|(?:pausa|descanso)(?: (?:para|de|del|per il|para el) [\p{L} &]+)?)$/iu;

/** What talks are called by their length, or by how they were chosen, which is no kind of its own. */
export const SORT_OF_TALK =
  /^(?:(?:regular|standard|full|long|short|oral|breakout|main|invited|contributed|technical|research|industry|sponsor(?:ed)?|case study|plenary|parallel|\d{1,3}\s?(?:min\w*|m|['’′]))(?:[ _-](?:papers?|slots?|tracks?|sessions?))?|paper|quickie|plática|cort[oa]|larg[oa]|breve|courte?|longue?|kurz|lang|доклад|发表|演讲|报告|发言|口頭|口头|발표|구두)$/i;

/** What columns of formats say of how a session is held, which is no kind. */
export const HOW_HELD = /^(?:in[- ]?person|on[- ]?site|online|virtual|remote|hybrid|live(?:[- ]?stream)?|(?:pre-?)?recorded)$/i;

/** The kind of session, from its type, or from its title where it is a break without speakers. */
export function kindOf(type: string, title: string, hasSpeakers: boolean): TalkRecord["kind"] | undefined {
  if (!hasSpeakers && BREAK.test(title.trim())) return "break";
  if (type === "" || SORT_OF_TALK.test(type)) return undefined;
  const kind = KINDS.find(([pattern]) => pattern.test(type.replaceAll("_", " ")))?.[1] ?? "other";
  return kind === "talk" ? undefined : kind;
}

/** What may stand around the word for a kind that is the whole of a text: `Tutorials`, `Lightning talk`, `social-hour`. */
const AROUND_KIND = /[\s_-]+|s$|en?$|talks?|sessions?|events?|hour|講演|セッション|トーク/giu;

/** Whether a text says a kind of session and nothing else, as `Social good` does not. */
export function isKind(text: string): boolean {
  const plain = text.replaceAll("_", " ");
  const rest = KINDS.reduce((left, [pattern]) => left.replace(pattern, ""), plain);
  return rest !== plain && rest.replace(AROUND_KIND, "") === "";
}
