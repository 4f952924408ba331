/** The parts of a name as citations need them, as far as the name itself tells them apart. */
import { tidy } from "./normal.ts";

/** A name whose parts are known, or one that citations must leave whole: one word, an organization, a script without blanks. */
export type CitedName =
  | { literal: string }
  | { family: string; given: string; particle: string | undefined; suffix: string | undefined; familyFirst: boolean };

/** An email address in a name, with the brackets around it; looked for where blanks or words begin, and not at every letter of a long one. */
export const EMAIL_IN_NAME = /(?<!\s)\s*[<([]?(?:mailto:)?(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+[>)\]]?/iu;

/** A name, organization or role without the email addresses in it and what parted them: `Ada Example` for `Ada Example, <ada@example.org>`. */
export function withoutEmail(text: string): string {
  return text
    .replace(new RegExp(EMAIL_IN_NAME, "giu"), " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s,;:]+|(?<![\s,;:])[\s,;:]+$/g, "");
}

/** Words before a family name that belong to it and are not what it is sorted by. */
const PARTICLES = new Set(
  "af al av bin bint da dal de degli dei del della den der des di do dos du el ibn la las le les lo los of op 't te ten ter und van vom von zu zum zur".split(
    " ",
  ),
);
/** Words that begin a family name even with a capital, where a given name comes before them. */
const CAPITAL_PARTICLES = /^(Da|De|Del|Della|Den|Der|Di|Dos|Du|El|La|Le|Van|Von|Zu)$/;
/** Titles before a name and after it, which are no part of it. */
const TITLE = /^-?(?:(?:dr|prof|professor|mr|mrs|ms|sir|dipl|ing|jr|sr)\.?|(?:dr|dipl)\.-?ing\.?|ph\.?d\.?|m\.?d\.?|[bm]\.?sc\.?)$/i;
const SUFFIX = /^(jr|sr)\.?$|^(II|III|IV)$/i;
/** What a name without a family name is counted by: `Henry VIII`. `VI` and `XI` are names, too. */
const NUMBER = /^(?:II|III|IV|VII|VIII|IX)$/;
/** Degrees and honours behind a name; `Ma` and `Md` are names of people too. */
const DEGREE = /^(?:[Pp][Hh]\.?[Dd]|[Dd]\.?[Pp]hil|M\.?D|MBA|[BM]\.?[Ss]c|[BM]\.?[Ee]ng|Esq|CISSP|[CDKMO]BE|FRS)\.?$/;
/** What stands in brackets behind a name: an organization, pronouns, the name in another script. */
const IN_BRACKETS = /(?<=\S)\s[([][^()[\]]*[)\]]$/;
const HONORIFIC = /^(?:(?:dr|prof|professor|mr|mrs|ms|sir)\.?|(?:dr|dipl)\.-?ing\.?)$/i;
/** A family name in capitals, as it stands before given names: `MÜLLER Hans`. Initials have no vowel, or are shorter. */
const IN_CAPITALS = /^(?=.*[AEIOUYÀ-ÖØ-Ý])[\p{Lu}\p{M}'’-]{3,}$/u;
/** Words between the names of several people. */
const AND = /\s(?:and|und|et)\s/i;
/** Words that people's names do not hold, in the languages that the site knows. */
const ORGANIZATION = new RegExp(
  `^(?:${[
    "foundation project team inc ltd llc llp plc gmbh ggmbh mbh ohg kgaa corp corporation company pty sarl aps srl university institute",
    "college academy school committee community group club council consortium association society union ministry department agency library museum",
    "laboratory labs working maintainers developers committers sponsors panel all speakers attendees tbd tba board staff et",
    "technologies systems services solutions software networks",
    "universität hochschule akademie institut stiftung verein verband gesellschaft ministerium universiteit stichting vereniging",
    "université école institut fondation société ministère universidad universidade instituto istituto università fundación fundação asociación",
    "associação associazione sociedad ministerio جامعة شركة مؤسسة معهد جمعية",
  ]
    .join(" ")
    .replaceAll(" ", "|")})\\.?$`,
  "i",
);
/** What a company or society is by law, at the end of its name. */
const LEGAL_FORM =
  /,?\s(?:AG|KG|SE|SA|AB|BV|NV|KK|SAS|ASA|SpA|S\.\s?A\.|S\.\s?A\.\s?S\.|B\.\s?V\.|N\.\s?V\.|S\.\s?p\.\s?A\.|S\.\s?r\.\s?l\.|e\.?\s?V\.|GmbH|Inc\.?|Ltd\.?|LLC|LLP|PLC|Oyj?|SARL|Srl)$/;
/** Two capitals behind one word: as often the initials of a person, `Manjunath BV`, who has no family name. */
const MAYBE_INITIALS = /^(?=\S{0,60}\p{Ll})\S{1,60}\s[A-Z]{2}$/u;
/** Names of people in India that initials follow more often than a form of a company does: `Arun Kumar KG`. */
const GIVEN = /\s(?:Babu|Chandra|Das|Devi|Kiran|Krishna|Kumar|Lal|Mohan|Nath|Prasad|Raj|Raja|Ram|Rao|Reddy|Shankar|Sharma|Singh|Sundar)\s/;
/** The words of organizations in scripts without blanks. */
const ORGANIZATION_IN_CJK = /株式会社|有限会社|合同会社|大学|研究所|研究会|協会|財団|委員会|公司|协会|基金会|주식회사|대학교|협회|재단/u;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** The parts of a name as published. What cannot be told apart stays whole. */
export function citedName(name: string): CitedName {
  const whole = tidy(name).replace(IN_BRACKETS, "");
  const [before = "", ...after] = withoutDegrees(whole.split(/\s?,\s?/));
  const words = withoutDegrees(before.split(" "), 2);
  const isWhole = isOrganization(whole) || (MAYBE_INITIALS.test(whole) && LEGAL_FORM.test(whole));
  if (isWhole || /[&/;]/.test(whole) || AND.test(whole)) return { literal: whole };
  if (CJK.test(whole)) return inFamilyFirstScript(whole);
  const [second] = after;
  if (second === undefined || (after.length === 1 && SUFFIX.test(second))) return inWesternOrder(words, second, whole);
  // `Nakajima, Jun` or `King, Martin Luther, Jr.`
  if (after.length > 2 || (after[1] !== undefined && !SUFFIX.test(after[1]))) return { literal: whole };
  const particles = words.findIndex((word, index) => index === words.length - 1 || !isParticle(word));
  return nameOf(words.slice(particles).join(" "), second, words.slice(0, particles).join(" "), after[1]);
}

/** The word of a name by which lists are sorted: the last one of the family name as far as that can be told, and never `Inc.` or `AG`. */
export function sortedWord(name: string): string {
  const cited = citedName(name);
  const [last = name] = ("literal" in cited ? withoutLegalForm(cited.literal) : cited.family).split(" ").slice(-1);
  return last;
}

/** The parts of a name without degrees at their end, as far as so many are left. */
function withoutDegrees(parts: readonly string[], least = 1): string[] {
  const last = parts.findLastIndex((part) => !DEGREE.test(part));
  return parts.slice(0, Math.max(least, last + 1));
}

/** Whether a word of a name is a title, such as `Dr.` or `PhD`. */
export const isTitle = (word: string): boolean => TITLE.test(word);

/** Whether a name is that of an organization or a group, as far as its words tell. */
export function isOrganization(name: string): boolean {
  return (
    /^the /i.test(name) ||
    // `ADA SA` is a person in capitals.
    (LEGAL_FORM.test(name) && !isMaybeInitials(name) && /\p{Ll}/u.test(withoutLegalForm(name))) ||
    ORGANIZATION_IN_CJK.test(name) ||
    name.split(/[\s,]+/).some((word) => ORGANIZATION.test(word))
  );
}

/** Whether the capitals at the end of a name may be those of a person, and no form of a company. */
function isMaybeInitials(name: string): boolean {
  const [first = "", ...others] = name.split(" ");
  const [before = ""] = others.slice(-2);
  return (
    MAYBE_INITIALS.test(name) ||
    (HONORIFIC.test(first) && MAYBE_INITIALS.test(others.join(" "))) ||
    (/\s[A-Z]{2}$/.test(name) && (GIVEN.test(name) || isParticle(before) || /^D[AEOU]S?$/.test(before)))
  );
}

function withoutLegalForm(name: string): string {
  return name.replace(LEGAL_FORM, "");
}

/** The name in the order in which it is read. */
export function readingName(name: CitedName): string {
  if ("literal" in name) return name.literal;
  const { family, given, particle, suffix, familyFirst } = name;
  return (familyFirst ? [family, given, suffix] : [given, particle, family, suffix]).filter(Boolean).join(" ");
}

/** `van Beethoven`: the family name with what stands before it. */
export function fullFamily({ family, particle }: { family: string; particle: string | undefined }): string {
  return [particle, family].filter(Boolean).join(" ");
}

function inWesternOrder(all: readonly string[], suffixAfterComma: string | undefined, whole: string): CitedName {
  const words = [...all];
  while (words.length > 2 && HONORIFIC.test(words[0] ?? "")) words.shift();
  const last = words.at(-1) ?? "";
  const suffix = suffixAfterComma ?? (words.length > 2 && SUFFIX.test(last) ? words.pop() : undefined);
  if (words.length < 2 || isParticle(words[0] ?? "") || (all.length === 2 && NUMBER.test(last))) return { literal: whole };
  const given = words.findIndex((word) => !IN_CAPITALS.test(word) && !/^(?:DE|LA|DEL|VAN|VON|DER)$/.test(word));
  if (given > 0 && IN_CAPITALS.test(words[given - 1] ?? "") && words.slice(given).every((word) => /\p{Ll}/u.test(word)))
    return { ...nameOf(words.slice(0, given).join(" "), words.slice(given).join(" "), "", suffix), familyFirst: true };
  const end = words.length - 1;
  let start = words.findIndex((word, index) => index > 0 && index < end && (isParticle(word) || CAPITAL_PARTICLES.test(word)));
  if (start < 0) start = end;
  // `José Ortega y Gasset`: two family names.
  const and = words.findIndex((word, index) => index > 1 && index < end && word === "y");
  if (and > 0) start = Math.min(start, and - 1);
  // Lower case belongs to the particle; from the first capital on, it is the family name.
  let family = start;
  while (family < end && isParticle(words[family] ?? "")) family += 1;
  const text = (from: number, to?: number) => words.slice(from, to).join(" ");
  return nameOf(text(family), text(0, start), text(start, family), suffix);
}

/** Names in Chinese, Japanese and Korean script begin with the family name; only a blank says where it ends. */
function inFamilyFirstScript(whole: string): CitedName {
  const [family = "", given, ...more] = whole.split(" ");
  if (given === undefined || more.length > 0 || !CJK.test(family) || !CJK.test(given)) return { literal: whole };
  return { family, given, particle: undefined, suffix: undefined, familyFirst: true };
}

function nameOf(family: string, given: string, particle: string, suffix: string | undefined): CitedName {
  return { family, given, particle: particle || undefined, suffix, familyFirst: false };
}

function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}
