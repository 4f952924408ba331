/** Licences: SPDX identifiers (https://spdx.org/licenses/) or web addresses, and the addresses and names that stand for them. */
import ids from "spdx-license-ids/index.json" with { type: "json" };
import { remembered } from "./memo.ts";
import { editDistance } from "./similar.ts";

const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(ids.map((id) => [id.toLowerCase(), id]));

/** Whether the text is an SPDX licence identifier, spelled as the list has it. */
export function isLicenceId(text: string): boolean {
  return BY_LOWER_CASE.get(text.toLowerCase()) === text;
}

/** Small letters and digits alone; `CC BY 4` is version 4.0. */
const bare = (id: string) =>
  id
    .replace(/([a-z\s_-])(\d)$/, "$1$2.0")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");
const BY_BARE = new Map(ids.map((id) => [bare(id), id]));

/**
 * The identifier that a text means: `CC BY-SA 4.0` or the address of a Creative Commons licence as `CC-BY-SA-4.0`, a slip of
 * the pen as what it is a slip of. Undefined where that is not sure: another version, country or right is another licence.
 */
export function guessLicence(text: string): string | undefined {
  const plain = text.trim().toLowerCase();
  const [, rights = "", version = "", country] =
    /^https?:\/\/(?:www\.)?creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)(?:\/([a-z]{2}))?(?:\/|$)/.exec(plain) ?? [];
  const id =
    version === ""
      ? plain.replace(/^(?:creative commons|cc)[\s-]*/, "cc-").replace(/[\s_]+/g, "-")
      : rights === "zero"
        ? `cc0-${version}`
        : ["cc", rights, version, country].filter(Boolean).join("-");
  const known = BY_LOWER_CASE.get(id) ?? BY_LOWER_CASE.get(id.replace("cc-zero", "cc0").replace("cc-0", "cc0"));
  return known ?? (version === "" && id.length <= 60 ? slip(id) : undefined);
}

/** A licence of Creative Commons as it would be called, whether there is one or not. */
const CREATIVE_COMMONS = /^cc-by(?:-(?:nc|nd|sa))*-\d\.\d(?:-[a-z]+)?$/;

/** The one identifier that differs in its signs, or in a single letter: never in a figure, and only where the name is long enough to be sure. */
const slip = remembered((id) => {
  const written = bare(id);
  const same = BY_BARE.get(written);
  if (same !== undefined || CREATIVE_COMMONS.test(id) || written.length < 6) return same;
  const near = [...BY_BARE].filter(
    ([other]) => Math.abs(other.length - written.length) <= 1 && editDistance(written, other) === 1 && keepsFigures(written, other),
  );
  return near.length === 1 ? near[0]?.[1] : undefined;
});

/** Whether all figures of a text are in another one, in their order. */
function keepsFigures(text: string, other: string): boolean {
  let rest = other;
  for (const figure of text.replace(/[^0-9]/g, "")) {
    const at = rest.indexOf(figure);
    if (at < 0) return false;
    rest = rest.slice(at + 1);
  }
  return true;
}

/** The address of a licence: that of Creative Commons for its own, that of SPDX for others, an address as it is. */
export function licenceAddress(licence: string): string {
  const [, rights, version, country] = /^CC-(BY(?:-(?:NC|ND|SA))*)-(\d\.\d)(?:-([A-Z]{2}))?$/.exec(licence) ?? [];
  if (rights !== undefined)
    return `https://creativecommons.org/licenses/${[rights.toLowerCase(), version, country?.toLowerCase()].filter(Boolean).join("/")}/`;
  if (licence === "CC0-1.0") return "https://creativecommons.org/publicdomain/zero/1.0/";
  return isLicenceId(licence) ? `https://spdx.org/licenses/${licence}.html` : licence;
}

/** The licence as readers know it: `CC BY-SA 4.0`, `MIT`, or the host and path of an address. */
export function licenceName(licence: string): string {
  const id = isLicenceId(licence) ? licence : (ids.find((one) => licenceAddress(one) === licence.replace(/^http:/, "https:")) ?? licence);
  return id
    .replace(/^CC-(BY(?:-(?:NC|ND|SA))*)-(\d)/, "CC $1 $2")
    .replace(/^CC0-/, "CC0 ")
    .replace(/^https?:\/\/(www\.)?/, "")
    .replace(/\/$/, "");
}
