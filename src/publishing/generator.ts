/** The name under which this program signs what other programs read, so that it knows its own files again. */

export const GENERATOR = "xen-summit-archive";
