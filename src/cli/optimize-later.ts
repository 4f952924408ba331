/**
 * Has V8 wait longer before it optimizes a function: most of what a command runs, above all templates, is large and soon done, and compiling
 * it took a quarter of the processor time of a build. From Node 22 on V8 has a second, quicker compiler and waits by itself.
 */
import { setFlagsFromString } from "node:v8";

/** Bytes of bytecode that a function runs before it is optimized; V8's own number is 67,584. */
const BUDGET = 1_000_000;

if (Number.parseInt(process.versions.v8, 10) < 12) setFlagsFromString(`--interrupt-budget=${BUDGET}`);
