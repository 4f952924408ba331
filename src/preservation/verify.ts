/** The comparison of a built site with the ledger: what was published must still be there, with the same bytes. */
import type { Problem, Severity } from "../model/problem.ts";
import type { Ledger, LedgerFile } from "./ledger.ts";
import { commandName } from "../text/commands.ts";
import { mediaPath } from "../model/urls.ts";
import { encodedAddress, isLasting, isPartOfList, type Published } from "./published.ts";

export interface Verdict {
  problems: Problem[];
  /** What the site publishes and the ledger does not know yet. */
  newAddresses: string[];
  newMedia: [path: string, sha256: string][];
  /** How many addresses and media went away with what the records say was removed. */
  removed: number;
}

/** Something that was published, and the line of the ledger that says so; no line where another site says it. */
interface Promised {
  name: string;
  sha256: string;
  line?: number;
  text?: string;
}

/** What else is known of addresses that a site does not have. */
export interface Known {
  /** Further sites whose addresses and media count as published. */
  others?: readonly Published[];
  /** Whether an address went away with what was removed for good, as the records say. */
  isRemoved?: (address: string) => boolean;
  /** Whether an address was withdrawn. */
  isWithdrawn?: (address: string) => boolean;
}

/** Compares. */
export function verify(
  site: Published,
  ledger: Ledger,
  { others = [], isRemoved = () => false, isWithdrawn = () => false }: Known = {},
): Verdict {
  const known = new Set(ledger.addresses.lines.map(({ name }) => name));
  const knownMedia = new Set(ledger.media.lines.map(({ name, sha256 }) => `${sha256} ${name}`));
  const knownNames = new Set(ledger.media.lines.map(({ name }) => name));
  const elsewhere = others
    .flatMap((other) => [...other.addresses])
    .filter((name) => !known.has(name) && (site.addresses.has(name) || !isWithdrawn(name)));
  const mediaElsewhere = others
    .flatMap((other) => [...other.media])
    .filter(([name, sha256]) => !knownMedia.has(`${sha256} ${name}`) && (site.media.has(name) || !isWithdrawn(mediaAddress(name))));
  const addresses: Promised[] = [...ledger.addresses.lines, ...[...new Set(elsewhere)].map((name) => ({ name, sha256: "" }))];
  const media: Promised[] = [...ledger.media.lines, ...mediaElsewhere.map(([name, sha256]) => ({ name, sha256 }))];
  // An earlier program may have noted what does not last.
  const gone = addresses.filter(({ name }) => !site.addresses.has(name) && isLasting(name));
  const goneMedia = media.filter(({ name }) => !site.media.has(name));
  const lost = gone.filter(({ name }) => !isRemoved(name));
  const lostFiles = goneMedia.filter(({ name }) => !isRemoved(mediaAddress(name)));
  return {
    problems: [
      ...unreadable(ledger.addresses, "an address"),
      ...unreadable(ledger.media, "a checksum and a file"),
      ...[...site.addresses, ...[...site.media.keys()].map(mediaAddress)]
        .filter(isWithdrawn)
        .map((one) => published(ledger.addresses.file, one)),
      ...lost.map((one) => lostAddress(ledger.addresses.file, one)),
      ...lostFiles.map((one) => lostMedia(ledger.media.file, one)),
      ...media.flatMap((one) => {
        const now = site.media.get(one.name);
        return now === undefined || now === one.sha256 ? [] : [changedMedia(ledger.media.file, one, now)];
      }),
    ],
    removed: gone.length - lost.length + goneMedia.length - lostFiles.length,
    newAddresses: [...site.addresses].filter((address) => !known.has(address)),
    newMedia: [...site.media].filter(([path]) => !knownNames.has(path)),
  };
}

/** The address of a media file, as the ledger of addresses would write it. */
export const mediaAddress = (name: string) => encodedAddress(mediaPath(name).slice(1));

function problem(file: string, { line, text }: Promised, severity: Severity, told: Pick<Problem, "rule" | "message" | "hint">): Problem {
  const length = text?.length ?? 0;
  return { ...told, severity, file, line: line ?? 1, column: 1, endLine: line ?? 1, endColumn: length + 1, excerpt: text ?? "" };
}

const OR_DELETE = "If it has to go, delete its line in the ledger in the same change, and say why.";
const orRemove = () => `What has to go is taken out with \`${commandName("remove")}\`, which keeps its address.`;

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
      ? `Add \`${address}\` to the \`formerUrls\` of the record that takes its place. ${orRemove()}`
      : `Bring it back. ${orRemove()}`,
  });
}

function lostMedia(file: string, promised: Promised): Problem {
  return problem(file, promised, "error", {
    rule: "lost-media",
    message: `The media file \`${promised.name}\` was published, and this site does not have it.`,
    hint: `Bring it back to \`assets/media/\`, and name it in a record or link to it from a page. ${orRemove()}`,
  });
}

function changedMedia(file: string, promised: Promised, now: string): Problem {
  return problem(file, promised, "error", {
    rule: "changed-media",
    message: `The bytes of the media file \`${promised.name}\` are not the published ones: SHA-256 was ${promised.sha256} and is ${now}.`,
    hint: `Bring back the published file, and give the new one a name of its own. ${OR_DELETE}`,
  });
}

function published(file: string, address: string): Problem {
  return problem(file, { name: address, sha256: "" }, "error", {
    rule: "withdrawn-address",
    message: `\`${address}\` was withdrawn, since it holds a name that must not be told any more, and this site has it again.`,
    hint: "Give the record or file another name.",
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
