/** Processor time, which a busy machine does not lengthen as it does the time on the clock. */

/** The seconds of processor time that this process spent on `run`, in it and in the kernel. */
export function cpuSeconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  return sinceSeconds(before);
}

/** The same for what has to be waited for; nothing else may run in this process meanwhile. */
export async function cpuSecondsOf(run: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  return sinceSeconds(before);
}

function sinceSeconds(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
