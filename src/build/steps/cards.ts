/** The step that makes the cards for social media, in a process of its own while pages are printed. */
import { join } from "node:path";
import { allCards } from "../../components/card.ts";
import { CardMaker } from "../../media/cards.ts";
import type { CardDrawing } from "../../model/cards.ts";
import { cardFonts, type Site } from "../site.ts";
import type { Step } from "../step.ts";

/** A group for each card: its name says what it is made of. With `postponed` those that are there stay, and none is made. */
export function cardsStep({ archive, media, settings, themeDir }: Site, postponed = false): Step {
  return {
    name: "cards",
    *groups() {
      if (!archive.made.cards) return;
      const maker = new CardMaker(cardFonts(themeDir));
      const fileOf = async (path: string) => {
        const made = media.find(({ folder }) => path.startsWith(folder));
        const name = path.slice(made?.folder.length);
        await made?.mend(name);
        return made && join(made.kept, name);
      };
      const draw = async (drawing: CardDrawing) =>
        maker.make(drawing, drawing.picture === undefined ? undefined : await fileOf(drawing.picture));
      for (const { path, drawing } of allCards(archive))
        yield {
          name: `card ${path}`,
          key: () => path,
          postponed,
          files: async () => [{ path: path.slice(1), content: settings.dryRun ? "" : await draw(drawing), key: path }],
        };
    },
  };
}
