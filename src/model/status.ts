/** What became of a talk: its own status, else that of its event. */
import { presentations, type Talk } from "./archive.ts";
import type { STATUSES } from "./records/shared.ts";

export type Status = (typeof STATUSES)[number];

/** The status of a talk; nothing where it took place as announced, or where no record says otherwise. */
export function statusOf({ record, event }: Talk): Status | undefined {
  return record.status ?? event.record.status;
}

/** Whether it did not take place at its time. */
export function isCalledOff(status: Status | undefined): status is "cancelled" | "postponed" {
  return status === "cancelled" || status === "postponed";
}

/** The presentations of which is known that they took place: not those that were called off, and not those that are withheld. */
export function held(talks: readonly Talk[]): Talk[] {
  return presentations(talks).filter((talk) => !isCalledOff(statusOf(talk)) && talk.record.withheld !== true);
}
