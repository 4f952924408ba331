/** What became of a talk: its own status, else that of its event. */
import type { Talk } from "./archive.ts";
import type { STATUSES } from "./records/shared.ts";

export type Status = (typeof STATUSES)[number];

/** The status of a talk; nothing where it took place as announced, or where no record says otherwise. */
export function statusOf({ record, event }: Talk): Status | undefined {
  return record.status ?? event.record.status;
}

/** Whether it did not take place at its time. */
export function isCalledOff(status: Status | undefined): boolean {
  return status === "cancelled" || status === "postponed";
}
