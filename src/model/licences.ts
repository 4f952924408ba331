/** Which licence a talk, a document or a recording has: its own, else that of what it is part of. */
import type { Site, Talk } from "./archive.ts";

/** The licence of a talk; an SPDX identifier or an address. */
export function licenceOf(site: Site, { record, event }: Talk): string | undefined {
  // Of a withheld talk nothing is shown that could have one.
  if (record.withheld) return undefined;
  return record.licence ?? event.record.licences?.talks ?? site.record.licences?.talks;
}

/** The licence of one of its documents. */
export function documentLicence(site: Site, talk: Talk, { licence }: Talk["documents"][number]): string | undefined {
  return licence ?? partLicence(site, talk, "slides");
}

/** The licence of one of its recordings. */
export function recordingLicence(site: Site, talk: Talk, { licence }: Talk["recordings"][number]): string | undefined {
  return licence ?? partLicence(site, talk, "recordings");
}

function partLicence(site: Site, { record, event }: Talk, part: "slides" | "recordings"): string | undefined {
  const defaults = [event.record.licences, site.record.licences].map((licences) => licences?.[part] ?? licences?.talks);
  return record.licence ?? defaults[0] ?? defaults[1];
}
