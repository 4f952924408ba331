/** What takes long to work out and stays true while nothing changes that it is made of: kept in memory, and in the cache between two builds. */

/** Something that was worked out; plain data, so that it can be written. */
interface Remembered {
  /** A digest of all that it is made of. */
  madeOf: string;
  value: unknown;
}

const all = new Map<string, Remembered>();
let areNew = false;

/** What is remembered under a name, unless it was made of something else. */
export function recall<Value>(name: string, madeOf: string): Value | undefined {
  const known = all.get(name);
  return known?.madeOf === madeOf ? (known.value as Value) : undefined;
}

/**
 * Remembers plain data that nobody changes, in place of what was known under the name.
 *
 * @example
 * const madeOf = digestOf(names);
 * const pairs = recall<Pair[]>("pairs", madeOf) ?? remember("pairs", madeOf, pairsOf(names));
 */
export function remember<Value>(name: string, madeOf: string, value: Value): Value {
  all.set(name, { madeOf, value });
  areNew = true;
  return value;
}

/** Takes over what an earlier build left, but for names under which something is remembered already. */
export function takeOver(left: unknown): void {
  for (const [name, known] of Object.entries((left ?? {}) as Record<string, Remembered>)) if (!all.has(name)) all.set(name, known);
}

/** What to leave for the next build; nothing where all of it was left before. */
export function toLeave(): Readonly<Record<string, Remembered>> | undefined {
  if (!areNew) return undefined;
  areNew = false;
  return Object.fromEntries(all);
}
