/** What an editor is told about media of which nothing can be made. */
import type { Finding } from "../model/problem.ts";
import { enumerate } from "../text/wording.ts";
import { LARGEST_PDF, MOST_PAGES } from "./jobs.ts";
import type { Failure } from "./worker.ts";
import type { Wanted } from "./wanted.ts";

const DOWNLOAD = "Until then the page offers only the download.";

const OF_DECKS: Record<Failure["refused"], [rule: string, says: string, hint: string]> = {
  encrypted: ["encrypted-pdf", "asks for a password, so its slides cannot be shown", `Save it without a password. ${DOWNLOAD}`],
  broken: [
    "broken-pdf",
    "is damaged, so its slides cannot be shown",
    `Open it, print it to a new PDF, and look whether that is whole. ${DOWNLOAD}`,
  ],
  empty: ["empty-pdf", "has no pages", "Replace it with the slides of the talk, or delete the field."],
  "too many pages": [
    "long-pdf",
    `has more than ${MOST_PAGES} pages, too many for a viewer of slides`,
    "Leave it if it is right; the page offers the download.",
  ],
  "too large": [
    "large-pdf",
    `has more than ${LARGEST_PDF / 1_000_000} MB, so its slides are not shown`,
    `Make its pictures smaller. ${DOWNLOAD}`,
  ],
  "too slow": [
    "slow-pdf",
    "takes too long to be drawn, so its slides are not shown",
    `Print it to a new PDF, which is often simpler. ${DOWNLOAD}`,
  ],
  "too much memory": [
    "large-pdf",
    "takes too much memory to be drawn, so its slides are not shown",
    `Make its pictures smaller, or print it to a new PDF. ${DOWNLOAD}`,
  ],
  "broke down": [
    "slow-pdf",
    "could not be drawn, for the program that draws broke down, so its slides are not shown",
    `Build again; if that does not help, print it to a new PDF. ${DOWNLOAD}`,
  ],
};

function ofPicture(refused: Failure["refused"]): [rule: string, says: string, hint: string] {
  if (refused === "too slow" || refused === "too much memory" || refused === "too large")
    return ["large-picture", "takes too much time or memory to be made smaller, so it is not shown", "Replace it with a smaller one."];
  if (refused === "broke down") return ["broken-picture", "could not be made smaller, so it is not shown", "Build again, or replace it."];
  return ["broken-picture", "is no picture that can be read", "Open it and see; replace it with a JPEG, PNG, WebP or AVIF."];
}

/** A warning about a file, at the field that names it. */
export function warningOf({ kind, path, record, field }: Wanted, refused: Failure["refused"]): Finding {
  const [rule, says, hint] = kind === "deck" ? OF_DECKS[refused] : ofPicture(refused);
  return { rule, severity: "warning", file: record, path: field, message: `\`${path}\` ${says}.`, hint };
}

/** A warning about captions, with what is wrong first. */
export function captionsWarning({ path, record, field }: Wanted, mistakes: readonly { line: number; message: string }[]): Finding {
  const [first, ...others] = mistakes;
  const more = others.length > 0 ? ` (and ${others.length} more)` : "";
  return {
    rule: "bad-captions",
    severity: "warning",
    file: record,
    path: field,
    message: `\`${path}\` is not sound WebVTT, line ${first?.line}: ${first?.message}${more}`,
    hint: "Mend that line; browsers and the transcript leave out what is broken.",
  };
}

/** A warning about a picture whose file tells more than it shows; what is made of it never holds metadata. */
export function tellsWarning({ path, record, field }: Wanted, tells: readonly string[]): Finding {
  return {
    rule: "telling-picture",
    severity: "warning",
    file: record,
    path: field,
    message: `The file \`${path}\` tells ${enumerate([...tells])}.`,
    hint: "Everybody can download it. Save it without metadata, for example with `exiftool -all= -tagsfromfile @ -orientation`.",
  };
}
