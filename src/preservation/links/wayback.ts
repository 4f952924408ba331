/** Whether a web archive has a copy (https://archive.org/help/wayback_api.php). */
import { z } from "zod";
import { isRealDate } from "../../model/dates.ts";
import { badAddress } from "../../model/records/addresses.ts";
import { RequestFailure } from "./failure.ts";
import type { SendRequest } from "./request.ts";
import type { Turns } from "./turns.ts";

export interface Copy {
  archived: string;
  archivedOn: string;
}

const answerSchema = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.boolean(), status: z.string(), url: z.string(), timestamp: z.string().regex(/^\d{14}$/) }).optional(),
  }),
});

/** What is known of a copy where the web archive gave no answer that can be read. */
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

/** The copy that an answer names; nothing where it is not what it should be, though an answer. */
export function readAnswer(text: string): Copy | undefined | typeof NO_ANSWER {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return NO_ANSWER;
  }
  const closest = answerSchema.safeParse(data).data?.archived_snapshots.closest;
  if (!closest?.available || closest.status !== "200") return undefined;
  const archived = closest.url.replace(/^http:\/\/web\.archive\.org(:80)?\//, "https://web.archive.org/");
  const archivedOn = `${closest.timestamp.slice(0, 4)}-${closest.timestamp.slice(4, 6)}-${closest.timestamp.slice(6, 8)}`;
  return badAddress(archived) === undefined && isRealDate(archivedOn) ? { archived, archivedOn } : undefined;
}
