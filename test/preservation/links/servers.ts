/** Servers of this machine that misbehave in every way, and note what they are asked. */
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import * as https from "node:https";
import { createServer as createSocketServer, type Server as SocketServer, type Socket } from "node:net";
import { afterThisFile } from "../../support/cleanup.ts";

export interface Running {
  origin: string;
  /** `GET /path` for each request, in order, with the moment it came. */
  log: { asked: string; at: number; agent: string }[];
  /** Most requests that were open at the same time. */
  most: () => number;
}

function closeAfterThisFile(server: Server | SocketServer): void {
  afterThisFile(() => {
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}

export type Behaviour = (request: IncomingMessage, response: ServerResponse, times: number) => void;

/** Starts a server; what it has no behaviour for is a plain page. `/robots.txt` is missing unless there is a behaviour for it. */
export async function startServer(behaviours: Record<string, Behaviour>, tls?: { key: string; cert: string }): Promise<Running> {
  const log: Running["log"] = [];
  let [open, most] = [0, 0];
  const listener: RequestListener = (request, response) => {
    const asked = `${request.method} ${request.url}`;
    log.push({ asked, at: performance.now(), agent: request.headers["user-agent"] ?? "" });
    most = Math.max(most, ++open);
    response.on("close", () => open--);
    const behaviour = behaviours[new URL(request.url ?? "/", "http://x").pathname];
    const times = log.filter((one) => one.asked === asked).length;
    if (behaviour) behaviour(request, response, times);
    else if (request.url === "/robots.txt") answer(404)(request, response, times);
    else page("A page")(request, response, times);
  };
  const server = tls ? https.createServer(tls, listener) : createServer(listener);
  closeAfterThisFile(server);
  const port = await listen(server);
  return { origin: `${tls ? "https" : "http"}://127.0.0.1:${port}`, log, most: () => most };
}

/** Starts a server below HTTP, which does with a connection what it likes. */
export async function startSocket(behave: (socket: Socket) => void): Promise<string> {
  const server = createSocketServer((socket) => {
    socket.on("error", () => {});
    behave(socket);
  });
  closeAfterThisFile(server);
  return `http://127.0.0.1:${await listen(server)}`;
}

function listen(server: Server | SocketServer): Promise<number> {
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done((server.address() as { port: number }).port)));
}

export function answer(status: number, headers: Record<string, string> = {}, body = ""): Behaviour {
  return (_, response) => void response.writeHead(status, headers).end(body);
}

export function page(title: string, body = "<p>Some text.</p>", status = 200): Behaviour {
  return answer(status, { "content-type": "text/html; charset=utf-8" }, `<!doctype html><title>${title}</title><h1>${title}</h1>${body}`);
}

export function redirect(to: string, status = 301): Behaviour {
  return answer(status, { location: to });
}

/** Behaviour that is different at each request. */
export function inTurn(...behaviours: Behaviour[]): Behaviour {
  let times = 0;
  return (request, response, count) => behaviours[Math.min(times++, behaviours.length - 1)]?.(request, response, count);
}

/** Headers come at once, the body drips and never ends. */
export const endless: Behaviour = (_, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  const timer = setInterval(() => response.write("<p>more</p>"), 20);
  response.on("close", () => clearInterval(timer));
};

/** As much body as anybody takes. */
export const huge: Behaviour = (request, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  const piece = Buffer.alloc(1 << 20, "x");
  const send = () => {
    while (!response.destroyed && response.write(piece));
    if (!response.destroyed) response.once("drain", send);
  };
  send();
};

/** Less of the body than its head promises, and then nothing more. */
export const brokenOff =
  (status: number, isReset = false): Behaviour =>
  ({ socket }, response) => {
    response.writeHead(status, { "content-type": "text/html", "content-length": "5000" });
    response.write("<title>A page</title>", () => setTimeout(() => (isReset ? socket.resetAndDestroy() : response.destroy()), 20));
  };

export const silent: Behaviour = () => {};
export const reset: Behaviour = (request) => void request.socket.resetAndDestroy();
