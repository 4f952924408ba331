/** How heavy entries of lists are, so that no page of a long list is too heavy; see `test/support/whole-site/weight.ts`. */
import type { Event, Talk } from "./archive.ts";

/**
 * The most that the talks of one page may weigh, in bytes as hosts compress them. With its styles and all that is around a list, such
 * a page comes in the first round trip of a connection.
 */
export const MOST_TALKS = 3_700;

/** About what a talk weighs in a list. Titles and names repeat much of what stands before them; the ends of addresses repeat nothing. */
export function talkWeight({ title, speakers, documents, recordings, slides, video }: Talk): number {
  const names = speakers.slice(0, 5).reduce((sum, { name }) => sum + name.length, 0);
  const addresses = [...documents, ...recordings].reduce((sum, { url }) => sum + lastPart(url).length, 0);
  const picture = slides?.file ?? video?.poster;
  const drawn = picture === undefined ? 0 : 16 + 0.75 * lastPart(picture).length;
  return 36 + 0.33 * title.length + 0.3 * names + 0.75 * addresses + drawn;
}

/** What the heading of a day weighs; the frame of the list is measured with so many days. */
const HEADING = 24;
const USUAL_DAYS = 4;

/** About what a talk weighs in the programme of its event, where those of an event over very many days stand below as many headings. */
export function weightInProgramme({ talks }: Event): (talk: Talk) => number {
  const days = new Map(talks.toReversed().map((talk) => [talk.when?.day, talk]));
  const headed = new Set([...days.values()].slice(0, -USUAL_DAYS));
  return (talk) => talkWeight(talk) + (headed.has(talk) ? HEADING : 0);
}

const lastPart = (url = "") => url.slice(url.lastIndexOf("/", url.length - 2) + 1);

/**
 * Cuts a list into pieces none of which weighs more than the most, but for one of a single heavy entry. `taken` is the weight of what
 * else is on the first page. An empty list is one empty piece.
 */
export function cutByWeight<T>(items: readonly T[], weightOf: (item: T) => number, most: number, taken = 0): T[][] {
  const pieces: T[][] = [[]];
  let weight = taken;
  for (const item of items) {
    const more = weightOf(item);
    if (weight + more > most && (pieces.at(-1)?.length ?? 0) > 0) {
      pieces.push([]);
      weight = 0;
    }
    pieces.at(-1)?.push(item);
    weight += more;
  }
  return pieces;
}
