/** The name under which this program signs what other programs read, so that it knows its own files again. */

export const GENERATOR = "conference-archive";

/** Every name under which it ever signed. */
const OWN_NAMES: readonly unknown[] = [GENERATOR, "xen-summit-archive"];

/** Whether a file that gives this as its generator was written by this program, in any version. */
export function isOwnGenerator(name: unknown): boolean {
  return OWN_NAMES.includes(name);
}
