/** Permanent identifiers: what a thing is called in calendars, schedules and feeds, wherever a copy of the archive lies. */
import { createHash } from "node:crypto";
import type { Archive } from "../model/archive.ts";
import { remembered } from "../text/memo.ts";
import { absolute, type Base, parseBase } from "../model/urls.ts";

/** The namespace of addresses in RFC 9562. */
const URL_NAMESPACE = Buffer.from("6ba7b8119dad11d180b400c04fd430c8", "hex");

const homes = new Map<string, Base>();

/** Where `site.yaml` says that the archive is, read once. */
function homeOf(url: string): Base {
  const home = homes.get(url) ?? parseBase(url);
  homes.set(url, home);
  return home;
}

/**
 * The UUID (version 5) of the address that `site.yaml` and the site path make. It stays the same in a copy that is built for
 * another host with `--base-url`; it changes when the file of the record is renamed or `url` in `site.yaml` changes.
 */
export function uuidOf(archive: Archive, path: string): string {
  return uuidOfAddress(absolute(homeOf(archive.site.record.url), path));
}

/** Several formats ask for that of a talk. */
const uuidOfAddress = remembered((address) => {
  const bytes = createHash("sha1").update(URL_NAMESPACE).update(address).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
});

/** A number from 1 to 2³¹ − 1 for formats that count things. It follows from the UUID, and is as stable. */
export function numberOf(uuid: string): number {
  return (Number.parseInt(uuid.slice(0, 8), 16) % 0x7fff_ffff) + 1;
}
