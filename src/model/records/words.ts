/** The record of an archive's own words: `content/words.yaml`, whose fields are those of `src/words/en.ts`. */
import { z } from "zod";
import { addTo } from "../../text/add-to.ts";
import { Deferred } from "../../text/deferred.ts";
import { didYouMean } from "../../text/similar.ts";
import { piecesOf } from "../../words/fill.ts";
import { GRAMMAR, type Group, type OwnWords, placesOf, REPLACEABLE } from "../../words/own-words.ts";
import { PLURAL_FORMS } from "../../words/plural-form.ts";
import { clip, type Complaint, unsafeText } from "./fields.ts";

/** The longest sentence of the program has 400 letters. */
export const LONGEST = 1000;

/** The words as an editor writes them. */
export type WordsRecord = OwnWords;

type Path = readonly (string | number)[];
type Found = Complaint & { path: Path; atKey?: boolean };
type Fields = Readonly<Record<string, unknown>>;

// One rule for all entries: a schema for each of them would take longer to make than all other records to read.
export const wordsSchema = z.record(z.string(), z.unknown()).superRefine((value, context) => {
  for (const { message, path, ...params } of inGroup(REPLACEABLE, value, []))
    context.addIssue({ code: "custom", message, path: [...path], params });
}) as unknown as z.ZodType<WordsRecord>;

/** The entries of a group that a record may replace. */
const replaceable = (words: Group, above: Path): string[] => Object.keys(words).filter((key) => !GRAMMAR.has([...above, key].join(".")));

function inGroup(words: Group, fields: unknown, path: Path): Found[] {
  if (!isFields(fields))
    return [
      wrong(path, "This is a group of words.", `Write its words on indented lines below, such as \`${replaceable(words, path)[0]}:\`.`),
    ];
  const known = replaceable(words, path);
  if (Object.keys(fields).length === 0) return [wrong(path, "There are no words here.", "Write some, or delete this.")];
  return Object.entries(fields).flatMap(([key, value]) => {
    const at = [...path, key];
    if (known.includes(key)) return inEntry(words[key] ?? "", value, at);
    const near = didYouMean(key, known);
    const elsewhere = (groupsWith.value.get(key) ?? []).slice(0, 3);
    return [
      {
        rule: "unknown-key",
        path: at,
        atKey: true,
        message: `\`${clip(key)}\` is no entry of these words.`,
        hint:
          near !== undefined
            ? `Did you mean \`${near}\`?`
            : elsewhere.length > 0
              ? `An entry of that name is below ${elsewhere.map((group) => `\`${group}\``).join(", ")}.`
              : `The entries are: ${known.join(", ")}.`,
      },
    ];
  });
}

/** The groups that have an entry of a name, by names. */
const groupsWith = new Deferred(
  () => {
    const found = new Map<string, string[]>();
    const look = (words: Group, above: readonly string[]): void => {
      for (const key of above.length > 0 ? replaceable(words, above) : []) addTo(found, key, above.join("."));
      for (const [name, entry] of Object.entries(words))
        if (typeof entry === "object" && !Array.isArray(entry)) look(entry as Group, [...above, name]);
    };
    look(REPLACEABLE, []);
    return found;
  },
  undefined,
  true,
);

function inEntry(entry: Group[string], value: unknown, path: Path): Found[] {
  if (typeof entry === "string") return inText(value, placesOf(entry), path);
  if (Array.isArray(entry)) {
    if (!Array.isArray(value) || value.length !== entry.length)
      return [wrong(path, `This has to be a list of ${entry.length} texts.`, `Write them in the order of: ${entry.join(", ")}.`)];
    return value.flatMap((one, index) => inText(one, [], [...path, index]));
  }
  if (typeof entry !== "function") return inGroup(entry as Group, value, path);
  const places = placesOf(entry);
  if (!isFields(value)) return inText(value, places, path);
  const forms = Object.entries(value).flatMap(([form, text]): Found[] => {
    const at = [...path, form];
    if (PLURAL_FORMS.some((one) => one === form)) return inText(text, places, at, form !== "other");
    const hint = `Write \`other\`, and where your language needs it ${PLURAL_FORMS.slice(0, -1).join(", ")}.`;
    return [{ rule: "unknown-key", path: at, atKey: true, message: `\`${clip(form)}\` is no plural form.`, hint }];
  });
  return "other" in value
    ? forms
    : [...forms, wrong(path, "The form `other` is missing.", "Write `other:` and the text for most numbers.")];
}

/** One text with some places; in a plural form such as `one` a fact may go without saying. */
function inText(value: unknown, places: readonly string[], path: Path, mayLack = false): Found[] {
  if (typeof value !== "string")
    return [wrong(path, "This has to be a text.", "Write one text, in quotes where it begins or ends with a sign.")];
  const complaint = unsafeText(value) ?? lengthComplaint(value) ?? placesComplaint(value, places, mayLack);
  return complaint ? [{ ...complaint, path }] : [];
}

const wrong = (path: Path, message: string, hint: string): Found => ({ rule: "wrong-type", path, message, hint });

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null && !Array.isArray(value);

function lengthComplaint(value: string): Complaint | undefined {
  if (value.trim() === "") return { rule: "empty-text", message: "The text is empty.", hint: "Write the text, or delete the field." };
  if (value.length <= LONGEST) return undefined;
  return { rule: "too-long", message: `The text has more than ${LONGEST} characters.`, hint: "Shorten it." };
}

function placesComplaint(value: string, places: readonly string[], mayLack: boolean): Complaint | undefined {
  const found = piecesOf(value).filter((_, index) => index % 2 === 1);
  const all = places.map((place) => `\`{${place}}\``).join(", ");
  const unknown = found.find((place) => !places.includes(place));
  if (unknown !== undefined) {
    const near = didYouMean(unknown, places);
    const hint =
      near === undefined ? (all ? `The places of this text are: ${all}.` : "This text has no places.") : `Did you mean \`{${near}}\`?`;
    return { rule: "unknown-place", message: `Nothing fills \`{${clip(unknown)}}\` in this text.`, hint };
  }
  const missing = mayLack ? undefined : places.find((place) => !found.includes(place));
  if (missing === undefined) return undefined;
  return {
    rule: "missing-place",
    message: `The text lacks \`{${missing}}\`, which pages fill in.`,
    hint: `Write all places of this text: ${all}.`,
  };
}
