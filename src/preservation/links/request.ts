/** One request to a stranger's server: where it may connect, how long it may take, how much it may send. */
import { promises as dns, type LookupAddress } from "node:dns";
import * as http from "node:http";
import * as https from "node:https";
import { isIP, type LookupFunction, setDefaultAutoSelectFamilyAttemptTimeout } from "node:net";
import { type FailureKind, failureOf, RequestFailure } from "./failure.ts";
import { mayBeAsked } from "./public-address.ts";

export interface RequestOptions {
  /** Milliseconds for the whole request; for one whose body is taken piece by piece, those without anything new. */
  timeout: number;
  userAgent: string;
  /** Lets requests go to private and local addresses, but never to those of the machine itself (link-local ones, and where clouds tell it secrets). */
  allowPrivate: boolean;
  /** Finds the addresses of a host; the system does unless told otherwise. */
  resolve?: (host: string) => Promise<LookupAddress[]>;
}

export interface Reply {
  status: number;
  headers: http.IncomingHttpHeaders;
  /** As much of the body as was wanted and came in time. */
  body: Buffer;
}

/**
 * Sends a request. With `take` a whole body is handed over as it comes, and none of it is in the reply; a body that breaks off is then a
 * failure, also where `take` says that it wants no more of it.
 */
export type SendRequest = (method: "HEAD" | "GET", url: URL, take?: (piece: Buffer) => boolean) => Promise<Reply>;

/** What RFC 9309 wants read of a `robots.txt`; no page needs more to show what it is. */
const LARGEST_BODY = 512 * 1024;

// The quarter of a second that Node gives each address of a host is too short for slow ones.
setDefaultAutoSelectFamilyAttemptTimeout(3000);

/** Makes the function that sends requests. It follows no redirect, keeps no connection and uses no proxy. */
export function createRequests(options: RequestOptions): SendRequest {
  const lookup = guardedLookup(options);
  const mayConnect = (address: string) => mayBeAsked(address, options.allowPrivate);
  return (method, url, take) =>
    new Promise<Reply>((done, fail) => {
      const host = url.hostname.replace(/^\[|\]$/g, "");
      if (isIP(host) !== 0 && !mayConnect(host)) {
        fail(new RequestFailure("private"));
        return;
      }
      const request = (url.protocol === "https:" ? https : http).request(url, {
        method,
        agent: false,
        lookup,
        rejectUnauthorized: true,
        maxHeaderSize: 64 * 1024,
        headers: { "user-agent": options.userAgent, accept: "*/*", "accept-encoding": "identity" },
      });
      let late = (): void => void request.destroy(new RequestFailure("timeout"));
      const deadline = setTimeout(() => late(), options.timeout);
      let failure: FailureKind = "protocol";
      const settle = (action: () => void) => {
        clearTimeout(deadline);
        action();
        request.destroy();
      };
      request.on("socket", (socket) =>
        // The address has been checked already; this is what the connection itself says.
        socket.once("connect", () => {
          if (!mayConnect(socket.remoteAddress ?? "")) request.destroy(new RequestFailure("private"));
        }),
      );
      const refuse = (error: Error) => settle(() => fail(failureOf(error)));
      request.on("error", refuse);
      // A server that answers 101 wants to speak something else; whatever else ends a request without an answer ends here too.
      const giveUp = () => settle(() => fail(new RequestFailure(failure)));
      request.on("upgrade", giveUp);
      request.on("connect", giveUp);
      request.on("close", giveUp);
      request.on("response", (response) => {
        const pieces: Buffer[] = [];
        let length = 0;
        const finish = () =>
          settle(() =>
            done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(pieces).subarray(0, LARGEST_BODY) }),
          );
        if (take !== undefined) {
          failure = "reset";
          response.on("data", (piece: Buffer) => {
            deadline.refresh();
            if (!take(piece)) giveUp();
          });
          response.on("end", () => (response.complete ? finish() : giveUp()));
          response.on("close", giveUp);
          response.on("error", giveUp);
          return;
        }
        // The head of the answer has come: a body that breaks off or never ends is cut, and the answer counts. A request that breaks off hears
        // of it before its answer does.
        late = finish;
        request.off("close", giveUp).off("error", refuse).on("error", finish);
        response.on("data", (piece: Buffer) => {
          pieces.push(piece);
          length += piece.length;
          if (length >= LARGEST_BODY) finish();
        });
        response.on("end", finish);
        response.on("close", finish);
        response.on("error", finish);
      });
      request.end();
    }).catch((error: Error) => {
      throw failureOf(error);
    });
}

/** Looks a host up once, and gives the connection only addresses that it may use: the name cannot change in between. */
function guardedLookup({ allowPrivate, resolve = (host) => dns.lookup(host, { all: true }) }: RequestOptions): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (found) => {
        const allowed = found.filter(({ address }) => mayBeAsked(address, allowPrivate));
        const [first] = allowed;
        if (!first) callback(new RequestFailure(found.length > 0 ? "private" : "no-host"), all ? [] : "", 0);
        else if (all) callback(null, allowed);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, all ? [] : "", 0),
    );
  };
}
