/** The process that makes media: nothing that a file of a stranger does to its packages can harm the build that waits for it. */
import { closeSync, openSync } from "node:fs";
import { type Answer, type CardJob, type Job, systemFault } from "../jobs.ts";

let isAtWork = false;
const answer = (said: Answer) => {
  if (!isAtWork) return;
  if (!("at" in said)) isAtWork = false;
  process.send?.(said);
};
// A package left a promise alone that a damaged file broke. What it still does to that file is not known: the next one gets another process.
process.on("unhandledRejection", () => answer({ refused: "broken", isLast: true }));
/** A poster or a portrait. */
const PICTURE = (["image/avif", "image/webp", "image/jpeg"] as const).map((type) => ({ type, widths: [160, 320, 640, 1280] }));

process.on("message", (job: Job) => {
  isAtWork = true;
  make(job).catch((error: unknown) => {
    const fault = systemFault(error);
    if (fault) return answer({ fault: "folder" in job ? { path: job.folder, ...fault } : fault });
    // A fault of this program, such as a package that is missing, is none of the file: it ends the process, which says why.
    return setImmediate(() => {
      throw error;
    });
  });
});

async function make(job: Job): Promise<void> {
  if (job.kind === "cards") {
    const cards = await drawCards(job.cards, job.fonts).catch(() => undefined);
    answer(cards ? { made: { cards } } : { refused: "broken" });
  } else if (job.kind === "deck") {
    const { makeDeck } = await import("./pdf.ts");
    const deck = await makeDeck(job.file, job.folder, (at, of) => answer({ at, of }));
    answer(typeof deck === "string" ? { refused: deck } : { made: { deck } });
  } else {
    const { TooManyPixels, writePicture } = await import("./pictures.ts");
    const { tellsOf } = await import("./tells.ts");
    // Where the system does not let the file be read, it is the system that says so, and not the package of pictures.
    closeSync(openSync(job.file, "r"));
    const picture = await writePicture(job.file, job.folder, "p", PICTURE).catch((error: unknown) => {
      if (systemFault(error)) throw error;
      return error instanceof TooManyPixels ? "too large" : "broken";
    });
    answer(typeof picture === "string" ? { refused: picture } : { made: { picture, tells: await tellsOf(job.file) } });
  }
}

async function drawCards(jobs: readonly CardJob[], fonts: readonly string[]): Promise<string[]> {
  const { drawCard } = await import("./card.ts");
  const cards: string[] = [];
  for (const { drawing, picture } of jobs) {
    cards.push((await drawCard(drawing, picture, fonts)).toString("base64"));
    answer({ at: cards.length, of: jobs.length });
  }
  return cards;
}

process.on("disconnect", () => process.exit());
