import { test } from "vitest";
import { LONG } from "./long.ts";

/** Declares a test that `npm run test:all` runs; elsewhere it is not there at all, so that no run tells of it as skipped. */
export function longTest(name: string, run: () => Promise<void> | void): void {
  if (LONG) test(name, run);
}
