/** The people that a calendar's event names: those that it calls speakers, and those that only may be ones. */
import type { CalendarPart } from "./calendar.ts";
import { decodeEntities } from "../../text/html.ts";
import type { PrintedPerson } from "./page-people.ts";
import { splitNames, splitPeople, withOrganization } from "./people.ts";
import { lineOf } from "./reading.ts";

/** Names that may be speakers, and where they stand. */
export interface Offer {
  names: string[];
  where: string;
}

const SPEAKERS =
  /(?:^|\n|<br ?\/?>|<p>)[ \t]{0,20}(?:<b>|<strong>)?(speakers?|presenters?|panell?ists?) ?: ?(?:<\/b>|<\/strong>)?[ \t]{0,20}((?:[^\n<]|<[^\s<>@]{1,64}@[^\s<>]{1,200}>){1,600}?)(?=$|\n|<(?![^\s<>@]{1,64}@[^\s<>]{1,200}>))/i;

/**
 * A line `Speakers: …`, which sched.com puts into the description; what does not look like names stays text. `list` is what stands behind the label. Behind `Speaker: …` there may stand
 * what one person is: `Speaker: Ann Lee, Intel`.
 */
export function takeSpeakers(description: string): { people: PrintedPerson[]; list: string; text: string } {
  const [line = "", label = "", list = ""] = SPEAKERS.exec(description) ?? [];
  const names = decodeEntities(list);
  const people = /s$/i.test(label) ? splitNames(names).map(withOrganization) : splitPeople(names);
  const areNames =
    people.length > 0 &&
    people.every(({ name }) => name.length <= 80 && name.split(" ").length <= 6 && !/[!?:]|\.\s/.test(name.replace(/\b\w\./g, "")));
  return areNames ? { people, list: names, text: description.replace(line, "").trim() } : { people: [], list: "", text: description };
}

/** Names that stand where speakers often do, but others, too: they are offered to the editor and never taken. */
export function offersOf(event: CalendarPart, title: string, description: string): Offer[] {
  const byLine = /^\s*(?:von|by|par|de|with|mit)\s*:\s*([^\n]{1,300})/i.exec(description)?.[1] ?? "";
  const inBrackets = /\(([^()]{3,200})\)\s*$/.exec(title)?.[1] ?? "";
  const afterDash = /\s[-–—]\s([^-–—]{3,200})$/.exec(title)?.[1] ?? "";
  const called = (property: string) => (event.properties.get(property) ?? []).flatMap(({ parameters }) => parameters["cn"] ?? []);
  const offers = [
    { names: likeNames(byLine, 1), where: "in the first line of its description" },
    { names: likeNames(inBrackets, 2), where: "in brackets at the end of its title" },
    { names: likeNames(afterDash, 2), where: "at the end of its title" },
    { names: called("organizer").map(lineOf), where: "in `ORGANIZER`" },
    { names: called("attendee").map(lineOf), where: "in `ATTENDEE`" },
  ];
  return offers.filter(({ names }) => names.some((name) => name !== ""));
}

/** No word may begin in two of these ways: a text of fifty such words would be tried in all combinations of them. */
const NAME = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: (?:\p{Lu}|d[aeiu]|v[ao]n|le|la|el|al|bin|y)[\p{L}\p{M}.'’-]*)*$/u;

/** The names in a text, if all of it looks like names of so many words or more. */
function likeNames(text: string, words: number): string[] {
  const names = splitNames(decodeEntities(text));
  return names.every((name) => NAME.test(name) && name.split(" ").length >= words && name.split(" ").length <= 5) ? names : [];
}
