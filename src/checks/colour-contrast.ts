/** The rule that colours of an archive can be read (WCAG 2.2, 1.4.3), on the pages as the program draws them. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";

/** What each colour stands on, or what stands on it, as in `assets/css/tokens.css`. */
const AGAINST = {
  link: { light: "#f8f9f7", dark: "#0f181c" },
  accent: { light: "#f8f9f7", dark: "#0f181c" },
  band: { light: "#e6efee", dark: "#dfeaea" },
} as const;

const LEAST = 4.5;

export function colourContrast({ site: { file, record } }: Archive): Finding[] {
  const findings: Finding[] = [];
  for (const name of ["link", "accent", "band"] as const)
    for (const scheme of ["light", "dark"] as const) {
      const colour = record.colours?.[name]?.[scheme];
      if (colour === undefined) continue;
      const ratio = contrast(colour, AGAINST[name][scheme]);
      if (ratio >= LEAST) continue;
      findings.push({
        rule: "low-contrast",
        severity: "warning",
        file,
        path: ["colours", name, scheme],
        message: `\`${colour}\` has a contrast of ${(Math.floor(ratio * 10) / 10).toFixed(1)} to 1 with ${name === "band" ? "its text" : "the page"}; many people cannot read less than ${LEAST} to 1.`,
        hint: `Take a ${name === "band" || scheme === "light" ? "darker" : "lighter"} colour.`,
      });
    }
  return findings;
}

/** The contrast of two colours, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
