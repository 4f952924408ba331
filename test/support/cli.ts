/** Runs the command line as a user would, in a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { join, resolve } from "node:path";

export const PROJECT = resolve(import.meta.dirname, "../..");

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** Of a system that gives a program less than usual. */
export interface Restrictions {
  /** What `ulimit` of the shell is told, such as `-n 64` for as many open files. */
  ulimit?: string;
  /** Whether permissions of files count, as they do for everybody but root; then a test of root runs as another user. */
  unprivileged?: boolean;
}

/** The user and group `nobody`, for tests that root runs. */
const NOBODY = 65_534;

/** Does something as a user for whom permissions of files count, in this process. */
export function unprivileged<Result>(action: () => Result): Result {
  if (process.getuid?.() !== 0) return action();
  process.seteuid?.(NOBODY);
  try {
    return action();
  } finally {
    process.seteuid?.(0);
  }
}

/**
 * Runs `npm run archive -- …` with the given environment added; a build knows nothing of earlier ones unless it is given a cache. A command
 * runs in a process that has run others before, unless something is asked for that only a new process can have.
 */
export async function archive(
  args: readonly string[],
  environment: Record<string, string> = {},
  restrictions: Restrictions = {},
): Promise<Run> {
  const output = args[args.indexOf("--output") + 1];
  const cache = args[0] === "build" && args.includes("--output") && !args.includes("--cache") ? ["--cache", `${output}.cache`] : [];
  const words = [...args, ...cache];
  const env = { ...process.env, NO_COLOR: "1", ...environment };
  const needsOwn = Object.keys(restrictions).length > 0 || Object.keys(environment).some((name) => READ_AT_START.test(name));
  return needsOwn ? inItsOwnProcess(words, env, restrictions) : inASharedProcess(words, env);
}

/** The same for several commands, one after another. */
export async function archives(commands: readonly (readonly string[])[]): Promise<Run[]> {
  const runs: Run[] = [];
  for (const args of commands) runs.push(await archive(args));
  return runs;
}

/** What a process reads of its environment only when it starts. */
const READ_AT_START = /^(TZ|LANG|LANGUAGE|LC_.*|NODE_.*)$/;

function inItsOwnProcess(args: readonly string[], env: NodeJS.ProcessEnv, { ulimit, unprivileged = false }: Restrictions): Promise<Run> {
  return new Promise((done, fail) => {
    const program = [process.execPath, "src/cli/start.js", ...args];
    const [command = "", ...words] = ulimit === undefined ? program : ["sh", "-c", `ulimit ${ulimit} && exec "$@"`, "sh", ...program];
    const asNobody = unprivileged && process.getuid?.() === 0 && { uid: NOBODY, gid: NOBODY };
    const child = spawn(command, words, { cwd: PROJECT, ...asNobody, env });
    const said = listen(child);
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? -1, ...said }));
  });
}

/**
 * Runs a command while a lock is held that it has to wait for. Once it tells so, `meanwhile` is done, which lets go of the lock; a command
 * that ends without a wait is a failure.
 */
export function whileWaiting(args: readonly string[], meanwhile: () => void): Promise<Run> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ["src/cli/start.js", ...args], { cwd: PROJECT, env: { ...process.env, NO_COLOR: "1" } });
    const said = listen(child);
    let waited = false;
    child.stderr.on("data", () => {
      if (waited || !said.stderr.includes("waiting for it")) return;
      waited = true;
      meanwhile();
    });
    child.on("error", fail);
    child.on("close", (code) => (waited ? done({ code: code ?? -1, ...said }) : fail(new Error(`It did not wait: ${said.stderr}`))));
  });
}

/** Collects what a program says. */
function listen({ stdout, stderr }: ChildProcess): { stdout: string; stderr: string } {
  const said = { stdout: "", stderr: "" };
  stdout?.on("data", (chunk) => (said.stdout += chunk));
  stderr?.on("data", (chunk) => (said.stderr += chunk));
  return said;
}

/** Processes that wait for a command; two commands at once take two of them. */
const idle: Server[] = [];
/** What earlier commands left in memory is let go now and then; a new process costs as much as many commands. */
const MOST_RUNS = 500;

async function inASharedProcess(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Run> {
  const server = idle.pop() ?? new Server();
  const run = await server.run(args, env);
  if (server.isAlive && server.runs < MOST_RUNS) idle.push(server);
  else server.stop();
  return run;
}

class Server {
  readonly #child: ChildProcess;
  readonly #said: { stdout: string; stderr: string };
  readonly #ready: Promise<unknown>;
  isAlive = true;
  runs = 0;

  constructor() {
    this.#child = spawn(process.execPath, [join(import.meta.dirname, "command-server.js")], {
      cwd: PROJECT,
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    this.#said = listen(this.#child);
    this.#child.once("exit", () => (this.isAlive = false));
    this.#ready = Promise.race([once(this.#child, "message"), once(this.#child, "close")]);
  }

  async run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Run> {
    this.#keepsUsAlive(true);
    await this.#ready;
    this.runs++;
    return new Promise((done) => {
      const end = (run: Run) => {
        this.#child.removeAllListeners("message").removeAllListeners("close");
        this.#keepsUsAlive(false);
        done(run);
      };
      this.#child.once("message", (run: Run) => end(run));
      this.#child.once("close", (code) => end({ code: code ?? -1, ...this.#said }));
      this.#child.send({ args, environment });
    });
  }

  stop(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  /** An idle one does not keep the process of the tests from its end, with which it ends too. */
  #keepsUsAlive(does: boolean): void {
    const how = does ? "ref" : "unref";
    this.#child[how]();
    this.#child.channel?.[how]();
    for (const stream of [this.#child.stdout, this.#child.stderr] as unknown as (Socket | null)[]) stream?.[how]();
  }
}
