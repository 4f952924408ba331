/** The real site keeps every address and media file that its checked-in ledger promises. */
import { expect, test } from "vitest";
import { archive } from "../support/cli.ts";
import { LONG } from "../support/long.ts";
import { prefixedSite, rootSite } from "../support/real-sites.ts";

const SITES = [
  ["at the root", rootSite],
  ["under a prefix", prefixedSite],
] as const;

test.each(LONG ? SITES : SITES.slice(0, 1))("the real content, %s", async (_, site) => {
  expect(await archive(["verify", await site()])).toMatchObject({ code: 0, stdout: "No problems.\n" });
});
