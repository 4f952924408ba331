/** What importers of extensions give, held against what `Imported` asks for: plain JavaScript may give anything. */
import { isRealDate } from "../model/dates.ts";
import { isOffset } from "../model/time.ts";
import { isTimeOfDay } from "../text/clock.ts";
import { isObject } from "../text/is-object.ts";

type Test = (value: unknown) => boolean;
type Shape = Readonly<Record<string, Rule>>;
/** A test of a value, with what it should be; or a shape, alone or of each entry of a list. */
type Rule = { test: Test; what: string } | { shape: Shape } | { each: Shape };

const isText: Test = (value) => typeof value === "string";
const isPlace: Test = (value) =>
  isObject(value) &&
  isObject(value["file"]) &&
  ["start", "end"].every((end) => typeof value[end] === "number") &&
  isText(value["file"]["text"]);
const arePlaces: Test = (value) => Array.isArray(value) && value.every(isPlace);

const rule = (what: string, test: Test) => ({ test, what });
const orNothing = ({ test, what }: { test: Test; what: string }) => rule(what, (value) => value === undefined || test(value));
const TEXT = rule("a text", isText);
const DAY = rule("a date such as `2024-05-01`", (value) => isText(value) && isRealDate(value as string));
const CLOCK = rule("a time such as `09:30`", (value) => isText(value) && isTimeOfDay(value as string));
const OFFSET = rule("`Z` or an offset such as `+02:00`", (value) => isText(value) && isOffset(value as string));
const OBJECT = rule("an object", isObject);
const PLACES = rule("a list of places, each with `file`, `start` and `end`", arePlaces);

const END: Shape = { date: DAY, time: orNothing(CLOCK), offset: orNothing(OFFSET) };
const WHEN: Shape = {
  date: DAY,
  start: orNothing(CLOCK),
  offset: orNothing(OFFSET),
  duration: orNothing(rule("a number of minutes", Number.isFinite)),
  day: orNothing(DAY),
  end: orNothing(rule("an object with `date`, and `time` or nothing", (value) => isObject(value) && faultIn(value, END, "") === undefined)),
};
const APPEARANCE: Shape = Object.fromEntries(
  ["name", "key", "role", "organization", "bio"].map((field) => [field, field === "name" ? TEXT : orNothing(TEXT)]),
);
const TALK: Shape = {
  rows: rule("a list of at least one place with `file`, `start` and `end`", (value) => arePlaces(value) && (value as []).length > 0),
  key: TEXT,
  record: { shape: { title: TEXT } },
  when: orNothing(rule("a time", (value) => isObject(value) && faultIn(value, WHEN, "") === undefined)),
  speakers: { each: APPEARANCE },
  slug: orNothing(TEXT),
  url: orNothing(TEXT),
};
const SPEAKER: Shape = { rows: PLACES, key: TEXT, name: TEXT, bio: orNothing(TEXT), organization: orNothing(TEXT), url: orNothing(TEXT) };
const IMPORTED: Shape = {
  conferences: { each: { key: TEXT, event: OBJECT, slug: orNothing(TEXT), talks: { each: TALK }, speakers: { each: SPEAKER } } },
  rows: rule("a number", Number.isInteger),
  refused: PLACES,
  problems: rule("a list of problems made with `problemAt`", (value) => Array.isArray(value) && value.every(isProblem)),
  notKept: rule(
    "a Map of the names of fields and how often they said something",
    (value) => value instanceof Map && [...value].every(([field, times]) => isText(field) && Number.isFinite(times)),
  ),
  guesses: orNothing(
    rule(
      "a list of `written` and `read`",
      (value) => Array.isArray(value) && value.every((one) => isObject(one) && isText(one["written"]) && isText(one["read"])),
    ),
  ),
};
const isProblem: Test = (value) =>
  isObject(value) && ["rule", "severity", "file", "message", "hint"].every((field) => isText(value[field]));

type Given = Readonly<Record<string, unknown>>;

/** Which of the things that become records holds itself, or so much in each other that nobody comes to its end; nothing where none does. */
function endless(conferences: readonly Given[]): string | undefined {
  for (const [index, { event, talks, speakers }] of conferences.entries()) {
    const at = `conferences[${index}]`;
    const things = [
      [`${at}.event`, event] as const,
      ...(talks as Given[]).flatMap(({ record, links }, place) => [
        [`${at}.talks[${place}].record`, record] as const,
        [`${at}.talks[${place}].links`, links] as const,
      ]),
      ...(speakers as Given[]).map(({ links }, place) => [`${at}.speakers[${place}].links`, links] as const),
    ];
    const found = things.find(([, thing]) => isEndless(thing, new Set(), new Set()));
    if (found) return `\`${found[0]}\` holds itself, or more than ${DEEPEST} levels`;
  }
  return undefined;
}

/** Levels of lists and objects in each other; no record has as many. */
const DEEPEST = 50;

function isEndless(value: unknown, around: Set<object>, fine: Set<object>): boolean {
  if (typeof value !== "object" || value === null || fine.has(value)) return false;
  if (around.has(value) || around.size === DEEPEST) return true;
  around.add(value);
  const found = Object.values(value).some((inner) => isEndless(inner, around, fine));
  around.delete(value);
  fine.add(value);
  return found;
}

/** What is wrong in what an importer gave, in a sentence; nothing where all is as it should be. */
export function faultInImported(given: unknown): string | undefined {
  if (!isObject(given)) return "gives no object. `read` returns what it read, and nothing can be waited for.";
  if (typeof given["then"] === "function") return "gives a promise. `read` returns what it read, and nothing can be waited for.";
  const fault = faultIn(given, IMPORTED, "") ?? endless(given["conferences"] as Given[]);
  if (fault !== undefined) return `gives something else than it should: ${fault}.`;
  const conferences = given["conferences"] as { talks: { rows: unknown[] }[]; speakers: { rows: unknown[] }[] }[];
  const places = conferences.flatMap(({ talks, speakers }) => [...talks, ...speakers].map(({ rows }) => rows.length));
  const told = places.reduce((sum, rows) => sum + rows, (given["refused"] as []).length);
  return told === given["rows"]
    ? undefined
    : `says that it read ${String(given["rows"])} rows, but its talks, speakers and refused rows are ${told}. Each row that it counts has to end in one of them.`;
}

function faultIn(given: Record<string, unknown>, shape: Shape, above: string): string | undefined {
  for (const [field, wanted] of Object.entries(shape)) {
    const [at, value] = [`${above}${field}`, given[field]];
    if ("test" in wanted) {
      if (!wanted.test(value)) return `\`${at}\` is not ${wanted.what}`;
    } else if ("shape" in wanted) {
      const fault = isObject(value) ? faultIn(value, wanted.shape, `${at}.`) : `\`${at}\` is not an object`;
      if (fault !== undefined) return fault;
    } else {
      if (!Array.isArray(value)) return `\`${at}\` is not a list`;
      for (const [index, one] of value.entries()) {
        const fault = isObject(one) ? faultIn(one, wanted.each, `${at}[${index}].`) : `\`${at}[${index}]\` is not an object`;
        if (fault !== undefined) return fault;
      }
    }
  }
  return undefined;
}
