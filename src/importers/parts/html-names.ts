/** The names of HTML elements by what they do to the text in them. */

/** What a browser does not show as text. */
export const UNSEEN = new Set(
  "script style template head title meta link base noembed noframes datalist source track param area".split(" "),
);
/** What starts on a line of its own. */
export const BLOCKS = new Set(
  (
    "address article aside body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup " +
    "html legend main menu nav noscript optgroup option p search section summary table tbody td tfoot th thead tr"
  ).split(" "),
);
export const STRONG = new Set(["b", "strong"]);
export const EMPHASIS = new Set(["i", "em", "cite", "dfn", "var"]);
export const DELETED = new Set(["s", "del", "strike"]);
export const CODE = new Set(["code", "kbd", "samp", "tt"]);
export const FRAMES = new Set(["iframe", "video", "audio", "embed", "object"]);
