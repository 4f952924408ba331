/**
 * A registry of npm for tests (https://github.com/npm/registry/blob/main/docs/responses/package-metadata.md): it has the packages whose tarballs
 * are in a folder, looked at anew each time, and sends who asks for another to the usual registry. `registry.ts <folder> <registry>` prints its address.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const [folder = "", usual = ""] = process.argv.slice(2);

interface Manifest {
  name: string;
  version: string;
}

/** What a registry says of the versions of one package; nothing where the folder has none. */
function metadata(name: string, origin: string): object | undefined {
  const found = readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith(".tgz"))
    .sort(new Intl.Collator("en", { numeric: true }).compare)
    .map((file) => {
      const { stdout } = spawnSync("tar", ["-xzOf", join(folder, file), "package/package.json"], { encoding: "utf8" });
      const integrity = `sha512-${createHash("sha512")
        .update(readFileSync(join(folder, file)))
        .digest("base64")}`;
      return { ...(JSON.parse(stdout) as Manifest), dist: { tarball: `${origin}/tarballs/${file}`, integrity } };
    })
    .filter((one) => one.name === name);
  if (found.length === 0) return undefined;
  return {
    name,
    "dist-tags": { latest: found.at(-1)?.version },
    versions: Object.fromEntries(found.map((one) => [one.version, one])),
  };
}

const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? "/", "http://registry");
  const tarball = /^\/tarballs\/([\w.-]+)$/.exec(pathname)?.[1];
  const known = tarball === undefined ? metadata(decodeURIComponent(pathname.slice(1)), `http://${request.headers.host}`) : undefined;
  if (tarball !== undefined) response.end(readFileSync(join(folder, tarball)));
  else if (known) response.writeHead(200, { "content-type": "application/json", "cache-control": "no-store" }).end(JSON.stringify(known));
  else response.writeHead(302, { location: new URL(pathname.slice(1), usual).href }).end();
});
server.listen(0, "127.0.0.1", () => {
  const { port } = server.address() as { port: number };
  process.stdout.write(`http://127.0.0.1:${port}/\n`);
});
