/** Numbers in French. */

/** `12 345`, with narrow no-break spaces. */
export function thousands(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

/** `0 présentation`, `1 présentation`, `12 présentations`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${thousands(number)} ${number < 2 ? noun : plural}`;
}
