/** The memory of a build. */
import { setFlagsFromString } from "node:v8";
import type { Archive } from "../model/archive.ts";

/**
 * Has V8 look for what is free sooner: it would rather let the heap of a large archive grow. Where an edit is waited for, memory counts less than
 * time. What is not known yet is large.
 */
export function limitHeap(archive?: Archive, isPreview = false): void {
  const isHuge = archive !== undefined && archive.talks.length > 50_000;
  setFlagsFromString(`--heap-growing-percent=${isHuge ? 30 : isPreview ? 60 : 45}`);
}
