/**
 * Which fields of a foreign file were asked for, and which not: whatever reads files (JSON, YAML, XML, calendars, tables) hands
 * what it reads to a `Reading` as `ForeignFields`, so that an importer cannot pass over a field without its being told.
 */

/** Names of fields with how often they stood in a file with something in them. */
export type FieldCounts = ReadonlyMap<string, number>;

/** One object of a file: fields by name. */
export interface ForeignFields {
  /** Whether the names below it are told without the names around it, as those of a talk or speaker are. */
  isRow: boolean;
  fields(): Iterable<ForeignField>;
}

export interface ForeignField {
  /** Empty for the entries of a list, which go by the name of the list. */
  name: string;
  /** Whether the importer asked for it. */
  isUsed: boolean;
  /** All text in it; empty where it holds nothing. */
  text(): string;
  /** Whether it is one text, and not a list or fields. */
  isPlain: boolean;
  /** Whether it is nothing but further fields, which are told one by one where nobody asked for it. */
  isGroup: boolean;
  /** The objects in it. */
  inner(): Iterable<ForeignFields>;
}

const SHORTEST = 4;

/**
 * Counts the fields below an object that nobody asked for. A field that only repeats the text of one that was asked for is
 * not lost, and is left out; of short texts that could be chance.
 */
export function countUnused(top: ForeignFields): Map<string, number> {
  const counts = new Map<string, number>();
  const waiting: { object: ForeignFields; around: string }[] = [{ object: top, around: "" }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const prefix = next.object.isRow ? "" : next.around;
    const fields = [...next.object.fields()];
    const kept = new Set(fields.filter(({ isUsed, isPlain }) => isUsed && isPlain).map(({ text }) => text()));
    for (const field of fields) {
      const name = field.name === "" ? prefix.slice(0, -1) || "(list)" : `${prefix}${field.name}`;
      const around = field.name === "" ? "" : `${field.name}.`;
      if (field.isUsed || field.isGroup) for (const object of field.inner()) waiting.push({ object, around });
      else {
        const text = field.text();
        if (text !== "" && !(text.length >= SHORTEST && kept.has(text))) counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** All counts together. */
export function addCounts(all: Iterable<FieldCounts>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const counts of all) for (const [name, number] of counts) sums.set(name, (sums.get(name) ?? 0) + number);
  return sums;
}

/** JSON whose objects note which of their fields are read. */
export class WatchedJson implements ForeignFields {
  readonly isRow = false;
  readonly #value: unknown;
  readonly #used = new WeakMap<object, Set<string>>();
  readonly #views = new WeakMap<object, object>();
  readonly #originals = new WeakMap<object, object>();
  readonly #rows = new WeakSet<object>();

  constructor(value: unknown) {
    this.#value = value;
  }

  /** The value, to be read as others are. */
  get value(): unknown {
    return this.#view(this.#value);
  }

  /** Says that an object of the value is a row. */
  markRow(object: unknown): void {
    if (typeof object === "object" && object !== null) this.#rows.add(this.#originals.get(object) ?? object);
  }

  fields(): Iterable<ForeignField> {
    return this.#fieldsOf(Array.isArray(this.#value) ? { "": this.#value } : this.#value, Array.isArray(this.#value));
  }

  #view(value: unknown): unknown {
    if (typeof value !== "object" || value === null) return value;
    const known = this.#views.get(value);
    if (known) return known;
    const used = new Set<string>();
    this.#used.set(value, used);
    const view = new Proxy(value, {
      get: (object, name, receiver) => {
        if (typeof name === "string") used.add(name);
        return this.#view(Reflect.get(object, name, receiver));
      },
    });
    this.#views.set(value, view);
    this.#originals.set(view, value);
    return view;
  }

  *#fieldsOf(object: unknown, allUsed = false): Generator<ForeignField> {
    if (typeof object !== "object" || object === null) return;
    const used = this.#used.get(object);
    for (const [name, value] of Object.entries(object))
      yield {
        name,
        isUsed: allUsed || used?.has(name) === true,
        text: () => textIn(value),
        isPlain: typeof value !== "object",
        isGroup: typeof value === "object" && value !== null && !Array.isArray(value),
        inner: () => this.#objectsIn(value),
      };
  }

  *#objectsIn(value: unknown, depth = 0): Generator<ForeignFields> {
    if (depth > DEEPEST) return;
    if (Array.isArray(value)) {
      const used = this.#used.get(value);
      const unread = value.filter((entry, index) => typeof entry !== "object" && used?.has(String(index)) !== true);
      // A list where the importer asked for one text.
      if (unread.length > 0) yield { isRow: false, fields: () => this.#fieldsOf({ "": unread }) };
      for (const entry of value) yield* this.#objectsIn(entry, depth + 1);
    } else if (typeof value === "object" && value !== null) yield { isRow: this.#rows.has(value), fields: () => this.#fieldsOf(value) };
  }
}

const DEEPEST = 50;

/** The text in a value; a record that is only empty fields has none. */
function textIn(value: unknown, depth = 0): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value !== "object") return String(value).trim();
  if (depth > DEEPEST) return "…";
  return Object.values(value)
    .map((inner) => textIn(inner, depth + 1))
    .filter((text) => text !== "")
    .join("\n");
}

/** Named fields, such as the properties of a calendar's event or the cells of a table's row, that note which of them are read. */
export class WatchedFields<Value> implements ForeignFields {
  isRow: boolean;
  readonly #values: ReadonlyMap<string, Value>;
  readonly #used = new Set<string>();
  readonly #textOf: (value: Value) => string;
  readonly #isPlain: (value: Value) => boolean;
  readonly #innerOf: (value: Value) => Iterable<ForeignFields>;

  constructor(
    values: ReadonlyMap<string, Value>,
    textOf: (value: Value) => string,
    {
      isRow = true,
      innerOf = () => [],
      isPlain = () => true,
    }: { isRow?: boolean; innerOf?: (value: Value) => Iterable<ForeignFields>; isPlain?: (value: Value) => boolean } = {},
  ) {
    this.#isPlain = isPlain;
    this.isRow = isRow;
    this.#values = values;
    this.#textOf = textOf;
    this.#innerOf = innerOf;
  }

  get(name: string): Value | undefined {
    this.#used.add(name);
    return this.#values.get(name);
  }

  /** Has the names below told without those around. */
  asRow(): void {
    this.isRow = true;
  }

  /** A field that is looked at to find out what it is; that is not to read it. */
  peek(name: string): Value | undefined {
    return this.#values.get(name);
  }

  names(): string[] {
    return [...this.#values.keys()];
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  *fields(): Generator<ForeignField> {
    for (const [name, value] of this.#values)
      yield {
        name,
        isUsed: this.#used.has(name),
        text: () => this.#textOf(value).trim(),
        isPlain: this.#isPlain(value),
        isGroup: false,
        inner: () => this.#innerOf(value),
      };
  }
}
