/** How the place of an event is written. */
import type { Archive, Event } from "./archive.ts";

/** `San Diego, USA`, in the words of the archive; empty where no record says where it was. */
export function placeOf({ words }: Archive, event: Event): string {
  return words.place(event.record);
}
