/** Numbers and lists in German, for the words of pages and of scripts. */

/** `12.345` */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** `1 Vortrag`, `12 Vorträge` */
export function counted(number: number, one: string, several: string): string {
  return `${grouped(number)} ${number === 1 ? one : several}`;
}

/** `a, b und c` */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} und ${words.at(-1)}`;
}
