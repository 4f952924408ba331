/** A server before another one that keeps fonts back until it is told to let them go. */
import { createServer } from "node:http";

export async function holdFonts(origin: string): Promise<{ origin: string; held: () => number; release: () => void; close: () => void }> {
  const waiting: (() => void)[] = [];
  let isHolding = true;
  const server = createServer(async (request, response) => {
    if (isHolding && request.url?.endsWith(".woff2")) await new Promise<void>((done) => waiting.push(done));
    const answer = await fetch(`${origin}${request.url}`, { redirect: "manual", keepalive: false });
    response.writeHead(
      answer.status,
      Object.fromEntries(["content-type", "location"].flatMap((name) => [[name, answer.headers.get(name) ?? ""]])),
    );
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  const { port } = server.address() as { port: number };
  return {
    origin: `http://localhost:${port}`,
    held: () => waiting.length,
    release() {
      isHolding = false;
      for (const done of waiting.splice(0)) done();
    },
    close: () => server.close(),
  };
}
