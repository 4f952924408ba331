/** The names of this program's commands, as the user who reads them can type them. */

let program = "npx conference-archive";

/** Says how the program was started, such as `npm run archive --`; once, before anything is told. */
export function setProgram(start: string): void {
  program = start;
}

/**
 * A command as the user types it.
 *
 * @example commandName("check") // "npx conference-archive check"
 */
export function commandName(name: string): string {
  return `${program} ${name}`;
}
