/** Adds all of one list to another. `push(...more)` gives each entry to a function as an argument, of which there may be some 100,000. */
export function append<Entry>(list: Entry[], more: Iterable<Entry>): void {
  for (const one of more) list.push(one);
}
