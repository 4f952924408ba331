/** Numbers in Spanish. */

/** `1234`, `12 345`: groups from five digits on, with no-break spaces. */
export function thousands(number: number): string {
  return number < 10_000 ? String(number) : String(number).replace(/\B(?=(\d{3})+$)/g, "\u00a0");
}

/** `0 charlas`, `1 charla`, `12 charlas`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${thousands(number)} ${number === 1 ? noun : plural}`;
}
