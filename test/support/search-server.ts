/** Serves a built folder as a host on the web does: packed with brotli where that is usual, under the strictest policy the search works with. */
import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync } from "node:zlib";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
  ".wasm": "application/wasm",
};

/** What a page may do that has a search field. */
const POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";

export interface SearchServer {
  origin: string;
  /** Bytes that were sent since the last question, by path. */
  sent: () => [path: string, bytes: number][];
  close: () => void;
}

/** `replace` gives files that are not in the folder, or stand in place of those that are. */
export async function serveSearch(
  folder: string,
  prefix = "",
  replace: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<SearchServer> {
  let sent: [string, number][] = [];
  const packed = new Map<string, Uint8Array>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = normalize(decodeURIComponent(pathname)).slice(prefix.length);
    const file = path.endsWith("/") ? `${path}index.html` : path;
    const type = TYPES[extname(file)];
    if (!pathname.startsWith(`${prefix}/`) || (!replace.has(file) && !statSync(join(folder, file), { throwIfNoEntry: false })?.isFile()))
      return void response.writeHead(404).end();
    const plain = Buffer.from(replace.get(file) ?? readFileSync(join(folder, file)));
    const body = type ? (packed.get(file) ?? brotliCompressSync(plain)) : plain;
    packed.set(file, body);
    sent.push([path, body.length]);
    const inline = type?.startsWith("text/html") ? [...plain.toString().matchAll(/<script>([\s\S]*?)<\/script>/g)] : [];
    const hashes = inline.map(([, code = ""]) => ` 'sha256-${createHash("sha256").update(code).digest("base64")}'`).join("");
    response.writeHead(200, {
      "Content-Type": type ?? "application/octet-stream",
      ...(type && { "Content-Encoding": "br" }),
      "Content-Security-Policy": `${POLICY}; script-src 'self' 'wasm-unsafe-eval'${hashes}`,
    });
    response.end(body);
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as { port: number };
  const take = () => {
    const now = sent;
    sent = [];
    return now;
  };
  return { origin: `http://localhost:${port}${prefix}`, sent: take, close: () => server.close() };
}
