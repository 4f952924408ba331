/** Owns the small web server that shows a built site on this machine, as a static host would, and tells pages to reload. */
import { createReadStream, existsSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".yml": "text/yaml; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".pdf": "application/pdf",
  ".zip": "application/zip",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".webm": "video/webm",
  ".mp4": "video/mp4",
  ".vtt": "text/vtt; charset=utf-8",
};

const RELOAD_PATH = "/.preview/reload";

export interface PreviewServer {
  server: Server;
  /** Tells all open pages to load again. */
  reload(): void;
}

/** A server for a built folder whose pages live under `prefix()`; with `live`, pages reload when told to. */
export function createPreviewServer(folder: string, prefix: () => string, live: boolean): PreviewServer {
  const listeners = new Set<ServerResponse>();
  const bootId = String(process.pid);
  const server = createServer((request, response) => {
    const path = decodePath(request);
    if (live && path === RELOAD_PATH) return listen(response);
    if (path === undefined) return send(response, 400, "text/plain", "Bad request\n");
    const site = prefix();
    if (site !== "" && !path.startsWith(`${site}/`)) return redirect(response, `${site}/`);
    return serve(request, response, path.slice(site.length), site);
  });
  return { server, reload };

  function reload(): void {
    for (const response of listeners) response.write("data: reload\n\n");
  }

  function listen(response: ServerResponse): void {
    response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
    response.write(`retry: 300\nevent: boot\ndata: ${bootId}\n\n`);
    listeners.add(response);
    response.on("close", () => listeners.delete(response));
  }

  async function serve(request: IncomingMessage, response: ServerResponse, path: string, site: string): Promise<void> {
    const file = join(folder, normalize(path));
    const found = existsSync(file) ? statSync(file) : undefined;
    if (found?.isDirectory() && !path.endsWith("/")) return redirect(response, `${site}${path}/`);
    const wanted = found?.isDirectory() ? join(file, "index.html") : file;
    if (existsSync(wanted) && statSync(wanted).isFile()) return sendFile(request, response, 200, wanted);
    const notFound = join(folder, "404.html");
    return existsSync(notFound) ? sendFile(request, response, 404, notFound) : send(response, 404, "text/plain", "Not found\n");
  }

  async function sendFile(request: IncomingMessage, response: ServerResponse, status: number, file: string): Promise<void> {
    const type = TYPES[extname(file).toLowerCase()] ?? "application/octet-stream";
    if (live && type.startsWith("text/html"))
      return send(response, status, type, (await readFile(file, "utf8")).replace(/<\/body>/i, `<script>${RELOAD_SCRIPT}</script>$&`));
    response.writeHead(status, { "Content-Type": type, "Content-Length": statSync(file).size, "Cache-Control": "no-cache" });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  }
}

const RELOAD_SCRIPT = `{let boot;const events=new EventSource(${JSON.stringify(RELOAD_PATH)});events.addEventListener("boot",(e)=>{if(boot&&boot!==e.data)location.reload();boot=e.data});events.onmessage=()=>location.reload()}`;

/** The path of a request, decoded; undefined when it is malformed or climbs. */
function decodePath(request: IncomingMessage): string | undefined {
  try {
    const path = decodeURIComponent((request.url ?? "/").replace(/[?#].*$/, ""));
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
