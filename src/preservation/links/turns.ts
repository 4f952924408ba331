/** Politeness: one request at a time to a host, and a pause after each. */

interface Host {
  /** Settles when the host is free. */
  free: Promise<unknown>;
  /** No request before this moment of the monotonic clock. */
  notBefore: number;
  delay: number;
}

export class Turns {
  readonly #delay: number;
  readonly #hosts = new Map<string, Host>();

  /** `delay` is the pause in milliseconds. */
  constructor(delay: number) {
    this.#delay = delay;
  }

  /** Runs a request to a host as soon as it is its turn. */
  take<T>(host: string, request: () => Promise<T>): Promise<T> {
    const state = this.#host(host);
    const turn = state.free.then(async () => {
      await sleep(state.notBefore - performance.now());
      try {
        return await request();
      } finally {
        state.notBefore = Math.max(state.notBefore, performance.now() + state.delay);
      }
    });
    state.free = turn.catch(() => {});
    return turn;
  }

  /** Leaves a host alone for a while. */
  pause(host: string, milliseconds: number): void {
    const state = this.#host(host);
    state.notBefore = Math.max(state.notBefore, performance.now() + milliseconds);
  }

  /** Makes the pause after each request to a host longer. */
  slowDown(host: string, delay: number): void {
    const state = this.#host(host);
    state.delay = Math.max(state.delay, delay);
  }

  #host(name: string): Host {
    const known = this.#hosts.get(name);
    if (known) return known;
    const host = { free: Promise.resolve(), notBefore: 0, delay: this.#delay };
    this.#hosts.set(name, host);
    return host;
  }
}

function sleep(milliseconds: number): Promise<void> {
  return milliseconds <= 0 ? Promise.resolve() : new Promise((done) => setTimeout(done, milliseconds));
}
