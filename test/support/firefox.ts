/**
 * Firefox for tests, told what to do by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/). By hand, since the drivers of npm bring
 * fifty packages or fetch a program; what is used of the protocol are seven commands.
 */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import WebSocket from "ws";
import { PACKAGES } from "./fonts.ts";
import { PROGRAMS } from "./programs.ts";

export interface Firefox {
  goto(address: string): Promise<void>;
  /** What a function returns that runs in the page, with this argument. */
  run<Result, Argument = undefined>(code: (argument: Argument) => Result | Promise<Result>, argument?: Argument): Promise<Result>;
  /** Presses a key, named by its code point (https://www.w3.org/TR/webdriver2/#keyboard-actions). */
  press(key: string): Promise<void>;
  /** How many sheets of A4 the page takes. */
  sheets(): Promise<number>;
  /** Errors of scripts, and of the console, as they come. */
  errors: string[];
  /** Addresses that were asked for. */
  asked: string[];
  close(): Promise<void>;
}

/** The usual settings of a reader: without them, Firefox under control lets files of a disk read each other. */
const SETTINGS = {
  "remote.prefs.recommended": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "app.update.auto": false,
  "media.autoplay.default": 0,
  // Its sandbox keeps fonts in other folders than those of the system from its pages, which are then all boxes.
  "security.sandbox.content.read_path_whitelist": `${PACKAGES}/`,
};

interface Answer {
  id?: number;
  type: "success" | "error" | "event";
  result?: unknown;
  message?: string;
  method?: string;
  params?: EventParameters;
}

interface EventParameters {
  text?: string;
  level?: string;
  request?: { url: string };
}

/** A Firefox that takes commands. */
export interface FirefoxSession {
  send<Result>(method: string, params: object): Promise<Result>;
  /** Ends it, and forgets its profile. */
  close(): Promise<void>;
}

export interface FirefoxOptions {
  preferences?: Readonly<Record<string, boolean | number | string>>;
  environment?: Readonly<Record<string, string>>;
  /** What the session is asked for (https://www.w3.org/TR/webdriver2/#capabilities). */
  capabilities?: Readonly<Record<string, unknown>>;
  onEvent?: (method: string, params: EventParameters) => void;
}

/** Starts Firefox without a window on any screen, with a profile of its own, and begins a session. */
export async function startFirefoxSession({
  preferences = {},
  environment = {},
  capabilities = {},
  onEvent = () => {},
}: FirefoxOptions = {}): Promise<FirefoxSession> {
  const profile = mkdtempSync(join(tmpdir(), "archive-firefox-"));
  const lines = Object.entries({ ...SETTINGS, ...preferences }).map(
    (one) => `user_pref(${one.map((part) => JSON.stringify(part)).join(", ")});\n`,
  );
  writeFileSync(join(profile, "user.js"), lines.join(""));
  const child = spawn(PROGRAMS.firefox.command, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], {
    env: { ...process.env, ...environment, HOME: profile },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const address = await new Promise<string>((done, fail) => {
    let told = "";
    child.stderr.on("data", (text) => {
      told += text;
      const found = /WebDriver BiDi listening on (ws:\S+)/.exec(told)?.[1];
      if (found) done(found);
    });
    child.once("close", () => fail(new Error(`Firefox does not start.\n${told}`)));
  });
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map<number, (answer: Answer) => void>();
  await new Promise<void>((done, fail) => {
    socket.on("open", done);
    socket.on("error", fail);
  });
  socket.on("message", (data) => {
    const answer = JSON.parse(data.toString()) as Answer;
    const { id, method, params } = answer;
    if (id !== undefined) waiting.get(id)?.(answer);
    if (method !== undefined && params) onEvent(method, params);
  });
  // Whoever waits for an answer hears that none will come.
  socket.on("close", () => {
    for (const answer of waiting.values()) answer({ type: "error", message: "Firefox has ended." });
  });
  let last = 0;
  const send = async <Result>(method: string, params: object): Promise<Result> => {
    const id = ++last;
    const answer = await new Promise<Answer>((done) => {
      waiting.set(id, done);
      socket.send(JSON.stringify({ id, method, params }));
    });
    waiting.delete(id);
    if (answer.type === "error") throw new Error(`${method}: ${answer.message}`);
    return answer.result as Result;
  };
  await send("session.new", { capabilities: { alwaysMatch: capabilities } });
  return {
    send,
    async close() {
      socket.close();
      child.kill();
      await ended;
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Starts Firefox, and says what its one page complains of and asks for. */
export async function launchFirefox(): Promise<Firefox> {
  const [errors, asked]: [string[], string[]] = [[], []];
  const { send, close } = await startFirefoxSession({
    onEvent(method, params) {
      if (method === "log.entryAdded" && params.level === "error") errors.push(params.text ?? "");
      if (method === "network.beforeRequestSent" && params.request) asked.push(params.request.url);
    },
  });
  await send("session.subscribe", { events: ["log.entryAdded", "network.beforeRequestSent"] });
  const { contexts } = await send<{ contexts: { context: string }[] }>("browsingContext.getTree", {});
  const context = contexts[0]?.context;

  return {
    async goto(url) {
      await send("browsingContext.navigate", { context, url, wait: "complete" });
    },
    async run<Result, Argument>(code: (argument: Argument) => Result | Promise<Result>, argument?: Argument) {
      const expression = `(async () => JSON.stringify(await (${code})(${JSON.stringify(argument)})))()`;
      const { result, exceptionDetails } = await send<{ result?: { value?: string }; exceptionDetails?: { text: string } }>(
        "script.evaluate",
        {
          expression,
          target: { context },
          awaitPromise: true,
        },
      );
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return JSON.parse(result?.value ?? "null") as Result;
    },
    async press(value) {
      const actions = [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ];
      await send("input.performActions", { context, actions: [{ type: "key", id: "keyboard", actions }] });
    },
    async sheets() {
      const { data } = await send<{ data: string }>("browsingContext.print", { context, page: { width: 21, height: 29.7 } });
      const { numPages } = await getDocument({ data: new Uint8Array(Buffer.from(data, "base64")), verbosity: 0 }).promise;
      return numPages;
    },
    errors,
    asked,
    close,
  };
}
