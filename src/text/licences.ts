/** Licences: SPDX identifiers (https://spdx.org/licenses/) or web addresses, and the addresses and names that stand for them. */
import ids from "spdx-license-ids/index.json" with { type: "json" };
import { remembered } from "./memo.ts";
import { didYouMean } from "./similar.ts";

const BY_LOWER_CASE: ReadonlyMap<string, string> = new Map(ids.map((id) => [id.toLowerCase(), id]));

/** Whether the text is an SPDX licence identifier, spelled as the list has it. */
export function isLicenceId(text: string): boolean {
  return BY_LOWER_CASE.get(text.toLowerCase()) === text;
}

/**
 * The identifier that a text means: `CC BY-SA 4.0` or the address of a Creative Commons licence as `CC-BY-SA-4.0`, a slip of
 * the pen as what is near. Undefined where nothing is.
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
  return BY_LOWER_CASE.get(id) ?? BY_LOWER_CASE.get(id.replace("cc-zero", "cc0").replace("cc-0", "cc0")) ?? near(id);
}

const near = (id: string) => (id.length > 60 ? undefined : nearest(id));
const nearest = remembered((id) => BY_LOWER_CASE.get(didYouMean(id, BY_LOWER_CASE.keys()) ?? ""));

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
