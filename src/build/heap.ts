/** The memory of a build. */
import { setFlagsFromString } from "node:v8";

/** Has V8 look for what is free sooner: it would rather let the heap of an archive of so many talks grow. */
export function limitHeap(talks: number): void {
  setFlagsFromString(`--heap-growing-percent=${talks > 50_000 ? 30 : 60}`);
}
