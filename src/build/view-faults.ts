/** What in the view of an extension's page a build could not remember: it would not see that it has changed, or not come to its end. */

/** Levels of lists and objects in each other; no template prints as many. */
const DEEPEST = 100;

/** The first such thing, with its place in the view; nothing where all are texts, numbers, lists and plain objects. */
export function faultInView(view: object): string | undefined {
  return faultIn(view, "", new Set());
}

function faultIn(value: unknown, at: string, around: Set<object>): string | undefined {
  if (typeof value === "function" || typeof value === "symbol" || typeof value === "bigint") return `\`${at}\` is a ${typeof value}`;
  if (typeof value !== "object" || value === null || ("toJSON" in value && typeof value.toJSON === "function")) return undefined;
  if (around.has(value)) return `\`${at}\` holds itself`;
  if (around.size === DEEPEST) return `it has more than ${DEEPEST} levels`;
  if (!Array.isArray(value) && !isPlain(value)) return `\`${at}\` is a ${value.constructor?.name ?? "thing"}`;
  around.add(value);
  for (const [key, inner] of Object.entries(value)) {
    const fault = faultIn(inner, Array.isArray(value) ? `${at}[${key}]` : at === "" ? key : `${at}.${key}`, around);
    if (fault !== undefined) return fault;
  }
  around.delete(value);
  return undefined;
}

const isPlain = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value));
