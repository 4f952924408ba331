/** How text is written for TeX: nothing in it is a command, and Latin letters with marks are the classic accents. */
import { normal } from "./normal.ts";

/**
 * Characters with a meaning of their own, and those that the oldest fonts print as others. Braces come as commands, because
 * BibTeX counts the escaped ones too.
 */
const CHARACTERS: Readonly<Record<string, string>> = {
  "\\": "{\\textbackslash}",
  "{": "{\\textbraceleft}",
  "}": "{\\textbraceright}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "^": "{\\textasciicircum}",
  "~": "{\\textasciitilde}",
  "<": "{\\textless}",
  ">": "{\\textgreater}",
  "|": "{\\textbar}",
  "\u00a0": "~",
  "–": "--",
  "—": "---",
  ß: "{\\ss}",
  ø: "{\\o}",
  Ø: "{\\O}",
  æ: "{\\ae}",
  Æ: "{\\AE}",
  œ: "{\\oe}",
  Œ: "{\\OE}",
  ł: "{\\l}",
  Ł: "{\\L}",
  ı: "{\\i}",
};

/** The commands of combining marks. */
const ACCENTS: Readonly<Record<string, string>> = {
  "\u0300": "`",
  "\u0301": "'",
  "\u0302": "^",
  "\u0303": "~",
  "\u0304": "=",
  "\u0306": "u",
  "\u0307": ".",
  "\u0308": '"',
  "\u030a": "r",
  "\u030b": "H",
  "\u030c": "v",
  "\u0323": "d",
  "\u0327": "c",
  "\u0328": "k",
};

const SPECIAL = /-{2,}|[\\{}$&#%_^~<>|\u00a0–—ßøØæÆœŒłŁı]|[A-Za-zı]\p{M}+/gu;

/** A text on one line for TeX. Other scripts and rare marks stay as they are, which needs UTF-8. */
export function texText(text: string): string {
  const flat = text.replace(/\s+/g, (run) => (/[\t\n\r]/.test(run) ? " " : run)).trim();
  if (/^(?!.*--)[A-Za-z0-9 .,:;()'"!?/@*+=[\]`-]*$/.test(flat)) return flat;
  return normal(flat, "NFD").replace(SPECIAL, replacement).normalize("NFC");
}

function replacement(found: string): string {
  const simple = CHARACTERS[found];
  if (simple !== undefined) return simple;
  // TeX would make a dash of hyphens that touch.
  if (found.startsWith("-")) return [...found].join("{}");
  const [letter = "", mark = "", ...more] = found;
  const accent = ACCENTS[mark];
  if (accent === undefined || more.length > 0) return normal(found, "NFC");
  // On a dotless i, or the dot would stay below the mark.
  const base = letter === "i" && !"dck".includes(accent) ? "\\i" : letter;
  return /[A-Za-z]/.test(accent) ? `{\\${accent}{${base}}}` : `{\\${accent}${base.startsWith("\\") ? `{${base}}` : base}}`;
}
