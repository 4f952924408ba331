/** The memory of a build. */
import { setFlagsFromString } from "node:v8";
import type { Archive } from "../model/archive.ts";

/** Has V8 look for what is free sooner: it would rather let the heap of a large archive grow. What is not known yet is large. */
export function limitHeap(archive?: Archive): void {
  const isHuge = archive !== undefined && archive.talks.length > 50_000;
  setFlagsFromString(`--heap-growing-percent=${isHuge ? 30 : 60}`);
}
