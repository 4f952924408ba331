/** A made-up series of conferences for tests of whole sites and of browsers: small, and of everything that an archive may hold some. */
import { join } from "node:path";
import { inject } from "vitest";
import { PREFIXED, ROOT } from "./bases.ts";
import { RICH, richMedia } from "./rich.ts";
import { type BuiltSite, builtSite, type Files } from "./sites.ts";

const YEARS = [2012, 2013, 2014, 2015, 2016, 2017];
const CITY: Record<number, string> = { 2012: "Riverside", 2013: "Lakeside" };

const record = (fields: string, body: string) => `---\n${fields}---\n\n${body}\n`;

/** An edition of a day and a half in two rooms, with five talks. */
function edition(year: number): Record<string, string> {
  const folder = `events/${year}-summit`;
  const part = year - 2011;
  const when = (day: number, start: string, end: string, room: string) =>
    `date: ${year}-08-2${day}\nstart: "${start}"\nend: "${end}"\nroom: ${room}\n`;
  const files: Record<string, string> = {
    [`${folder}/event.md`]: record(
      `name: Example Summit ${year}\nseries: example-summit\nstartDate: ${year}-08-27\nendDate: ${year}-08-28\ntimezone: America/Los_Angeles\ncity: ${CITY[year] ?? "Hillside"}\ncountry: USA\nsources:\n  - https://example.org/${year}/\n`,
      `The summit of ${year}.`,
    ),
    [`${folder}/talks/processor-update.md`]: record(
      `title: Processor Update ${year}\nspeaker: Mira Halvorsen\nrole: Principal Engineer\norganization: Example Silicon Research\n${when(7, "09:00", "09:45", "Hall")}topics:\n  - interrupts\n  - memory\nslides: https://slides.example.org/${year}/update.pdf\nvideo: https://vimeo.com/${year}0001\nformerUrls:\n  - /old/${year}/T10.html\nsources:\n  - https://example.org/${year}/update\n`,
      "What processors do for guests: interrupts are posted, and memory is nested. Any scheduler gains.",
    ),
    [`${folder}/talks/port.md`]: record(
      `title: ${year === 2017 ? "Bring-up of passthrough on ARM" : `The port to small boards, part ${part}`}\nspeaker: Ivo Brandt\norganization: Boards and Sons\n${when(7, "09:00", "09:45", "Tower")}topics:\n  - arm\n${year % 2 ? "slides: https://slides.example.org/port.pdf\n" : ""}sources:\n  - https://example.org/${year}/port\n`,
      `How the arm port reached board number ${part}.`,
    ),
    [`${folder}/talks/weather-report.md`]: record(
      `title: ${year} Weather Report\nspeakers:\n  - name: Lars Okafor\n    organization: Weather House\n  - name: Mira Halvorsen\n    organization: Example Silicon Research\n${when(7, "10:00", "10:30", "Hall")}topics:\n  - community\nsources:\n  - https://example.org/${year}/weather\n`,
      "Where the project stands, and where it goes.",
    ),
    [`${folder}/talks/lunch.md`]: record(`title: Lunch\nkind: break\n${when(7, "12:00", "13:00", "Foyer")}`, ""),
    [`${folder}/talks/migration.md`]: record(
      `title: Live migration in ${part} ${part === 1 ? "step" : "steps"}\nspeaker: Noor Castellan\n${when(8, "09:00", "09:30", "Hall")}topics:\n  - migration\n  - memory\nwords: [moving, without interruption]\n`,
      "Guests move while they run.",
    ),
  };
  return files;
}

/** Its records: those of `RICH`, and six editions of a summit. */
export const EXAMPLE: Files = {
  ...RICH,
  "site.yaml": `${RICH["site.yaml"] ?? ""}  - 2017-summit/processor-update
sectionsLabel: Community
sections:
  - label: Summits
    url: /events/
  - label: Presentations and Videos
    url: /presentations/
  - label: Papers
    url: /papers/
  - label: Catalogue
    url: /catalogue/
  - label: Speakers
    url: /speakers/
  - label: Topics
    url: /topics/
series:
  - id: example-summit
    name: Example Summit
`,
  "topics.yaml": `topics:
  - name: memory
    aliases:
      - ram
    description: Who may see which page of it, and when.
  - name: migration
    description: Moving guests while they run.
    broader: memory
`,
  "addresses.yaml": `removed:
  - path: /events/2013-summit/withdrawn-talk/
    date: 2026-01-05
    reason: At the request of the speaker.
movedMedia:
  - from: 2020/former-name.pdf
    to: 2020/talk.pdf
`,
  "organizations.yaml": `organizations:
  - name: Example Silicon
    aliases:
      - Example Silicon Research
    url: https://silicon.example.org/
`,
  ...Object.assign({}, ...YEARS.map(edition)),
  "speakers/mira-halvorsen.md": record(
    "name: Mira Halvorsen\nbioBy: speaker\nsources:\n  - https://example.org/mira\n",
    "She makes processors.",
  ),
  "speakers/ivo-brandt.md": record(
    "name: Ivo Brandt\nbioBy: archive\nsources:\n  - https://example.org/ivo\n",
    "He brings guests to arm boards.",
  ),
  "papers/nested-memory.md": record(
    "title: Nested memory\nauthors:\n  - Mira Halvorsen\n  - Ivo Brandt\nyear: 2014\ntopics:\n  - memory\nwords: [stacked]\nsources:\n  - https://example.org/nested\n",
    "",
  ),
  "pages/about.md": record("title: About\n", "## What this is\n\nAn archive that was made up."),
};

/** The site of the example at the root of a host. */
export const rootExample = async (): Promise<BuiltSite> => builtSite(EXAMPLE, await richMedia(), "--base-url", ROOT);

/** The same below a path of another host. */
export const prefixedExample = async (): Promise<BuiltSite> => builtSite(EXAMPLE, await richMedia(), "--base-url", PREFIXED);

/** The copy of that which opens from a disk, in a folder with blanks and umlauts. */
export async function portableExample(): Promise<string> {
  const folder = join(inject("sharedSites"), "Über uns/ein Archiv #1, 100 %");
  await builtSite(EXAMPLE, await richMedia(), "--base-url", PREFIXED, "--portable", folder);
  return folder;
}
