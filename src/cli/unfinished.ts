/** A command that ends before its end: by a promise that never settles, or by an extension that ends the process. */

let isRunning = false;

/** With which codes a process ends that was told to: by Ctrl+C, or by what starts it anew after a change, as `npm start` does. */
const TOLD_TO_END: readonly number[] = [130, 143];

function tell(code: number): void {
  if (!isRunning || TOLD_TO_END.includes(code)) return;
  isRunning = false;
  process.exitCode = 1;
  process.stderr.write(
    "The command stopped before its end: by a fault of the program, or by `process.exit` in an extension. Nothing after this point was done.\n",
  );
}
process.on("beforeExit", tell);
process.on("exit", tell);

/** Whether a command is at work. */
export function isAtWork(): boolean {
  return isRunning;
}

/** From here on an end of the process is told, until the command is settled. */
export function begin(): void {
  isRunning = true;
}

/** The command came to its end, or has told why not. */
export function settle(): void {
  isRunning = false;
}
