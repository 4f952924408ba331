/** How the place of an event is written. */
import type { Event } from "./archive.ts";

/** `San Diego, USA`; an event without a place in the world says `Online` once. */
export function placeOf(event: Event): string {
  const { city, country } = event.record;
  return [...new Set([city, country].filter((part) => part !== undefined))].join(", ");
}
