/** Signals that come while files take their places. */
import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PROJECT } from "../support/cli.ts";
import { folderOf } from "../support/content.ts";

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "a process that gets %s while it changes files changes all of them, and ends by it",
  async (signal) => {
    const folder = folderOf({ a: "before", b: "before" });
    const program = `
    import { replaceFiles } from "./src/content/all-or-none.ts";
    const [folder, signal] = process.argv.slice(1);
    replaceFiles([[folder + "/a", "after"], [folder + "/b", "after"]], ({ remove }) => {
      process.kill(process.pid, signal);
      remove(folder + "/b");
    });
    // What goes on at once leaves no time to hear of it.
    for (const start = Date.now(); Date.now() < start + 100; );
    setTimeout(() => process.exit(0), 10000);
  `;
    const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program, folder, signal], { cwd: PROJECT });
    const ended = await new Promise((done) => child.on("exit", (code, by) => done(by ?? code)));
    expect(ended).toBe(signal);
    expect(readdirSync(folder)).toEqual(["a"]);
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("after");
  },
);

test("without a signal nothing of it is left behind", async () => {
  const { undisturbed } = await import("../../src/content/undisturbed.ts");
  const before = process.listenerCount("SIGTERM");
  expect(undisturbed(() => process.listenerCount("SIGTERM"))).toBe(before + 1);
  await expect.poll(() => process.listenerCount("SIGTERM")).toBe(before);
});
