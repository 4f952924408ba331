/** The address of the page, as it follows what a reader does. */

/** Notes an address, or a state of the one that is there, but where the browser refuses: Firefox and Safari take some hundred in half a minute, as a key that is held down wants. */
export function noteAddress(how: "pushState" | "replaceState", address: string | undefined, state: unknown = null): void {
  try {
    history[how](state, "", address);
  } catch {}
}
