/** Work that Ctrl+C, the end of a terminal or of a machine does not break off in the middle: the process ends after it. */

const ENDS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Does something at once; a signal that tells the process to end comes into effect after it. */
export function undisturbed<Result>(action: () => Result): Result {
  const release = () => {
    for (const signal of ENDS) process.off(signal, end);
  };
  const end = (signal: NodeJS.Signals) => {
    release();
    // As if it came now, unless somebody else has taken it meanwhile.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
  };
  for (const signal of ENDS) process.on(signal, end);
  try {
    return action();
  } finally {
    // A signal of meanwhile is told when the loop looks for news the next time, or the time after, however late that is.
    setImmediate(() => setImmediate(release));
  }
}
