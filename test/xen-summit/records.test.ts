/** The real records, beyond what `archive check` asks of them. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { listRecords } from "../../src/content/files.ts";
import { PROJECT } from "../support/cli.ts";
import { accepts, fieldsOf, KINDS, whatIsWrong } from "../support/json-schemas.ts";

const CONTENT = join(PROJECT, "content");

test.each(KINDS)("every %s is accepted by its JSON Schema", (kind) => {
  const found = listRecords(CONTENT).files.filter((one) => one.kind === kind);
  // Nothing of the archive was removed so far, and it says nothing in words of its own.
  expect(found.length).toBeGreaterThanOrEqual(["addresses", "words"].includes(kind) ? 0 : 1);
  for (const { file } of found) expect(accepts(kind, fieldsOf(kind, file)), `${file}: ${whatIsWrong(kind)}`).toBe(true);
});
