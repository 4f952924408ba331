/** The process that makes the search index beside the preview of a large archive (`index-maker.ts`), as a build sees it. */
import type { ChildProcess } from "node:child_process";
import type { MadeFile } from "./step.ts";
import type { IndexElsewhere } from "./steps/search.ts";
import type { IndexAnswer, IndexingOrder, IndexOrder, RecordsToLoad } from "./worker-messages.ts";

/** What the process has answered to what it was told last. */
interface Round {
  known?: { archive: string; words: string };
  files?: MadeFile[];
  isAsked?: boolean;
  isSaved?: boolean;
  /** Whether it ended, had another archive, or is not waited for any more: whoever asks makes the index. */
  hasFailed: boolean;
}

/** One process, for one builder. It keeps this one alive only while that waits for it, and ends with it. */
export class IndexProcess implements IndexElsewhere {
  readonly #child: ChildProcess;
  #number = 0;
  #round: Round = { hasFailed: true };
  /** Whether the process is to look at all files, since nobody knows what it has read of them. */
  #isLost = false;
  #waiting: (() => void)[] = [];

  /** `start` starts a process that calls `followOrders` of `worker.ts`. */
  constructor(start: () => ChildProcess, records: RecordsToLoad) {
    this.#child = start();
    this.#child.on("message", (said: IndexAnswer) => {
      if (said.round === this.#number) this.#hear(said);
    });
    for (const event of ["error", "disconnect"]) this.#child.on(event, () => this.#fail(this.#round));
    this.#child.unref();
    this.#child.channel?.unref();
    this.#send({ indexer: records });
  }

  /** Has it begin with what an edit made of the archive. When `stop` says so, nobody waits for it any more. */
  begin({ changed, media, stop }: Omit<IndexOrder, "round"> & { stop: AbortSignal | undefined }): void {
    const round: Round = { hasFailed: !this.#child.connected };
    this.#round = round;
    this.#send({ index: { round: ++this.#number, changed: this.#isLost ? undefined : changed, media } });
    this.#isLost = false;
    stop?.addEventListener("abort", () => this.#fail(round));
  }

  words(archive: string): string | undefined {
    const { known, hasFailed } = this.#round;
    if (hasFailed) return undefined;
    if (!known) return "";
    return known.archive === archive ? known.words : undefined;
  }

  async files(archive: string): Promise<MadeFile[] | undefined> {
    const round = this.#round;
    const isOther = () => round.known !== undefined && round.known.archive !== archive;
    if (!isOther()) this.#send({ files: this.#number });
    round.isAsked = true;
    await this.#until(() => round.hasFailed || round.files !== undefined || isOther());
    if (isOther()) {
      this.#isLost = true;
      round.hasFailed = true;
    }
    const { files, hasFailed } = round;
    delete round.files;
    return hasFailed ? undefined : files;
  }

  /** Waits until the cache has all that was asked for. */
  async saved(): Promise<void> {
    const round = this.#round;
    await this.#until(() => round.hasFailed || round.isSaved === true || !round.isAsked);
  }

  #hear(said: IndexAnswer): void {
    const round = this.#round;
    if ("files" in said) round.files = said.files;
    else if ("archive" in said) round.known = said;
    else if ("saved" in said) round.isSaved = true;
    else round.hasFailed = true;
    this.#tell();
  }

  #fail(round: Round): void {
    round.hasFailed = true;
    this.#tell();
  }

  async #until(isSo: () => boolean): Promise<void> {
    const { channel } = this.#child;
    channel?.ref();
    while (!isSo()) await new Promise<void>((wake) => this.#waiting.push(wake));
    channel?.unref();
  }

  #tell(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #send(order: IndexingOrder): void {
    // Where it cannot be sent the process has ended, which is told otherwise.
    if (this.#child.connected) this.#child.send(order, () => {});
  }
}
