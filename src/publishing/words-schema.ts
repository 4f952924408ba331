/** The JSON Schema of `content/words.yaml`, made of the English words: their groups and names, and the places that each text must have. */
import { piecesOf } from "../words/fill.ts";
import { GRAMMAR, type Group, placesOf, REPLACEABLE } from "../words/own-words.ts";
import { PLURAL_FORMS } from "../words/plural-form.ts";
import { LONGEST } from "../model/records/words.ts";

type Schema = Record<string, unknown>;
type Entry = Group[string];
type Telling = Extract<Entry, (...facts: never[]) => string>;

/** The schema of all words that an archive may replace; texts with the same places share a definition. */
export function wordsJsonSchema(): Schema {
  const definitions = new Map<string, Schema>();
  const schema = ofGroup(REPLACEABLE, []);
  return { ...schema, $defs: Object.fromEntries(definitions) };

  function ofGroup(group: Group, above: readonly string[]): Schema {
    const names = Object.keys(group).filter((name) => !GRAMMAR.has([...above, name].join(".")));
    const properties = Object.fromEntries(names.map((name) => [name, ofEntry(group[name] ?? "", [...above, name])]));
    return { type: "object", minProperties: 1, additionalProperties: false, properties };
  }

  function ofEntry(entry: Entry, path: readonly string[]): Schema {
    if (typeof entry === "string") return { description: `In English “${entry}”.`, ...ofText(placesOf(entry)), ...offered(entry) };
    if (typeof entry === "function") return ofTelling(entry);
    if (!Array.isArray(entry)) return { description: `The words of \`${path.join(".")}\`.`, ...ofGroup(entry as Group, path) };
    const description = `In English ${entry.map((one) => `“${one}”`).join(", ")}.`;
    return { description, type: "array", minItems: entry.length, maxItems: entry.length, items: ofText([]), examples: [entry] };
  }

  function ofTelling(entry: Telling): Schema {
    const places = placesOf(entry);
    const example = exampleOf(entry, places);
    const description = example === undefined ? `A text with ${listed(places)}.` : `In English such as “${example}”.`;
    if (places.length === 0) return { description, ...ofText(places) };
    return { description, anyOf: [ofText(places), inForms(places)], ...offered(example) };
  }

  /** A text that has all of its places and no others. */
  function ofText(places: readonly string[]): Schema {
    return define(["text", ...places], () => text(places, false));
  }

  /** The plural forms of a text: in one such as `one` a fact may go without saying. */
  function inForms(places: readonly string[]): Schema {
    return define(["forms", ...places], () => ({
      type: "object",
      additionalProperties: false,
      required: ["other"],
      properties: Object.fromEntries(PLURAL_FORMS.map((form) => [form, form === "other" ? ofText(places) : text(places, true)])),
    }));
  }

  function define(words: readonly string[], make: () => Schema): Schema {
    const name = words.join("-");
    if (!definitions.has(name)) definitions.set(name, make());
    return { $ref: `#/$defs/${name}` };
  }
}

/** What an editor offers to begin with; a long text is in the description. */
const offered = (example: string | undefined) => (example !== undefined && example.length <= 60 ? { examples: [example] } : {});

/** What a function says of its places in English, where that shows all of them. */
function exampleOf(entry: Telling, places: readonly string[]): string | undefined {
  const facts = Object.fromEntries(places.map((place) => [place, `{${place}}`]));
  const given = entry.length > 1 ? Object.values(facts) : [places[0] === "value" ? facts["value"] : facts];
  try {
    const told = entry(...(given as never[]));
    const found = piecesOf(told).filter((_, index) => index % 2 === 1);
    return places.length > 0 && places.every((place) => found.includes(place)) ? told : undefined;
  } catch (error) {
    // It counts, or joins a list, and so takes no texts.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

const listed = (places: readonly string[]) => places.map((place) => `\`{${place}}\``).join(", ") || "no places";

function text(places: readonly string[], mayLack: boolean): Schema {
  const needed = mayLack ? "" : places.map((place) => `(?=[\\s\\S]*\\{${place}\\})`).join("");
  const others = `(?![\\s\\S]*\\{${places.length > 0 ? `(?!(?:${places.join("|")})\\})` : ""}\\w+\\})`;
  return {
    type: "string",
    minLength: 1,
    maxLength: LONGEST,
    pattern: `^${needed}${others}`,
    patternErrorMessage: places.length === 0 ? "This text has no places." : `The places of this text are: ${listed(places)}.`,
  };
}
