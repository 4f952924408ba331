/** The making of cards, in a process of its own while pages are printed. */
import type { CardDrawing } from "../model/cards.ts";
import type { CardJob } from "./jobs.ts";
import { LIMITS, type Limits, Maker } from "./worker.ts";

/** How many cards the other process is asked for at a time. */
const AT_ONCE = 50;

/** Thrown when cards cannot be drawn; the message says what to do. */
export class CardError extends Error {}

interface Waiting {
  job: CardJob;
  done: (card: Uint8Array) => void;
  failed: (error: Error) => void;
}

/** Makes cards; the process that draws them lives while some are waited for. */
export class CardMaker {
  readonly #fonts: readonly string[];
  readonly #limits: Limits;
  readonly #waiting: Waiting[] = [];
  #isAtWork = false;

  /** `fonts` are the files of the fonts, of which the first that has a letter draws it. */
  constructor(fonts: readonly string[], limits: Limits = LIMITS) {
    this.#fonts = fonts;
    this.#limits = limits;
  }

  /** The bytes of a card; `picture` is the file of the picture on it. */
  make(drawing: CardDrawing, picture: string | undefined): Promise<Uint8Array> {
    return new Promise((done, failed) => {
      this.#waiting.push({ job: { drawing, picture }, done, failed });
      if (this.#isAtWork) return;
      this.#isAtWork = true;
      setImmediate(() => this.#work());
    });
  }

  async #work(): Promise<void> {
    const maker = new Maker(this.#limits);
    for (let some = this.#waiting.splice(0, AT_ONCE); some.length > 0; some = this.#waiting.splice(0, AT_ONCE)) {
      const outcome = await maker
        .make({ kind: "cards", cards: some.map(({ job }) => job), fonts: this.#fonts }, () => {})
        .catch((error: Error) => error);
      const cards = "made" in outcome && "cards" in outcome.made ? outcome.made.cards : undefined;
      const why = "refused" in outcome ? outcome.refused : "not all came back";
      const lost = new CardError(
        `The cards for social media could not be drawn (${why}). Where \`fonts/\` of the theme has a font, it may be damaged: take it out; else build again with \`--clean\`.`,
      );
      const error = outcome instanceof Error ? outcome : lost;
      for (const [index, { done, failed }] of some.entries()) {
        const card = cards?.[index];
        if (card === undefined) failed(error);
        else done(Buffer.from(card, "base64"));
      }
    }
    maker.stop();
    this.#isAtWork = false;
  }
}
