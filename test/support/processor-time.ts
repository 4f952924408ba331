/** How long something takes this process, which other programs on a busy machine do not change. */

/** Milliseconds of processor time since an arbitrary moment, of all threads of this process. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
