/** Runs before each test file. */
import "../../src/cli/optimize-later.ts";
import { registerCleanup } from "./cleanup.ts";

registerCleanup();
