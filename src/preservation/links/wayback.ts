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

/** Asks the archive at `api` for its copy of an address, if it can be from about that day. No answer is no copy. */
export async function findCopy(
  { api, send, turns }: { api: string; send: SendRequest; turns: Turns },
  address: string,
  near: string | undefined,
): Promise<Copy | undefined> {
  const url = new URL(api);
  url.searchParams.set("url", address);
  if (near !== undefined) url.searchParams.set("timestamp", near.replaceAll("-", ""));
  try {
    const { status, body } = await turns.take(url.host, () => send("GET", url));
    return status === 200 ? readAnswer(body.toString("utf8")) : undefined;
  } catch (error) {
    if (error instanceof RequestFailure) return undefined;
    throw error;
  }
}

/** The copy that an answer names; nothing where it is not what it should be. */
export function readAnswer(text: string): Copy | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const closest = answerSchema.safeParse(data).data?.archived_snapshots.closest;
  if (!closest?.available || closest.status !== "200") return undefined;
  const archived = closest.url.replace(/^http:\/\/web\.archive\.org(:80)?\//, "https://web.archive.org/");
  const archivedOn = `${closest.timestamp.slice(0, 4)}-${closest.timestamp.slice(4, 6)}-${closest.timestamp.slice(6, 8)}`;
  return badAddress(archived) === undefined && isRealDate(archivedOn) ? { archived, archivedOn } : undefined;
}
