/** The change of all texts in plain data at once, such as the fields of a record. */
import type { FieldPath } from "./problem.ts";

/** What becomes of a text; nothing takes its field or entry away. */
export type TextChange = (text: string, path: FieldPath) => string | undefined;

/** What leads to something, or tells where it was. */
const LEADS = ["url", "file", "path", "from", "to"];
/** What says something also where it does not lead anywhere, such as the name of a sponsor. */
const SAYS = ["name", "text"];

/** The data with all texts changed; a list of which nothing is left is left out, and what led somewhere, does no more, and says nothing else. */
export function changeTextsIn(value: unknown, change: TextChange, path: FieldPath = []): unknown {
  if (typeof value === "string") return change(value, path);
  if (Array.isArray(value)) {
    const left = value.map((one, index) => changeTextsIn(one, change, [...path, index])).filter((one) => one !== undefined);
    return left.length === 0 && value.length > 0 ? undefined : left;
  }
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, changeTextsIn(inner, change, [...path, key])] as const);
  const left = Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
  const gone = LEADS.filter((key) => key in value && !(key in left));
  const isNeeded = (key: string) => (key === "url" || key === "file" ? !("url" in left || "file" in left) : true);
  const says = SAYS.some((key) => key in left);
  return path.length > 0 && !says && gone.some(isNeeded) ? undefined : left;
}

/** The name of the field that a text is in, also as an entry of a list. */
export const fieldOf = (path: FieldPath) => path.findLast((step) => typeof step === "string") ?? "";

/** The fields that name a record by its id. */
export const ID_FIELDS = {
  talk: ["featured", "continues", "alsoGivenAt", "postponedTo"],
  event: ["postponedTo", "alsoGivenAt"],
  speaker: ["person", "differentFrom"],
} as const;

/** The fields that hold Markdown. */
export const MARKDOWN_FIELDS: ReadonlySet<string | number> = new Set([
  "abstract",
  "bio",
  "description",
  "introduction",
  "note",
  "notice",
  "text",
  "welcome",
]);
