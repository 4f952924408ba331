/** In which direction a language is written. */

const FROM_RIGHT = /^(?:ar|arc|ckb|dv|fa|he|ks|ku-arab|ps|sd|ug|ur|yi)(?:-|$)|-(?:arab|hebr|nkoo|syrc|thaa)(?:-|$)/i;
const FROM_LEFT = /-(?:latn|cyrl|deva|grek)(?:-|$)/i;

/** Whether texts in a language (BCP 47) are written from right to left. */
export function isFromRight(language: string): boolean {
  return FROM_RIGHT.test(language) && !FROM_LEFT.test(language);
}
