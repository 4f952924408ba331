/**
 * Runs the tests as somebody does who archives other conferences: in a copy of the project without `test/xen-summit/`, whose `content/`
 * holds a site record, one event and one talk, and which has promised no address yet. A step of `npm run test:all`.
 */
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PROJECT } from "./cli.ts";
import { LITTLE } from "./little.ts";

const project = mkdtempSync(join(tmpdir(), "archive-adopter-"));
// Some tests run the program as another user.
chmodSync(project, 0o755);
try {
  const left = new Set([".git", "_site", "node_modules", "content", ".ledger", ".cache"]);
  for (const name of readdirSync(PROJECT)) if (!left.has(name)) cpSync(join(PROJECT, name), join(project, name), { recursive: true });
  rmSync(join(project, "test/xen-summit"), { recursive: true });
  mkdirSync(join(project, "node_modules"));
  for (const name of readdirSync(join(PROJECT, "node_modules")))
    if (name !== ".cache") symlinkSync(join(PROJECT, "node_modules", name), join(project, "node_modules", name));
  for (const [path, text] of Object.entries(LITTLE)) {
    mkdirSync(dirname(join(project, "content", path)), { recursive: true });
    writeFileSync(join(project, "content", path), text);
  }
  const command = [join(PROJECT, "node_modules/vitest/vitest.mjs"), "run", "--config", "test/vitest.config.ts", ...process.argv.slice(2)];
  process.exitCode = spawnSync(process.execPath, command, { cwd: project, stdio: "inherit" }).status ?? 1;
} finally {
  rmSync(project, { recursive: true, force: true });
}
