/** Links of a copy that is opened from a disk: from file to file, since nobody there says what is at `/events/`. */
import { type Base, decodedPath, encodedPath, outputFile } from "../model/urls.ts";

/** A copy of the site, or of a part of it. */
export interface Copy {
  base: Base;
  /** Whether the copy has a file, by its path from the top of the copy, or finds it in the folder of media. */
  has(file: string): boolean;
  /** The folder that media files stay in, from the top of the copy (`../site/media/`); without it the copy has them itself. */
  media?: string | undefined;
}

/** The way from a file to the top of the copy: `./` or `../../`. */
export function wayUp(file: string): string {
  return "../".repeat(file.split("/").length - 1) || "./";
}

/**
 * An address in a file of the site, as the copy says it: that of a file from this file, or where the copy has no such file, that of the
 * published page. What leads to other sites or into the same page stays.
 *
 * @example linkIn(copy, "speakers/ada/index.html", "/events/#newest") // "../../events/index.html#newest"
 */
export function linkIn({ base, has, media }: Copy, file: string, address: string): string {
  if (!/^\/(?!\/)/.test(address)) return address;
  const published = `${base.origin}${address}`;
  if (address !== base.prefix && !address.startsWith(`${base.prefix}/`)) return published;
  const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(address.slice(base.prefix.length)) ?? [];
  const target = outputFile(decodedPath(path) || "/");
  if (!has(target)) return published;
  if (media !== undefined && target.startsWith("media/")) return wayUp(file) + media + encodedPath(target.slice("media/".length)) + rest;
  return wayBetween(file, encodedPath(target)) + rest;
}

/** The way from one file to another, both from the top of the copy; `./` first, so that no name is taken for a scheme. */
function wayBetween(from: string, to: string): string {
  const folders = from.split("/").slice(0, -1);
  const parts = to.split("/");
  let shared = 0;
  while (shared < folders.length && shared < parts.length - 1 && folders[shared] === decodedPath(parts[shared] ?? "")) shared++;
  return ("../".repeat(folders.length - shared) || "./") + parts.slice(shared).join("/");
}
