/** The warning that a text holds what Markdown of an archive does not know, and readers see as it stands: HTML, pictures, footnotes, links without an address, fields, a second record, two versions. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { textsOf } from "../model/texts.ts";
import { clip } from "../model/records/fields.ts";
import { isSafeLink } from "../text/safe-link.ts";

export function textMarkup(archive: Archive): Finding[] {
  return [...textsOf(archive)].flatMap(({ file, path, prose: { markdown }, hasPictures }) => {
    // most texts are not even looked at closely
    if (!/[<[]|^---/m.test(markdown)) return [];
    const code = withoutCode(markdown);
    const prose = hasPictures ? code.replace(OWN_PICTURE, "") : code;
    return KINDS.flatMap(({ find, rule, message, hint }): Finding[] => {
      const found = find(prose);
      if (found === undefined) return [];
      return [{ rule, severity: "warning", file, path, within: found, message: message(clip(found)), hint: hint(found) }];
    });
  });
}

const OWN_PICTURE = /!\[[^\][]{0,300}\]\(\/media\/[^()\s]{1,500}\)/g;

/** Code in a text may look like anything. */
function withoutCode(markdown: string): string {
  // A fence is taken whole, for a line of a hundred thousand backticks would be tried as each shorter one.
  const blocks = markdown.replace(/^ {0,3}(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?(?:^ {0,3}\1[^\n]*$|(?![\s\S]))/gm, "");
  return withoutCodeSpans(blocks).replace(/^(?: {4}|\t).*$/gm, "");
}

/** Code on a line ends at the next run of as many backticks as it began with. Every run is looked at once, however many there are. */
function withoutCodeSpans(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(({ index, 0: { length } }) => ({ start: index, end: index + length, length }));
  const following = new Map<number, number>();
  const ends = runs.map(() => -1);
  for (let at = runs.length - 1; at >= 0; at--) {
    const length = runs[at]?.length ?? 0;
    ends[at] = following.get(length) ?? -1;
    following.set(length, at);
  }
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < runs.length; at++) {
    const end = ends[at] ?? -1;
    if (end < 0) continue;
    parts.push(text.slice(from, runs[at]?.start));
    from = runs[end]?.end ?? from;
    at = end;
  }
  return parts.join("") + text.slice(from);
}

interface Kind {
  find: (text: string) => string | undefined;
  rule: string;
  message: (found: string) => string;
  hint: (found: string) => string;
}

const TAGS =
  "a|abbr|b|big|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|iframe|img|ins|kbd|li|mark|ol|p|pre|q|s|script|small|span|strong|style|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|video";

const first = (pattern: RegExp) => (text: string) => pattern.exec(text)?.[0];

const LINK = /(?<![\\!\]])\[[^\][]{1,300}\]\(([^()\n]{1,500})\)/g;

/** A link whose address no page may link to, or is none, so that it stays as it was written. */
function brokenLink(text: string): string | undefined {
  for (const [link, inside = ""] of text.matchAll(LINK)) {
    const [, address = inside] = /^\s*<?(\S+?)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*$/.exec(inside) ?? [];
    if (/\s/.test(address.trim()) || !isSafeLink(address)) return link;
  }
  return undefined;
}

/** An address that lacks its beginning, or a slash of it. */
const ALMOST_ADDRESS = /^(?:\/\/|https?:\/)?((?:[a-z0-9-]+\.)+(?!md$|pdf$)[a-z]{2,}(?:[/?#:]\S*)?)$/i;

/** What a link that pages show as it was written should be. */
function mendedLink(link: string): string {
  const [, words = "", inside = ""] = /^(.*)\]\(\s*<?(.*?)>?\s*\)$/s.exec(link) ?? [];
  if (/^https?:\/\/\S+ [^"']+$/i.test(inside)) return `Write \`%20\` for a blank: \`${words}](${inside.replaceAll(" ", "%20")})\`.`;
  const [, host] = ALMOST_ADDRESS.exec(inside) ?? [];
  if (host !== undefined) return `Write \`${words}](https://${host})\`.`;
  return "A link leads to a whole address, such as `https://example.org/`, or to a page of this archive by its path from the first slash on.";
}

/** The first of the lines that a merge has left between two versions of a text. */
const conflict = (text: string) => (/^>{7} /m.test(text) ? /^<{7} .*$/m.exec(text)?.[0] : undefined);

/** The first field of a text that begins with further fields between lines of hyphens. */
const moreFields = (text: string) => /^---[ \t]*\n([a-z][A-Za-z]*:[^\n]*)\n(?:[^\n]*\n){0,100}?---[ \t]*(?=\n|$)/.exec(text)?.[1];

/**
 * The title of a second record below or in place of the text: fields end at the first line of hyphens, and whatever follows is text. A
 * title that begins the text may lack the line before it, which then ended the fields. Each line is read in one way, however far it is indented.
 */
const secondRecord = (text: string) =>
  /(?:^|\n---[ \t]*\n)((?:title|name):[ \t][^\n]*)\n(?:[a-zA-Z]*:[^\n]*\n|[ \t][^\n]*\n|- [^\n]*\n){0,100}?---[ \t]*(?=\n|$)/.exec(
    text,
  )?.[1];

const KINDS: readonly Kind[] = [
  {
    find: conflict,
    rule: "unfinished-merge",
    message: () => "The text holds the marks of a merge that was not finished, and both versions.",
    hint: () => "Keep what is right, and delete the lines that start with `<<<<<<<`, `=======` and `>>>>>>>`.",
  },
  {
    find: moreFields,
    rule: "fields-in-text",
    message: (found) => `The text begins with fields, such as \`${found}\`, which readers see as text.`,
    hint: () => "Move them up to the other fields, and delete the lines `---` around them.",
  },
  {
    find: secondRecord,
    rule: "second-record",
    message: (found) => `The text holds a second record, which begins with \`${found}\` and which readers see as text.`,
    hint: () => "A file has one record: move the other into a file of its own, with its lines `---` and its text.",
  },
  {
    find: first(new RegExp(`(?<!\\\\)<(?:/?(?:${TAGS})(?:\\s[^<>]{0,300})?/?>|!--)`, "i")),
    rule: "html-in-text",
    message: (found) => `The text holds HTML, \`${found}\`, which readers see as it stands.`,
    hint: (found) => `Write Markdown: ${inMarkdown(found)}.`,
  },
  {
    find: first(/(?<!\\)!\[[^\][]{0,300}\]\([^()\s]{1,500}[^()]{0,100}\)/),
    rule: "picture-in-text",
    message: (found) =>
      `The text holds a picture, \`${found}\`; no page loads pictures from elsewhere, and readers see a \`!\` before a link.`,
    hint: (found) =>
      `Write it as a link, \`${found.slice(1)}\`, or add the picture to \`links\`. Free pages and welcomes of events may have pictures of \`/media/\`.`,
  },
  {
    find: first(/(?<!\\)\[\^[\w-]{1,40}\]/),
    rule: "footnote-in-text",
    message: (found) => `The text holds a footnote, \`${found}\`, which readers see as it stands.`,
    hint: () => "Write the note into the sentence, in brackets, or as a link.",
  },
  {
    find: brokenLink,
    rule: "broken-link",
    message: (found) => `The text holds a link whose address leads nowhere, \`${found}\`, which readers see as it stands.`,
    hint: mendedLink,
  },
];

/** What Markdown has for a tag. */
function inMarkdown(tag: string): string {
  const [, name = ""] = /^<\/?(\w+)/.exec(tag) ?? [];
  if (/^(b|strong)$/i.test(name)) return "`**bold**`";
  if (/^(i|em)$/i.test(name)) return "`*emphasis*`";
  if (/^a$/i.test(name)) return "`[the words](https://example.org/)`";
  if (/^img$/i.test(name)) return "a link to the picture, `[what it shows](https://example.org/picture.png)`";
  if (/^br$/i.test(name)) return "`\\` at the end of the line";
  if (/^(ul|ol|li)$/i.test(name)) return "a line for each entry that starts with `- ` or `1. `";
  if (/^(code|tt|kbd)$/i.test(name)) return "`` `code` ``";
  if (/^h\d$/i.test(name)) return "`## heading`";
  return "an empty line parts paragraphs, and what has no sign in Markdown is left out";
}
