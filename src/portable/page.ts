/**
 * A page of the site as a copy has it that is opened from a disk: links lead to files, scripts are read from files, and the policy lets
 * through what browsers ask for there. All else stays as it is written.
 */
import { diskPolicy } from "../publishing/policy.ts";
import { type Place, type Tag, tagsOf } from "../text/html.ts";
import { CARRIED_THEME } from "./carried-theme.ts";
import { type Copy, linkIn, wayUp } from "./links.ts";

/** What the pages of a copy have in common. */
export interface CopiedPages extends Copy {
  /** The site path of the script that stands in for a server (`assets/js/disk.ts`), which runs before all others. */
  script: string | undefined;
  /** The site path of a file with these styles of a page: no browser reads a font of a disk, so that the file has to hold them too. */
  stylesAt(text: string): string;
  /** The hash of a script in the page, as policies name it. */
  hashOf(content: string): string;
}

/** Attributes that hold one address each; those of data are read by scripts. */
const ADDRESSES = ["href", "src", "action", "formaction", "poster", "data-embed", "data-watch"];
/** Those of files that scripts read, which are always in the copy itself. */
const READ_BY_SCRIPTS = ["data-captions", "data-index", "data-src"];

/** A new text for a stretch of the page. */
interface Edit extends Place {
  text: string;
}

/** The page in a file of the copy. `file` is its path from the top of the site. */
export function copiedPage(copy: CopiedPages, file: string, html: string): string {
  const tags = tagsOf(html);
  const edits: Edit[] = [];
  const inline: string[] = [];
  let firstScript: Tag | undefined;
  let policy: { tag: Tag; place: Place; text: string } | undefined;

  for (const tag of tags) {
    const { name, attributes, inside } = tag;
    const code = inside ? html.slice(inside.start, inside.end) : "";
    if (name === "meta") {
      const content = attributes.get("content");
      const purpose = attributes.get("http-equiv")?.value.toLowerCase();
      if (content && purpose === "content-security-policy") policy = { tag, place: content, text: content.value };
      if (content && purpose === "refresh") edits.push(set(content, "content", refreshTo(copy, file, content.value)));
      continue;
    }
    if (name === "style" && inside) {
      const text = `<link rel="stylesheet" href="${escaped(linkIn(copy, file, copy.stylesAt(code)))}">`;
      edits.push({ start: tag.start, end: inside.end + "</style>".length, text });
    }
    if (name === "script" && inside && !attributes.has("src") && !attributes.has("type")) {
      // The first is that which applies the chosen theme.
      const carried = inline.length === 0 ? CARRIED_THEME : "";
      edits.push({ start: inside.start, end: inside.start, text: carried });
      inline.push(copy.hashOf(carried + code));
    }
    if (name === "script" && attributes.has("src")) {
      firstScript ??= tag;
      // No browser knows the digest of a file on a disk.
      const integrity = attributes.get("integrity");
      if (integrity) edits.push({ start: integrity.start - 1, end: integrity.end, text: "" });
    }
    for (const [attribute, place] of attributes) {
      // Browsers read no captions from a file; the script hands them over.
      const called = name === "track" && attribute === "src" ? "data-src" : attribute;
      const text = attributeIn(copy, file, called, place.value);
      if (text !== place.value || called !== attribute) edits.push(set(place, called, text));
    }
  }
  if (firstScript && copy.script !== undefined) {
    // After the policy, so that it is no exception from it.
    const start = policy?.tag.end ?? firstScript.start;
    const [script, top] = [linkIn(copy, file, copy.script), wayUp(file)].map(escaped);
    edits.push({
      start,
      end: start,
      text: `<script src="${script}" data-top="${top}" data-prefix="${escaped(copy.base.prefix)}" defer></script>`,
    });
  }
  if (policy) edits.push(set(policy.place, "content", diskPolicy(policy.text, inline)));
  return edited(html, edits);
}

/** An attribute as the copy has it; the way to the top of the site (`data-base`) has no slash at its end. */
function attributeIn(copy: Copy, file: string, name: string, value: string): string {
  if (name === "data-base") return wayUp(file).slice(0, -1);
  if (name === "data-folder") return wayUp(file) + value.slice(copy.base.prefix.length + 1);
  if (READ_BY_SCRIPTS.includes(name)) return linkIn({ ...copy, media: undefined, has: () => true }, file, value);
  if (ADDRESSES.includes(name)) return linkIn(copy, file, value);
  if (name !== "srcset") return value;
  return value
    .split(", ")
    .map((candidate) => candidate.replace(/^\S+/, (address) => linkIn(copy, file, address)))
    .join(", ");
}

/** `0; url=/events/`, as pages at former addresses say where to go. */
function refreshTo(copy: Copy, file: string, content: string): string {
  return content.replace(/(?<=^\d+; url=).+$/s, (address) => linkIn(copy, file, address));
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const set = ({ start, end }: Place, name: string, value: string): Edit => ({ start, end, text: `${name}="${escaped(value)}"` });

/** The text with all edits, none of which overlap. */
function edited(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { start, end, text: to } of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    parts.push(text.slice(at, start), to);
    at = end;
  }
  return parts.join("") + text.slice(at);
}
