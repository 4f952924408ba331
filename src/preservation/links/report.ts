/** What a check of links tells the editor: a finding for every place of an address that needs a look. */
import { readText } from "../../content/read-text.ts";
import type { Finding } from "../../model/problem.ts";
import { clip } from "../../model/records/fields.ts";
import type { Collected, Use } from "./collect.ts";
import type { Verdict } from "./judge.ts";
import { commandName } from "../../text/commands.ts";

/** Whether a record can say that the address is no longer there. */
export function canBeMarked({ path, inText }: Use): boolean {
  return !inText && /^(?:(?:slides|video)(?:\.url)?|(?:documents|recordings)\.\d+\.url)$/.test(path.join("."));
}

/** Findings for all uses, in the order of records. Addresses that are fine, closed to programs or kept by robots give none. */
export function findingsOf(uses: Collected["uses"], verdicts: ReadonlyMap<string, Verdict>): Finding[] {
  const texts = new Map<string, string>();
  return [...uses].flatMap(([address, list]) => {
    const verdict = verdicts.get(address);
    return verdict ? list.flatMap((use) => findingOf(use, verdict, texts)) : [];
  });
}

function findingOf(use: Use, verdict: Verdict, texts: Map<string, string>): Finding[] {
  const told = tell(use, verdict);
  if (!told) return [];
  const { address, file, path } = use;
  const range = use.inText ? rangeInText(file, address, texts) : undefined;
  return [{ ...told, file, path, ...(range && { range }) }];
}

type Told = Pick<Finding, "rule" | "severity" | "message" | "hint">;

function tell(use: Use, { state, why, to }: Verdict): Told | undefined {
  const address = `\`${clip(use.address, 200)}\``;
  if (state === "dead")
    return {
      rule: "dead-link",
      severity: canBeMarked(use) ? "error" : "warning",
      message: `${address} is dead: ${why}.`,
      hint: canBeMarked(use)
        ? `Write the address where it is now, or run \`${commandName("links")} --fix\`, which adds \`unavailable\` and a copy in a web archive.`
        : use.path[0] === "sources" || use.path[0] === "original"
          ? "Leave it, for the facts come from there; or write the address where the page is now."
          : "Write the address where it is now or that of a copy in a web archive, or delete the link.",
    };
  if (state === "moved")
    return {
      rule: "moved-link",
      severity: "warning",
      message: `${address} has moved for good to \`${clip(to ?? "", 200)}\`.`,
      hint: "Open both; if it is the same thing, write the new address.",
    };
  if (state === "suspicious")
    return {
      rule: "suspicious-link",
      severity: "warning",
      message: `${address} answers, but ${why}.`,
      hint: "Open it; if the thing is gone, treat it as dead: with `unavailable` where the record has that field.",
    };
  if (state === "unsure")
    return {
      rule: "unsure-link",
      severity: "warning",
      message: `Whether ${address} is still there cannot be told: ${why}.`,
      hint: "Check again on another day; results that tell nothing are not kept.",
    };
  if (state === "private")
    return {
      rule: "private-link",
      severity: "warning",
      message: `${address} was not asked: ${why}.`,
      hint: "Readers cannot reach it. Write a public address, or run with `--allow-private` if that is what you want.",
    };
  return undefined;
}

/** Where the address stands in the file, if it is written there as it is. */
function rangeInText(file: string, address: string, texts: Map<string, string>): Finding["range"] {
  const text = texts.get(file) ?? readText(file).text ?? "";
  texts.set(file, text);
  const start = text.indexOf(address);
  return start < 0 ? undefined : { start, end: start + address.length };
}
