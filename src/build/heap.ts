/** The memory of a build. */
import { setFlagsFromString } from "node:v8";
import type { Archive } from "../model/archive.ts";

/** Has V8 look for what is free sooner: it would rather let the heap of a large archive grow. */
export function limitHeap(archive: Archive): void {
  setFlagsFromString(`--heap-growing-percent=${archive.talks.length > 50_000 ? 30 : 60}`);
}
