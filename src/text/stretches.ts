/** Stretches of a text. */

export interface Stretch {
  start: number;
  end: number;
}

/** In the order of the text; of those that overlap the first and longest. */
export function inOrder<T extends Stretch>(all: readonly T[]): T[] {
  let end = -1;
  return [...all]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((one) => {
      if (one.start < end) return false;
      end = one.end;
      return true;
    });
}

/** Those that overlap none of others; both are in order, without overlaps. */
export function outside<T extends Stretch>(all: readonly T[], others: readonly Stretch[]): T[] {
  let index = 0;
  return all.filter(({ start, end }) => {
    while ((others[index]?.end ?? Infinity) <= start) index += 1;
    return (others[index]?.start ?? Infinity) >= end;
  });
}

/** The last of some that begins before a place; they are in order. */
export function lastBefore<T extends Stretch>(all: readonly T[], place: number): T | undefined {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return all[low - 1];
}

/** The one of some that holds all of another stretch; they are in order, without overlaps. */
export function holderOf<T extends Stretch>(all: readonly T[], { start, end }: Stretch): T | undefined {
  const last = lastBefore(all, start + 1);
  return last && end <= last.end ? last : undefined;
}
