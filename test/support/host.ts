/** Serves a built site as static hosts do: with the headers of its `_headers` file and with Brotli. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

export interface HeaderRule {
  pattern: string;
  headers: [name: string, value: string][];
}

/** The rules of a `_headers` file. */
export function readHeaderRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = [];
  for (const line of text.trimEnd().split("\n")) {
    const header = /^ {2}([A-Za-z-]+): (.+)$/.exec(line);
    if (header) rules.at(-1)?.headers.push([header[1] ?? "", header[2] ?? ""]);
    else rules.push({ pattern: line, headers: [] });
  }
  return rules;
}

/** All headers for a path; a star in a pattern is anything, as Netlify and Cloudflare Pages have it. */
export function headersFor(rules: readonly HeaderRule[], path: string): [name: string, value: string][] {
  const matches = (pattern: string) => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace("*", ".*")}$`).test(path);
  return rules.filter(({ pattern }) => matches(pattern)).flatMap(({ headers }) => headers);
}

/** Compressed as hosts do it at once: better than gzip, not as well as one could with time. */
export const compress = (bytes: Uint8Array): Buffer => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".woff2": "font/woff2",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".txt": "text/plain; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".avif": "image/avif",
  ".webp": "image/webp",
  ".webm": "video/webm",
};
const TEXT = /^(?:text\/|image\/svg|application\/(?:json|xml|atom))/;

/** Starts a host for a site that is published at the root. */
export async function startHost(folder: string, wanted = 0): Promise<{ origin: string; close: () => void }> {
  const rules = readHeaderRules(readFileSync(join(folder, "_headers"), "utf8"));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://host").pathname);
    const named = join(folder, normalize(path), path.endsWith("/") ? "index.html" : "");
    const found = existsSync(named) && statSync(named).isFile();
    const file = found ? named : join(folder, "404.html");
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const bytes = readFileSync(file);
    const packed = TEXT.test(type) && /\bbr\b/.test(String(request.headers["accept-encoding"]));
    const body = packed ? compress(bytes) : bytes;
    response.setHeader("Content-Type", type);
    for (const [name, value] of headersFor(rules, path)) response.setHeader(name, value);
    if (packed) response.setHeader("Content-Encoding", "br");
    response.writeHead(found ? 200 : 404, { "Content-Length": body.length }).end(body);
  });
  await new Promise<void>((done) => server.listen(wanted, "localhost", done));
  const { port } = server.address() as { port: number };
  return { origin: `http://localhost:${port}`, close: () => server.close() };
}
