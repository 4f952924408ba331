/**
 * What test files leave behind is cleared away after each of them. Test files of one process share the modules of this folder, so
 * that an `afterAll` in a shared module would run after the first file alone.
 */
import { afterAll } from "vitest";

const waiting: (() => void)[] = [];

/** Runs something after the test file that runs now. */
export function afterThisFile(clean: () => void): void {
  waiting.push(clean);
}

/** Called by `setup.ts`, which runs before every test file. */
export function registerCleanup(): void {
  afterAll(() => {
    for (const clean of waiting.splice(0).reverse()) clean();
  });
}
