/** The record of the site: `content/site.yaml`, with names, addresses, notice and navigation. */
import { z } from "zod";
import { address, badAddress, recordName, siteAddress } from "./addresses.ts";
import { clip, language, line, markdown, listOf, patterned } from "./fields.ts";
import { colours, contact, logo, sponsors, theme } from "./theme.ts";
import { licences } from "./media.ts";

const navigationItem = z.strictObject({
  label: line("The words of the link.", ["Blog"], 60),
  url: line(
    "A path of this site (from the first slash on) or the full address of another.",
    ["/", "https://www.example.org/"],
    2000,
  ).refine((value) => /^\/([^/\\\s][^\\\s]*)?$/.test(value) || badAddress(value) === undefined, {
    error: "This is neither a path of this site nor a web address.",
    params: { rule: "bad-address", hint: "Write a path such as `/papers/` or an address such as `https://www.example.org/`." },
  }),
});

const videoHost = patterned(
  "A host name without `www.`.",
  ["video.example.org"],
  /^(?!.{200})[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
  (value) => ({
    rule: "bad-host",
    message: `\`${clip(value)}\` is not the name of a host.`,
    hint: "Write one name in small letters without `www.`, `https://` and `*`, such as `video.example.org`.",
  }),
);

export const siteSchema = z.strictObject({
  name: line("The name of the archive.", ["Example Summit Archive"], 100),
  tagline: line("One sentence on what it holds.", ["Talks, slides and videos of the Example Summits since 2007"], 200),
  introduction: markdown("What a newcomer should know, shown on the home page.").optional(),
  url: siteAddress("Where the archive is published; `--base-url` overrides it.", ["https://archive.example.org/"]),
  language: language("The language of the archive and, unless they say otherwise, of its talks.").default("en"),
  notice: markdown("The archive notice on every page, in one sentence."),
  liveSite: z
    .strictObject({
      name: line("The name of the live site.", ["example.org"], 100),
      url: address("Its address.", ["https://www.example.org/"]),
    })
    .meta({ description: "The live site that the archive notice leads to." }),
  navigation: listOf(navigationItem, 40)
    .optional()
    .meta({ description: "The main navigation; addresses of other sites are marked as leaving." }),
  sections: listOf(navigationItem, 40)
    .optional()
    .meta({ description: "The second navigation, through the archive; all its parts where left out." }),
  sectionsLabel: line("The heading of the second navigation.", ["Community"], 60).optional(),
  licence: z
    .strictObject({
      text: line("What readers may do with the archive's own texts.", ["Our summaries are under CC BY 4.0."], 400),
      url: address("The licence.", ["https://creativecommons.org/licenses/by/4.0/"]).optional(),
    })
    .meta({ description: "The licence of the archive's own texts, shown in the footer." }),
  theme: theme.optional(),
  logo: logo.optional(),
  colours: colours.optional(),
  contact: contact.optional(),
  footer: z
    .strictObject({
      text: line("A sentence or two in the footer of every page.", ["Kept by the friends of the conference."], 400).optional(),
      links: listOf(navigationItem, 40).optional().meta({ description: "Links in the footer of every page." }),
    })
    .optional()
    .meta({ description: "Further words and links in the footer." }),
  sponsors: sponsors.optional(),
  licences: licences.optional(),
  talkFiles: z.boolean().optional().meta({
    description: "`false` leaves out the files that every talk has of its own (citations and calendar), where a host limits their number.",
  }),
  cards: z.boolean().optional().meta({ description: "`false` leaves out the pictures of talks, events and speakers for social media." }),
  repository: z
    .strictObject({
      url: address("The repository on a forge such as GitHub.", ["https://github.com/example/archive"]),
      branch: line("Its main branch.", ["main"], 100).default("main"),
      folder: line("The folder of the content in the repository.", ["content"], 200).default("content"),
    })
    .optional()
    .meta({ description: "Where the records are kept, for “Edit this page”." }),
  series: listOf(
    z.strictObject({
      id: recordName("A short name that events refer to.", ["example-summit"]),
      name: line("The name of the series.", ["Example Summit"], 100),
      description: line("One sentence about it.", ["The conference of those who build and use it."]).optional(),
    }),
    500,
  )
    .optional()
    .meta({ description: "The series that events belong to." }),
  nicknames: listOf(listOf(line("A given name.", ["Sasha"], 60), 20), 500)
    .optional()
    .meta({ description: "Groups of given names that stand for each other, beside those that are in general use in English." }),
  videoHosts: listOf(videoHost, 200).optional().meta({
    description:
      "Further hosts that are known to have the videos themselves: silences the warning about unknown hosts, and those of PeerTube play on the page.",
  }),
  featured: listOf(recordName("A talk, as `event/talk`.", ["2012-north-america/intel-update"]), 50)
    .optional()
    .meta({ description: "Talks shown on the home page." }),
});

/** The site as an editor writes it. */
export type SiteRecord = z.infer<typeof siteSchema>;
