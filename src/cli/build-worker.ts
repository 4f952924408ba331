/** `build-worker`: a process that a build starts to have pages made; no command for people. */
import { type ChildProcess, fork } from "node:child_process";
import type { Command } from "./command.ts";

export function define(command: Command): void {
  command.action(async () => {
    const { followOrders } = await import("../build/worker.ts");
    followOrders();
  });
}

/** Starts one, by the same program that runs now. */
export function startWorker(): ChildProcess {
  const [, program = ""] = process.argv;
  return fork(program, ["build-worker"], { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });
}
