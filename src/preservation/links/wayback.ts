/** Whether a web archive has a copy (https://archive.org/help/wayback_api.php). */
import { z } from "zod";
import { isRealDate } from "../../model/dates.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { unsafeText } from "../../model/records/fields.ts";
import { RequestFailure } from "./failure.ts";
import type { SendRequest } from "./request.ts";
import type { Turns } from "./turns.ts";

export interface Copy {
  archived: string;
  archivedOn: string;
}

const copySchema = z.object({
  available: z.literal(true),
  status: z.literal("200"),
  url: z.string(),
  timestamp: z.string().regex(/^\d{14}$/),
});
/** Nothing, or what is no copy of a page. */
const noneSchema = z
  .union([z.object({ available: z.literal(false) }), z.object({ status: z.string().regex(/^(?!200$)\d{3}$/) })])
  .optional();

const answerSchema = z.object({ archived_snapshots: z.object({ closest: z.union([copySchema, noneSchema]) }) });

/** What is known of a copy where the web archive gave no answer that can be used. */
export const NO_ANSWER = "no answer";

/** Asks the archive at `api` for its copy of an address, if it can be from about that day; nothing where it says that it has none. */
export async function findCopy(
  { api, send, turns }: { api: string; send: SendRequest; turns: Turns },
  address: string,
  near: string | undefined,
): Promise<Copy | undefined | typeof NO_ANSWER> {
  const url = new URL(api);
  url.searchParams.set("url", address);
  if (near !== undefined) url.searchParams.set("timestamp", near.replaceAll("-", ""));
  try {
    const { status, body } = await turns.take(url.host, () => send("GET", url));
    return status === 200 ? readAnswer(body.toString("utf8")) : NO_ANSWER;
  } catch (error) {
    if (error instanceof RequestFailure) return NO_ANSWER;
    throw error;
  }
}

/** The copy that an answer names, or that there is none; all else, such as a message of trouble or a copy without an address, is no answer. */
export function readAnswer(text: string): Copy | undefined | typeof NO_ANSWER {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return NO_ANSWER;
  }
  const answer = answerSchema.safeParse(data).data;
  if (!answer) return NO_ANSWER;
  const { closest } = answer.archived_snapshots;
  if (!closest || !("url" in closest)) return undefined;
  const archived = closest.url.replace(/^http:\/\/web\.archive\.org(:80)?\//, "https://web.archive.org/");
  const archivedOn = `${closest.timestamp.slice(0, 4)}-${closest.timestamp.slice(4, 6)}-${closest.timestamp.slice(6, 8)}`;
  const isUsable = badAddress(archived) === undefined && unsafeText(archived) === undefined && isRealDate(archivedOn);
  return isUsable ? { archived, archivedOn } : NO_ANSWER;
}

/** Years within which a page is probably still what it was; later its address may belong to somebody else. */
const SURE = 2;

/**
 * What an editor is told of a copy: its day, and to look at it where that is years from the day near which the address worked, such as
 * `, with a copy of 2021-03-01: look at it, since it is from 9 years later`.
 */
export function describeCopy({ archivedOn }: Copy, near: string | undefined): string {
  const years = near === undefined ? 0 : Number(archivedOn.slice(0, 4)) - Number(near.slice(0, 4));
  const look = `: look at it, since it is from ${Math.abs(years)} years ${years > 0 ? "later" : "earlier"}`;
  return `, with a copy of ${archivedOn}${Math.abs(years) > SURE ? look : ""}`;
}
