/** The fields of `site.yaml` by which an archive looks like its conference. */
import { z } from "zod";
import { address, badAddress, mediaFile } from "./addresses.ts";
import { checked, line, listOf } from "./fields.ts";

const COLOUR = /^#[0-9a-f]{6}$/i;

function colour(description: string, example: string) {
  return checked({ description, examples: [example], pattern: COLOUR.source.replace("a-f", "a-fA-F") }, (value) =>
    COLOUR.test(value)
      ? undefined
      : {
          rule: "bad-colour",
          message: "This is not a colour.",
          hint: `Write \`#\` and six digits from 0 to f, in quotes, such as \`"${example}"\`.`,
        },
  );
}

const pair = (description: string, light: string, dark: string) =>
  z
    .strictObject({ light: colour("The colour in light pages.", light), dark: colour("The colour in dark pages.", dark) })
    .optional()
    .meta({ description });

export const colours = z
  .strictObject({
    link: pair("Links.", "#0b586e", "#8fd0e0"),
    accent: pair("What stands out beside links.", "#ad3d17", "#f39a74"),
    band: pair("The band with the notice, whose text is nearly white.", "#14323c", "#16303a"),
  })
  .meta({ description: "Colours in place of the usual ones." });

export const logo = mediaFile("The mark before the name of the archive: a picture below `assets/media/`.", "logo.png");

export const contact = checked(
  { description: "Where readers reach the archive: an e-mail address or the address of a page.", examples: ["archive@example.org"] },
  (value) =>
    isMail(value) || badAddress(value) === undefined
      ? undefined
      : {
          rule: "bad-contact",
          message: "This is neither an e-mail address nor a web address.",
          hint: "Write one such as `archive@example.org` or `https://example.org/contact/`.",
        },
);

/** Whether a contact is an e-mail address. */
export function isMail(contact: string): boolean {
  return /^[\w.+-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(contact);
}

export const sponsors = listOf(
  z.strictObject({
    name: line("The name of the sponsor.", ["Example Systems"], 100),
    url: address("The page of the sponsor.", ["https://example.org/"]).optional(),
    logo: mediaFile("Its mark: a picture below `assets/media/`.", "sponsors/example-systems.png").optional(),
  }),
  100,
).meta({ description: "Sponsors, in the footer of every page." });

export const theme = checked(
  {
    description:
      "The folder of the theme beside that of the records, with its `css/`, `js/`, `images/` and templates; `assets` where left out.",
    examples: ["theme"],
  },
  (value) =>
    /^[a-z0-9][\w-]{0,99}$/i.test(value) && value !== "node_modules"
      ? undefined
      : {
          rule: "bad-theme",
          message: "This cannot be the folder of a theme.",
          hint: "Write the name of one folder, such as `theme`: letters, digits, `_` and `-` only.",
        },
);

/** The colours as an editor writes them. */
export type Colours = z.infer<typeof colours>;
