/** The small web server that shows a built site on this machine, as a static host would, and tells pages to reload. */
import { createReadStream, existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join, normalize, relative } from "node:path";
import { pipeline } from "node:stream";
import { contentType, mediaTypeOf } from "../model/addresses.ts";
import { alsoAllowed, MEDIA_POLICY } from "../publishing/policy.ts";

const LIVE_PATH = "/.preview/live";
const CLIENT_PATH = "/.preview/client.js";
const CLIENT_FILE = join(import.meta.dirname, "preview-client.js");

/** What is served before the first build. */
const EMPTY_PAGE = "<!doctype html><html lang=en><meta charset=utf-8><title>Building…</title><body><p>Building…</p></body></html>";

/** What the preview knows of the site. */
export interface PreviewState {
  /** The path prefix of the site as its addresses have it, empty or `/archive`. */
  prefix: string;
  /** Why the last build failed, as text; shown on every open page. */
  trouble: string | undefined;
}

export interface PreviewServer {
  server: Server;
  /** Tells open pages what has become of the last build: they load again, or show the trouble. */
  tell(): void;
  /** The paths of the site that browsers show. */
  open(): string[];
}

/** A server for a built folder; with `live`, pages follow the state of the build. */
export function createPreviewServer(folder: string, state: () => PreviewState, live: boolean): PreviewServer {
  const listeners = new Map<ServerResponse, string>();
  const server = createServer((request, response) => {
    // A page of a stranger may have a name that leads to this machine (DNS rebinding), and must not read the preview under it.
    if (!isOwnHost(request.headers.host)) return send(response, 403, "text/plain", "The preview answers as localhost only.\n");
    if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405, { Allow: "GET, HEAD" }).end();
    answer(request, response)?.catch((error: NodeJS.ErrnoException) => fail(response, error));
  });
  return { server, tell, open: () => [...new Set(listeners.values())] };

  function answer(request: IncomingMessage, response: ServerResponse): Promise<void> | undefined {
    const path = decodePath(request.url ?? "/");
    if (live && path === LIVE_PATH) return void listen(request, response);
    if (live && path === CLIENT_PATH) return sendFile(request, response, 200, CLIENT_FILE);
    if (path === undefined) return void send(response, 400, "text/plain", "Bad request\n");
    const prefix = decodePath(state().prefix) ?? "";
    if (prefix !== "" && !path.startsWith(`${prefix}/`)) return void redirect(response, `${prefix}/`);
    return serve(request, response, path.slice(prefix.length), prefix);
  }

  function tell(): void {
    const { trouble } = state();
    for (const response of listeners.keys()) response.write(trouble === undefined ? "data: reload\n\n" : event("trouble", trouble));
  }

  function listen(request: IncomingMessage, response: ServerResponse): void {
    const { trouble, prefix } = state();
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(`retry: 300\n${event("boot", String(process.pid))}${trouble === undefined ? "" : event("trouble", trouble)}`);
    const page = new URL(request.url ?? "/", "http://localhost").searchParams.get("page") ?? `${prefix}/`;
    listeners.set(response, decodePath(page.slice(prefix.length)) ?? "/");
    response.on("close", () => listeners.delete(response));
  }

  async function serve(request: IncomingMessage, response: ServerResponse, path: string, prefix: string): Promise<void> {
    const file = join(folder, normalize(path));
    const found = existsSync(file) ? statSync(file) : undefined;
    if (found?.isDirectory() && !path.endsWith("/")) return redirect(response, `${prefix}${path}/`);
    const wanted = found?.isDirectory() ? join(file, "index.html") : file;
    if (existsSync(wanted) && statSync(wanted).isFile()) return sendFile(request, response, 200, wanted);
    const notFound = join(folder, "404.html");
    if (existsSync(notFound)) return sendFile(request, response, 404, notFound);
    // Nothing was built yet: an empty page, on which the trouble shows, and which loads again when it is over.
    return live
      ? send(response, 503, "text/html; charset=utf-8", withScript(EMPTY_PAGE))
      : send(response, 404, "text/plain", "Not found\n");
  }

  async function sendFile(request: IncomingMessage, response: ServerResponse, status: number, file: string): Promise<void> {
    const type = contentType(mediaTypeOf(`/${relative(folder, file).replaceAll("\\", "/")}`) ?? "application/octet-stream");
    if (live && type.startsWith("text/html")) return send(response, status, type, withScript(await readFile(file, "utf8")));
    const { size } = statSync(file);
    const range = status === 200 ? rangeOf(request.headers.range, size) : undefined;
    const isMedia = relative(folder, file).replaceAll("\\", "/").startsWith("media/");
    const headers = {
      "Content-Type": type,
      "Cache-Control": "no-cache",
      "Accept-Ranges": "bytes",
      "X-Content-Type-Options": "nosniff",
      ...(isMedia && type !== "application/pdf" && { "Content-Security-Policy": MEDIA_POLICY }),
    };
    if (range === "beyond") response.writeHead(416, { ...headers, "Content-Range": `bytes */${size}` }).end();
    else {
      const { start, end } = range ?? { start: 0, end: size - 1 };
      const part = range && { "Content-Range": `bytes ${start}-${end}/${size}` };
      response.writeHead(part ? 206 : status, { ...headers, ...part, "Content-Length": end - start + 1 });
      if (request.method === "HEAD" || size === 0) response.end();
      // A reader who leaves in the middle of a video is no mistake.
      else pipeline(createReadStream(file, { start, end }), response, () => {});
    }
  }
}

/** Says that a file is not to be had; it was deleted between two looks, or may not be read. */
function fail(response: ServerResponse, { code }: NodeJS.ErrnoException): void {
  if (response.headersSent) response.destroy();
  else send(response, code === "ENOENT" ? 404 : 500, "text/plain; charset=utf-8", `This page cannot be read (${code}).\n`);
}

/** Whether a request was meant for this machine by name: `localhost`, a name below it, or a loopback address. */
function isOwnHost(host = ""): boolean {
  return /^(([a-z0-9-]+\.)*localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(host);
}

/** The bytes that a request asks for, without which no browser moves in a video; undefined for the whole file. */
function rangeOf(header: string | undefined, size: number): { start: number; end: number } | "beyond" | undefined {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? "") ?? [];
  if (from === "" && to === "") return undefined;
  const [start, end] = from === "" ? [Math.max(0, size - Number(to)), size - 1] : [Number(from), to === "" ? size - 1 : Number(to)];
  if (start >= size || (from === "" && to === "0")) return "beyond";
  return end < start ? undefined : { start, end: Math.min(end, size - 1) };
}

/** The page with the client of the preview at the end of its body, which its security policy then lets run and listen. */
function withScript(html: string): string {
  const policy = /(?<=^.{0,200}<meta http-equiv="Content-Security-Policy" content=")[^"]*/;
  return html
    .replace(policy, (text) => alsoAllowed(text, ["script-src 'self'", "connect-src 'self'"]))
    .replace(/<\/body>/i, () => `<script src="${CLIENT_PATH}" type="module"></script></body>`);
}

function event(name: string, text: string): string {
  return `event: ${name}\ndata: ${JSON.stringify(text)}\n\n`;
}

/** The path of a request, decoded; undefined when it is malformed or climbs. */
function decodePath(address: string): string | undefined {
  try {
    const path = decodeURIComponent(address.replace(/[?#].*$/, ""));
    return path.startsWith("/") && !path.includes("\0") && !path.split(/[/\\]/).includes("..") ? path : undefined;
  } catch {
    return undefined;
  }
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { Location: encodeURI(location).replace(/^\/+/, "/") }).end();
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "Content-Type": type, "Cache-Control": "no-store" }).end(body);
}
