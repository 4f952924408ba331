/** E-mail addresses and telephone numbers that stand beside names in foreign files: they are for organizers alone. */
import type { ForeignConference, ForeignSpeaker } from "../importer.ts";
import { filled, type Reading } from "./reading.ts";

/**
 * `ann@example.org`, `<mailto:ann@example.org>`, `ann (at) example.org`: all that `EMAIL_IN_NAME` of `text/person-names.ts` knows, which no record may
 * hold, and more. Each run of signs is looked at from its start alone.
 */
const EMAIL =
  /(?<![\p{L}\p{N}._%+'’-])(?:e-?mail:\s?|mailto:)?@?[\p{L}\p{N}._%+'’-]+(?:[@＠]|\s?[([]at[)\]]\s?)[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/giu;
/** `+49 170 1234567`, `Tel. 0170/1234567`: at least seven digits, after a word for it, a plus or a zero. */
const PHONE =
  /(?:\b(?:tel(?:efon|ephone)?|phone|mobile?|handy|fon|tél|cell)\b[.:]{0,2}\s?(?=[+\d(])|(?<![\p{L}\d.,:-])(?=\+\d|0))\+?\(?\d(?:[\s()./-]{0,3}\d){6,19}/giu;
const HAS_CONTACT = /[@＠]|[([]at[)\]]|\d[\s()./-]{0,2}\d[\s()./-]{0,2}\d/i;

/** Names, or what somebody is, without addresses and numbers; the same text where it has none. */
export function withoutContacts(text: string): string {
  if (!HAS_CONTACT.test(text)) return text;
  const bare = text.replace(EMAIL, "").replace(PHONE, "");
  if (bare === text) return text;
  return bare
    .replace(/(^|[;\n|]\s?|,\s)"([^"\n]{0,200})"/g, "$1$2")
    .replace(/\s?(?:<\s?>|\([\s,;]{0,9}\)|\[[\s,;]{0,9}\])/g, "")
    .replace(/,(?:\s?,)+/g, ",")
    .replace(/(?<![\s,:/–—-])[\s,:/–—-]+(?=[;\n|)\]]|$)/g, "")
    .replace(/^[\s,;:|/–—-]+/, "");
}

/** What the files say of people, without their addresses and numbers, which is told; who has no other name is nobody here. */
export function withoutContactsOf(conference: ForeignConference, reading: Reading): ForeignConference {
  const clean = <One extends { name: string; organization?: string | undefined; role?: string | undefined }>(one: One): One => {
    const [name, organization, role] = [one.name, one.organization, one.role].map((text) => text && withoutContacts(text));
    if (name === one.name && organization === one.organization && role === one.role) return one;
    reading.drop("e-mail addresses and telephone numbers");
    const { organization: _, role: __, ...rest } = one;
    return { ...rest, name: name ?? "", ...filled({ organization, role }) } as One;
  };
  const speakers = conference.speakers.map(clean);
  for (const { name, rows } of speakers) {
    const [place] = name === "" ? rows : [];
    const hint = "Write the name in the file, or leave the speaker out of it.";
    if (place) reading.refuse(place, "name-missing", "The speaker has no name but an e-mail address or telephone number.", hint);
  }
  const isNamed = ({ name }: Pick<ForeignSpeaker, "name">) => name !== "";
  const talks = conference.talks.map((talk) => ({ ...talk, speakers: talk.speakers.map(clean).filter(isNamed) }));
  return { ...conference, talks, speakers: speakers.filter(isNamed) };
}
