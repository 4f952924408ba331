/** Whether a value that came from elsewhere is an object with fields: no list, and not nothing. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
