/** Where the files of the search index come from: the one place that knows, so that a copy of the site on a disk can bring them otherwise. */

/** Gets a file of the index by its path. Throws where it cannot. */
export type LoadPart = (path: string) => Promise<Uint8Array<ArrayBuffer>>;

/**
 * Gets them from a folder of the site. What has no digest in its name may have changed, and is asked for anew. A connection that breaks off,
 * as between two networks of a phone, is tried once more.
 */
export function fetchParts(folder: string): LoadPart {
  return async (path) => {
    const ask = () => fetch(folder + path, path.endsWith(".json") ? { cache: "no-cache" } : {});
    const response = await ask().catch(ask);
    if (!response.ok) throw new Error(path);
    return new Uint8Array(await response.arrayBuffer());
  };
}

/** Gets what a key names, once; what failed is asked for again next time. */
export function once<Value>(get: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>();
  return (key) => {
    const value = known.get(key) ?? get(key);
    known.set(key, value);
    value.catch(() => known.delete(key));
    return value;
  };
}
