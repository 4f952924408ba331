/** The real site keeps every address and media file that its checked-in ledger promises. */
import { expect, inject, test } from "vitest";
import { archive } from "../support/cli.ts";

test.each(["rootSite", "prefixedSite"] as const)("the real content, %s", async (site) => {
  expect(await archive(["verify", inject(site)])).toMatchObject({ code: 0, stdout: "No problems.\n" });
});
