/**
 * The fonts that tests see: those of a development package and no others, so that what is measured in a browser does not depend on
 * what a machine has installed. Chromium asks fontconfig for its fonts (on Linux), and fontconfig reads the file that is made here.
 */
import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { digest } from "../../src/text/digest.ts";

/** Where the fonts are. */
export const PACKAGES = resolve(import.meta.dirname, "../../node_modules");

interface FontSet {
  /** What is special about it. */
  about: string;
  /** Folders below `node_modules` that hold TrueType files. */
  folders: readonly string[];
  sans: string;
  serif: string;
  mono: string;
}

const GOOGLE = "@expo-google-fonts";
const regularAndBold = (name: string) => [`${GOOGLE}/${name}/400Regular`, `${GOOGLE}/${name}/700Bold`];

/** The sets to test with, by name. `TEST_FONTS` chooses one; `npm run test:all` takes them all. */
export const FONT_SETS = {
  project: {
    about: "the usual one of the tests: wide letters, many scripts, none of East Asia",
    folders: ["dejavu-fonts-ttf/ttf"],
    sans: "DejaVu Sans",
    serif: "DejaVu Serif",
    mono: "DejaVu Sans Mono",
  },
  wide: {
    about: "very wide letters in tall lines, without italics or bold ones of their own",
    folders: [`${GOOGLE}/michroma/400Regular`, "dejavu-fonts-ttf/ttf"],
    sans: "Michroma",
    serif: "Michroma",
    mono: "DejaVu Sans Mono",
  },
  scripts: {
    about: "narrow letters in tall lines, with Japanese and Arabic",
    folders: [
      ...regularAndBold("noto-sans-display"),
      `${GOOGLE}/noto-sans-display/400Regular_Italic`,
      ...regularAndBold("noto-kufi-arabic"),
      `${GOOGLE}/sawarabi-gothic/400Regular`,
    ],
    sans: "Noto Sans Display",
    serif: "Noto Sans Display",
    mono: "Noto Sans Display",
  },
} satisfies Record<string, FontSet>;

export type FontSetName = keyof typeof FONT_SETS;

const isFontSet = (name: string): name is FontSetName => name in FONT_SETS;

/** The set that `TEST_FONTS` names, or the project's. Throws when there is no such set. */
export function chosenFonts(): FontSetName {
  const name = process.env["TEST_FONTS"] ?? "project";
  if (!isFontSet(name)) throw new Error(`TEST_FONTS is ${JSON.stringify(name)}, which is not one of ${Object.keys(FONT_SETS).join(", ")}.`);
  return name;
}

/** The text of a configuration of fontconfig that knows the fonts of one set alone. */
export function fontsConf({ folders, sans, serif, mono }: FontSet, cache: string): string {
  const generic = Object.entries({ "sans-serif": sans, "system-ui": sans, serif, monospace: mono });
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${escapeXml(join(PACKAGES, folder))}</dir>`).join("\n")}
  <cachedir>${escapeXml(cache)}</cachedir>
${generic.map(([family, font]) => `  <alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`).join("\n")}
  <match target="pattern">
    <edit name="family" mode="append_last" binding="weak"><string>${sans}</string></edit>
  </match>
  <match target="font">
    <edit name="antialias" mode="assign"><bool>true</bool></edit>
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
    <edit name="embeddedbitmap" mode="assign"><bool>false</bool></edit>
  </match>
</fontconfig>
`;
}

const escapeXml = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/**
 * The environment of a browser that sees the chosen fonts alone; the file that it names stays in the temporary folder of the system, one for
 * each checkout, since a browser reads it again while it runs.
 */
export function environmentOfFonts(name: FontSetName = chosenFonts()): Record<string, string> {
  const folder = join(tmpdir(), `archive-test-fonts-${digest(PACKAGES)}`);
  const file = join(folder, `${name}.conf`);
  mkdirSync(folder, { recursive: true });
  // Several test processes may do this at once, and none may read half a file.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, fontsConf(FONT_SETS[name], join(folder, "cache")));
  renameSync(draft, file);
  return { FONTCONFIG_FILE: file };
}
