/**
 * The same data with the keys of every part in one order, so that two of them can be compared as JSON. Lists keep theirs.
 *
 * @example sortedKeys({ b: 1, a: [{ d: 2, c: 3 }] }) // { a: [{ c: 3, d: 2 }], b: 1 }
 */
export function sortedKeys(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(sortedKeys);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortedKeys(inner)]),
  );
}
