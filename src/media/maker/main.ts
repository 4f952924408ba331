/** The process that makes media: nothing that a file of a stranger does to its packages can harm the build that waits for it. */
import type { Answer, Job } from "../jobs.ts";

const answer = (said: Answer) => process.send?.(said);
/** A poster or a portrait. */
const PICTURE = (["image/avif", "image/webp", "image/jpeg"] as const).map((type) => ({ type, widths: [160, 320, 640, 1280] }));

process.on("message", async ({ kind, file, folder }: Job) => {
  if (kind === "deck") {
    const { makeDeck } = await import("./pdf.ts");
    const deck = await makeDeck(file, folder, (at, of) => answer({ at, of }));
    answer(typeof deck === "string" ? { refused: deck } : { made: { deck } });
  } else {
    const { writePicture } = await import("./pictures.ts");
    const { tellsOf } = await import("./tells.ts");
    const picture = await writePicture(file, folder, "p", PICTURE).catch(() => undefined);
    answer(picture ? { made: { picture, tells: await tellsOf(file) } } : { refused: "broken" });
  }
});
process.on("disconnect", () => process.exit());
