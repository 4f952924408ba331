/** Starts nginx and Caddy on this machine, where they are installed, and ends them after the test file. */
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterThisFile } from "./cleanup.ts";
import { temporaryFolder } from "./content.ts";

export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

/** Starts nginx with the given text in its http block, which has to listen on the port. */
export async function startNginx(http: string, port: number): Promise<void> {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "logs"));
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
  writeFileSync(
    join(folder, "nginx.conf"),
    `daemon off; master_process off; pid ${folder}/pid; error_log stderr; events {}
http { access_log off; ${temporary.join(" ")}
${http} }`,
  );
  await start("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], port, {});
}

/** Starts Caddy with the given text in the block of a site on the port. */
export async function startCaddy(site: string, port: number): Promise<void> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "Caddyfile"), `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\t${site}\n}\n`);
  await start("caddy", ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"], port, {
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
  });
}

async function start(command: string, args: string[], port: number, env: Record<string, string>): Promise<void> {
  let log = "";
  const child = spawn(command, args, { env: { ...process.env, ...env } });
  afterThisFile(() => child.kill());
  child.stderr.on("data", (chunk) => (log += chunk));
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) throw new Error(log);
    if (await answers(port)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${command} does not answer: ${log}`);
}

function answers(port: number): Promise<boolean> {
  return new Promise((done) =>
    get({ host: "127.0.0.1", port, path: "/", agent: false }, (response) => {
      response.resume();
      done(true);
    }).on("error", () => done(false)),
  );
}

/** Media types that every nginx knows; where its own list is differs from system to system. */
const TYPES = `types { text/html html; text/css css; application/javascript js; application/json json; image/svg+xml svg; application/xml xml;
application/atom+xml atom; text/plain txt; application/zip zip; application/pdf pdf; image/png png; image/avif avif; image/webp webp; video/webm webm; }
default_type application/octet-stream;`;

/** Serves a built site with nginx and its snippets, at a prefix or at the root. */
export async function nginxSite(folder: string, prefix = ""): Promise<string> {
  const port = await freePort();
  const place = prefix === "" ? `root ${folder};` : `location ${prefix}/ { alias ${folder}/; include ${folder}/_headers.nginx; }`;
  const server = `listen 127.0.0.1:${port}; ${place} ${prefix === "" ? `include ${folder}/_headers.nginx;` : ""} error_page 404 ${prefix}/404.html;`;
  await startNginx(`${TYPES} include ${folder}/_headers.nginx-http; server { ${server} }`, port);
  return `http://127.0.0.1:${port}`;
}

/** The same with Caddy. */
export async function caddySite(folder: string, prefix = ""): Promise<string> {
  const port = await freePort();
  const strip = prefix === "" ? "" : `uri strip_prefix ${prefix}\n`;
  const errors = "handle_errors {\n@lost expression {err.status_code} == 404\nrewrite @lost /404.html\nfile_server\n}";
  await startCaddy(`import ${folder}/_headers.caddy\nroot * ${folder}\n${strip}file_server\n${errors}`, port);
  return `http://127.0.0.1:${port}`;
}
