/** What was a file when it was listed, and is something else when it is read. */
import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readListed } from "../../src/content/read-safely.ts";
import { temporaryFolder } from "../support/content.ts";

test("a file as it was listed is read whole", () => {
  const file = join(temporaryFolder(), "a.webm");
  writeFileSync(file, "bytes");
  expect([readListed(file, 5), readListed(file)].map(String)).toEqual(["bytes", "bytes"]);
});

test.skipIf(process.platform === "win32").each<[string, (file: string) => void]>([
  ["has grown beyond what anybody could hold, as one that is being copied", (file) => truncateSync(file, 3_000_000_000)],
  ["has become shorter", (file) => truncateSync(file, 3)],
  [
    "is a pipe, which nobody writes to",
    (file) => {
      rmSync(file);
      execFileSync("mkfifo", [file]);
    },
  ],
  [
    "is a link, which leads elsewhere",
    (file) => {
      rmSync(file);
      symlinkSync("/etc/passwd", file);
    },
  ],
])("nothing is read of what %s", (_, change) => {
  const file = join(temporaryFolder(), "a.webm");
  writeFileSync(file, "bytes");
  change(file);
  expect(readListed(file, 5)).toBeUndefined();
});
