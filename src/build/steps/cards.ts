/** The step that makes the cards for social media, in a process of its own while pages are printed. */
import { join } from "node:path";
import { allCards } from "../../components/card.ts";
import { CardMaker } from "../../media/cards.ts";
import { cardFonts, type Site } from "../site.ts";
import type { Step } from "../step.ts";

/** A group for each card: its name says what it is made of. With `postponed` those that are there stay, and none is made. */
export function cardsStep({ archive, media, settings, themeDir }: Site, postponed = false): Step {
  return {
    name: "cards",
    *groups() {
      if (!archive.made.cards) return;
      const maker = new CardMaker(cardFonts(themeDir));
      const fileOf = (path: string) => {
        const made = media.find(({ folder }) => path.startsWith(folder));
        return made && join(made.kept, path.slice(made.folder.length));
      };
      for (const { path, drawing } of allCards(archive)) {
        const picture = drawing.picture === undefined ? undefined : fileOf(drawing.picture);
        yield {
          name: `card ${path}`,
          key: () => path,
          postponed,
          files: async () => [{ path: path.slice(1), content: settings.dryRun ? "" : await maker.make(drawing, picture), key: path }],
        };
      }
    },
  };
}
