/**
 * Firefox, told what to do over WebDriver BiDi (https://w3c.github.io/webdriver-bidi/), which it speaks by itself. The commands that the walks
 * need are few, and a library for them brings fifty packages.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";
import { environmentOfFonts } from "../support/fonts.ts";
import { PROGRAMS } from "../support/programs.ts";
import { clickActions, type Engine, type EngineWindow, keyActions, middleOf, type Size, ZONE } from "./engine.ts";

/** What Firefox must not do by itself: ask the network, look for updates, open pages. */
const PREFERENCES = {
  "app.update.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
  "ui.prefersReducedMotion": 1,
};

interface Answer {
  id?: number;
  type: "success" | "error" | "event";
  result?: unknown;
  message?: string;
}

/** Starts Firefox without a window on any screen, with a profile of its own. */
export async function startFirefox(): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), "archive-firefox-"));
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), `${lines.join("\n")}\n`);
  const child = spawn(PROGRAMS.firefox.command, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"], {
    env: { ...process.env, ...environmentOfFonts(), TZ: ZONE, HOME: profile },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const address = await new Promise<string>((done, fail) => {
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk;
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said)?.[1];
      if (found !== undefined) done(found);
    });
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`Firefox ended with ${code}. ${said}`)));
  });
  const connection = await connect(`${address}/session`);
  await connection.send("session.new", { capabilities: {} });
  return {
    window: (size) => openWindow(connection, size),
    async close() {
      const ended = new Promise((done) => child.once("exit", done));
      await connection.send("browser.close", {}).catch(() => {});
      await ended;
      connection.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

interface Connection {
  send<Result>(method: string, params: Record<string, unknown>): Promise<Result>;
  close(): void;
}

async function connect(address: string): Promise<Connection> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, { done: (result: unknown) => void; fail: (error: Error) => void }>();
  let last = 0;
  socket.on("message", (data: Buffer) => {
    const answer = JSON.parse(data.toString()) as Answer;
    const { done, fail } = waiting.get(answer.id ?? 0) ?? {};
    waiting.delete(answer.id ?? 0);
    if (answer.type === "error") fail?.(new Error(answer.message));
    else done?.(answer.result);
  });
  socket.on("close", () => {
    for (const { fail } of waiting.values()) fail(new Error("Firefox has ended."));
  });
  await new Promise((done, fail) => socket.once("open", done).once("error", fail));
  return {
    send: <Result>(method: string, params: Record<string, unknown>) =>
      new Promise<Result>((done, fail) => {
        const id = ++last;
        waiting.set(id, { done: (result) => done(result as Result), fail });
        socket.send(JSON.stringify({ id, method, params }));
      }),
    close: () => socket.close(),
  };
}

async function openWindow(connection: Connection, size: Size): Promise<EngineWindow> {
  const { userContext } = await connection.send<{ userContext: string }>("browser.createUserContext", {});
  const { context } = await connection.send<{ context: string }>("browsingContext.create", { type: "tab", userContext });
  const resize = async (viewport: Size): Promise<void> => {
    await connection.send("browsingContext.setViewport", { context, viewport, devicePixelRatio: 1 });
  };
  await resize(size);
  const value = async <Value>(expression: string): Promise<Value> => {
    const said = await connection.send<{ type: string; result?: { value?: string }; exceptionDetails?: { text: string } }>(
      "script.evaluate",
      {
        // Undefined is null, as in JSON.
        expression: `(async () => JSON.stringify((await (${expression})) ?? null))()`,
        target: { context },
        awaitPromise: true,
      },
    );
    if (said.result?.value === undefined) throw new Error(`${said.exceptionDetails?.text ?? said.type} in ${expression}`);
    return JSON.parse(said.result.value) as Value;
  };
  const act = (source: Record<string, unknown>) => connection.send("input.performActions", { context, actions: [source] });
  return {
    value,
    resize,
    async open(url) {
      await connection.send("browsingContext.navigate", { context, url, wait: "interactive" });
    },
    async click(selector) {
      const place = await value<{ x: number; y: number }>(middleOf(selector));
      await act({ type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions: clickActions(place) });
    },
    async press(...keys) {
      await act({ type: "key", id: "keyboard", actions: keyActions(keys) });
    },
    async close() {
      await connection.send("browser.removeUserContext", { userContext });
    },
  };
}
