/** Runs before each test file. */
import { registerCleanup } from "./cleanup.ts";

registerCleanup();
