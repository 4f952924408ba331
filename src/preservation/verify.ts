/** The comparison of a built site with the ledger: what was published must still be there, with the same bytes. */
import type { Problem, Severity } from "../model/problem.ts";
import type { Ledger, LedgerFile } from "./ledger.ts";
import { isPartOfList, type Published } from "./published.ts";

export interface Verdict {
  problems: Problem[];
  /** What the site publishes and the ledger does not know yet. */
  newAddresses: string[];
  newMedia: [path: string, sha256: string][];
}

/** Something that was published, and the line of the ledger that says so; no line where another site says it. */
interface Promised {
  name: string;
  sha256: string;
  line?: number;
  text?: string;
}

/** Compares. `others` are further sites whose addresses and media count as published. */
export function verify(site: Published, ledger: Ledger, others: readonly Published[] = []): Verdict {
  const known = new Set(ledger.addresses.lines.map(({ name }) => name));
  const knownMedia = new Set(ledger.media.lines.map(({ name, sha256 }) => `${sha256} ${name}`));
  const knownNames = new Set(ledger.media.lines.map(({ name }) => name));
  const elsewhere = others.flatMap((other) => [...other.addresses]).filter((name) => !known.has(name));
  const mediaElsewhere = others.flatMap((other) => [...other.media]).filter(([name, sha256]) => !knownMedia.has(`${sha256} ${name}`));
  const addresses: Promised[] = [...ledger.addresses.lines, ...[...new Set(elsewhere)].map((name) => ({ name, sha256: "" }))];
  const media: Promised[] = [...ledger.media.lines, ...mediaElsewhere.map(([name, sha256]) => ({ name, sha256 }))];
  return {
    problems: [
      ...unreadable(ledger.addresses, "an address"),
      ...unreadable(ledger.media, "a checksum and a file"),
      ...addresses.filter(({ name }) => !site.addresses.has(name)).map((one) => lostAddress(ledger.addresses.file, one)),
      ...media.flatMap((one) => {
        const now = site.media.get(one.name);
        if (now === undefined) return [lostMedia(ledger.media.file, one)];
        return now === one.sha256 ? [] : [changedMedia(ledger.media.file, one, now)];
      }),
    ],
    newAddresses: [...site.addresses].filter((address) => !known.has(address)),
    newMedia: [...site.media].filter(([path]) => !knownNames.has(path)),
  };
}

function problem(file: string, { line, text }: Promised, severity: Severity, told: Pick<Problem, "rule" | "message" | "hint">): Problem {
  const length = text?.length ?? 0;
  return { ...told, severity, file, line: line ?? 1, column: 1, endLine: line ?? 1, endColumn: length + 1, excerpt: text ?? "" };
}

const OR_DELETE = "If it has to go, delete its line in the ledger in the same change, and say why.";

function lostAddress(file: string, promised: Promised): Problem {
  const address = promised.name;
  if (isPartOfList(address))
    return problem(file, promised, "warning", {
      rule: "lost-part",
      message: `\`${address}\`, a part of a list, was published, and this site has no such part.`,
      hint: "Nothing needs to be done if the list became shorter: delete its line in the ledger.",
    });
  const isPage = address.endsWith("/") || address.endsWith(".html");
  return problem(file, promised, "error", {
    rule: "lost-address",
    message: `\`${address}\` was published, and this site has no ${isPage ? "page" : "file"} there.`,
    hint: isPage
      ? `Add \`${address}\` to the \`formerUrls\` of the record that takes its place. ${OR_DELETE}`
      : `Bring it back. ${OR_DELETE}`,
  });
}

function lostMedia(file: string, promised: Promised): Problem {
  return problem(file, promised, "error", {
    rule: "lost-media",
    message: `The media file \`${promised.name}\` was published, and this site does not have it.`,
    hint: `Bring it back to \`assets/media/\`, and name it in a record or link to it from a page. ${OR_DELETE}`,
  });
}

function changedMedia(file: string, promised: Promised, now: string): Problem {
  return problem(file, promised, "error", {
    rule: "changed-media",
    message: `The bytes of the media file \`${promised.name}\` are not the published ones: SHA-256 was ${promised.sha256} and is ${now}.`,
    hint: `Bring back the published file, and give the new one a name of its own. ${OR_DELETE}`,
  });
}

function unreadable(ledger: LedgerFile, what: string): Problem[] {
  return ledger.unreadable.map(({ line, text }) =>
    problem(ledger.file, { name: "", sha256: "", line, text }, "error", {
      rule: "ledger-line",
      message: `The line is not ${what}.`,
      hint: "Delete what a merge left behind; both sides of a conflict stay.",
    }),
  );
}
