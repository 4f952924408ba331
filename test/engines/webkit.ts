/** WebKit (the engine of Safari) as WebKitGTK has it, told what to do over WebDriver (https://www.w3.org/TR/webdriver2/) on a screen in memory. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { environmentOfFonts } from "../support/fonts.ts";
import { PROGRAMS } from "../support/programs.ts";
import { type OtherHosts, startOtherHosts } from "./other-hosts.ts";
import { clickActions, type Engine, type EngineWindow, keyActions, middleOf, type Size, ZONE } from "./engine.ts";

/** The browser that comes with the engine; its folder is named after the machine and the version. */
function miniBrowser(): string {
  for (const lib of ["/usr/lib", "/usr/libexec"])
    for (const folder of existsSync(lib) ? ["", ...readdirSync(lib)] : [])
      for (const version of ["webkit2gtk-4.1", "webkit2gtk-4.0", "webkitgtk-6.0"]) {
        const file = join(lib, folder, version, "MiniBrowser");
        if (existsSync(file)) return file;
      }
  throw new Error("WebKitGTK is there without its MiniBrowser.");
}

/** Starts a screen and the driver, which starts a browser for each window. */
export async function startWebKit(): Promise<Engine> {
  const port = await freePort();
  // A browser that finds no screen ends, and the driver waits for it without end. Without `-noreset` the screen starts anew when its last
  // window closes; and the lowest free number may be that of a screen which another process ends at this moment.
  const number = `:${1000 + (process.pid % 50_000)}`;
  const screen = spawn(PROGRAMS.xvfb.command, [number, "-displayfd", "3", "-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-noreset"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const display = await new Promise<string>((done, fail) => {
    screen.stdio[3]?.once("data", (chunk: Buffer) => done(`:${chunk.toString().trim()}`));
    screen.once("error", fail);
    screen.once("exit", (code) => fail(new Error(`Xvfb ended with ${code}.`)));
  });
  const driver = spawn(PROGRAMS.webkit.command, [`--port=${port}`, "--host=127.0.0.1"], {
    // The sandbox of the engine needs rights that containers lack; it opens pages of the tests alone.
    env: {
      ...process.env,
      ...environmentOfFonts(),
      TZ: ZONE,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
    },
    stdio: "ignore",
  });
  const address = `http://127.0.0.1:${port}`;
  await untilReady(address, driver);
  const hosts = await startOtherHosts();
  return {
    window: (size) => openWindow(address, size, hosts),
    async close() {
      hosts.close();
      for (const child of [driver, screen]) {
        const ended = new Promise((done) => child.once("exit", done));
        child.kill();
        await ended;
      }
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}

async function untilReady(address: string, driver: ChildProcess): Promise<void> {
  let ended: Error | undefined;
  driver.once("error", (error) => {
    ended = error;
  });
  driver.once("exit", (code) => {
    ended = new Error(`WebKitWebDriver ended with ${code}.`);
  });
  while (!(await fetch(`${address}/status`).catch(() => undefined))?.ok) {
    if (ended) throw ended;
    await new Promise((done) => setTimeout(done, 50));
  }
}

async function send<Value>(method: "POST" | "DELETE", address: string, body: Record<string, unknown> = {}): Promise<Value> {
  const response = await fetch(address, { method, ...(method === "POST" && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
  return value;
}

async function openWindow(address: string, size: Size, { port }: OtherHosts): Promise<EngineWindow> {
  // By its own options: a proxy among the capabilities, with hosts that go past it, makes the browser crash at every tenth start or so, and
  // the driver waits without end for a browser that has ended.
  const proxy = [`--proxy=http://127.0.0.1:${port}`, "--ignore-host=127.0.0.1", "--ignore-host=localhost"];
  const options = { binary: miniBrowser(), args: ["--automation", ...proxy] };
  const capabilities = {
    alwaysMatch: { "webkitgtk:browserOptions": options, timeouts: { script: 120_000 }, acceptInsecureCerts: true },
  };
  const { sessionId } = await send<{ sessionId: string }>("POST", `${address}/session`, { capabilities });
  const session = `${address}/session/${sessionId}`;
  const value = async <Value>(expression: string): Promise<Value> => {
    const script = `const done = arguments[0];
      (async () => (await (${expression})) ?? null)().then((value) => done(JSON.stringify({ value })), (error) => done(JSON.stringify({ error: String(error) })));`;
    const said = JSON.parse(await send<string>("POST", `${session}/execute/async`, { script, args: [] })) as {
      value: Value;
      error?: string;
    };
    if (said.error !== undefined) throw new Error(`${said.error} in ${expression}`);
    return said.value;
  };
  const act = (source: Record<string, unknown>) => send("POST", `${session}/actions`, { actions: [source] });
  const resize = (wanted: Size) => resizePage(session, value, wanted);
  await resize(size);
  return {
    value,
    resize,
    async open(url) {
      await send("POST", `${session}/url`, { url });
    },
    async click(selector) {
      const place = await value<{ x: number; y: number }>(middleOf(selector));
      await act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: clickActions(place) });
    },
    async press(...keys) {
      await act({ type: "key", id: "keyboard", actions: keyActions(keys) });
    },
    async close() {
      await send("DELETE", session);
    },
  };
}

/** Makes the page this large: the window has bars of its own. */
async function resizePage(session: string, value: EngineWindow["value"], { width, height }: Size): Promise<void> {
  const rect = (wide: number, high: number) => send("POST", `${session}/window/rect`, { x: 0, y: 0, width: wide, height: high });
  await rect(width, height);
  let [inner, outer] = [width, height];
  // The page hears of its size a little later; bars are no higher than this.
  for (let left = 100; left > 0; left--) {
    [inner = width, outer = height] = await value<number[]>("[innerWidth, innerHeight]");
    if (Math.abs(width - inner) < 250 && Math.abs(height - outer) < 250) break;
    await new Promise((done) => setTimeout(done, 20));
  }
  await rect(width + (width - inner), height + (height - outer));
}
