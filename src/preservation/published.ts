/** What a built site publishes: the addresses that it answers, and the checksums of its media. */
import { join } from "node:path";
import { addressOf, reservedFolder } from "../model/addresses.ts";
import { hashFile } from "./hash.ts";
import { filesBelow } from "./walk.ts";

export interface Published {
  /** Addresses from the first slash on, without the prefix of the site, percent-encoded. */
  addresses: ReadonlySet<string>;
  /** SHA-256 by path below `media/`. */
  media: ReadonlyMap<string, string>;
}

const MEDIA = "media/";

/** Reads a built site. Media are listed by their checksums alone. */
export function readPublished(site: string): Published {
  const addresses = new Set<string>();
  const media = new Map<string, string>();
  for (const file of filesBelow(site)) {
    if (file.startsWith(MEDIA)) media.set(file.slice(MEDIA.length), hashFile(join(site, file), "sha256"));
    else if (isLasting(`/${file}`)) addresses.add(encodedAddress(file));
  }
  return { addresses, media };
}

/** Whether an address is to last, unlike those of files that only the pages and servers of one build need. */
export function isLasting(address: string): boolean {
  return !addressOf(address)?.address.forMachines;
}

/** The address of a file of a site, as the ledger writes it. */
export function encodedAddress(file: string): string {
  const path = file.replace(/(^|\/)index\.html$/, "$1");
  return `/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** Whether an address is a part of a list, such as its second page, which comes and goes and which no redirect can replace. */
export function isPartOfList(address: string): boolean {
  const folder = reservedFolder(address);
  return folder !== undefined && folder.length < address.length;
}
