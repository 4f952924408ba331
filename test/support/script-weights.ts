/** What each script of a page weighed before scripts were made of modules (Brotli, the best quality), with the modules that it loaded then. */
export const WEIGHED_BEFORE: Readonly<Record<string, number>> = {
  frame: 771,
  cite: 635,
  player: 1142,
  "open-in-place": 1141,
  "agenda-zone": 942,
  transcript: 1216,
  slides: 1886,
  presentations: 2005,
  "presentations-index": 3204,
  search: 8903,
};

/** What scripts weigh that came later: that of very large archives has in place of a whole index what chooses its parts; that of former addresses. */
const CAME_LATER: Readonly<Record<string, number>> = { "presentations-parts": 3800, moved: 180 };

/** The most that scripts of these names may weigh together: what they did, and 3 %. A script that is in neither table may not be on a page. */
export const mostWeight = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + (WEIGHED_BEFORE[name] ?? CAME_LATER[name] ?? 0), 0) * 1.03;
