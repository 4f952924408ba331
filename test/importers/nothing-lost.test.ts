/** What an importer cannot read is told: a field that holds something odd is never as if it were not there. */
import { expect, test } from "vitest";
import { stringify } from "yaml";
import { csvText } from "../../src/components/csv.ts";
import { IMPORTERS } from "../../src/importers/index.ts";
import { profileLink } from "../../src/importers/parts/profiles.ts";

type Tree = null | string | number | boolean | Tree[] | { [name: string]: Tree };
type Path = (string | number)[];

/** Files by their paths as trees of values, and how such a tree is written. */
interface Sample {
  files: Record<string, Tree>;
  write: (tree: never, path: string) => string;
  /** Paths whose values say nothing of their own: they repeat what stands elsewhere, or say what everybody takes for granted. */
  repeats?: RegExp;
}

const isFields = (value: unknown): value is Record<string, Tree> => typeof value === "object" && value !== null && !Array.isArray(value);
const page = ({ body = "", ...fields }: Record<string, Tree>) => `---\n${stringify(fields)}---\n${String(body)}\n`;
const json = (tree: Tree) => JSON.stringify(tree);
const DAY = "2024-05-01";

const SAMPLES: Record<string, Sample> = {
  csv: {
    files: {
      "a.csv": {
        title: "One",
        speakers: "Ann Lee; Bob Ray",
        organizations: "Intel; Arm",
        roles: "Engineer; Lead",
        abstract: "An abstract",
        description: "A description",
        subtitle: "A subtitle",
        date: DAY,
        start: "10:00",
        end: "10:30",
        "last day": "2024-05-01",
        duration: "30",
        room: "Hall",
        track: "Kernel",
        type: "keynote",
        language: "de",
        topics: "one; two",
        slides: "https://a.example/s.pdf",
        video: "https://youtu.be/abcdefghijk",
        url: "https://a.example/t",
        status: "cancelled",
        licence: "CC-BY-4.0",
        "recording licence": "CC-BY-4.0",
        "slides licence": "CC-BY-4.0",
        "opt out": "yes",
        part: "1",
        parts: "2",
        "names withheld": "1",
      },
    },
    write: (row: Record<string, Tree>) => {
      const cell = (value: Tree) =>
        Array.isArray(value) ? value.join("; ") : isFields(value) ? Object.values(value).join() : String(value);
      return csvText(Object.keys(row), [
        Object.values(row).map(cell),
        Object.keys(row).map((name) => (name === "title" ? "Another one" : "")),
      ]);
    },
    // It is the last day of a talk that begins and ends on that day.
    repeats: /last day/,
  },
  rubyevents: {
    files: {
      "ex/event.yml": {
        id: "ex",
        title: "Ex",
        start_date: DAY,
        end_date: DAY,
        timezone: "Europe/Berlin",
        website: "https://a.example",
        description: "All of it",
      },
      "ex/videos.yml": [
        {
          title: "One",
          date: DAY,
          start_time: "10:00",
          end_time: "10:30",
          description: "Much",
          kind: "keynote",
          language: "de",
          track: "Kernel",
          topics: ["one"],
          speakers: ["Ann Lee"],
          video_provider: "youtube",
          video_id: "abcdefghijk",
          slides_url: "https://a.example/s.pdf",
          additional_resources: [{ name: "Notes", type: "blog", url: "https://a.example/n" }],
        },
      ],
      "ex/schedule.yml": { days: [{ date: DAY, grid: [{ start_time: "20:00", end_time: "22:00", items: ["Party"] }] }] },
      "speakers.yml": [
        {
          name: "Ann Lee",
          slug: "ann",
          github: "ann",
          twitter: "ann",
          mastodon: "https://m.example/@ann",
          website: "https://ann.example",
          bio: "She is",
        },
      ],
    },
    write: (tree: Tree) => stringify(tree),
    // Its folder is that of the event; of a resource, what it is called says what it is.
    repeats: /event.yml.id|resources.*(name|type)|provider/,
  },
  devopsdays: {
    files: {
      "data/events/2024-x.yml": {
        name: "2024-x",
        city: "X",
        startdate: DAY,
        enddate: DAY,
        location: "Hall",
        description: "All of it",
        program: [
          { title: "a-talk", type: "talk", date: DAY, start_time: "10:00", end_time: "10:30", location: "Room" },
          { title: "Party", type: "custom", date: DAY, start_time: "20:00", end_time: "22:00", location: "Bar" },
        ],
      },
      "content/events/2024-x/program/a-talk.md": {
        Title: "A talk",
        Type: "talk",
        Speakers: ["ann"],
        talk_date: DAY,
        youtube: "abcdefghijk",
        vimeo: "123",
        slides: "https://a.example/s.pdf",
        speakerdeck: "https://speakerdeck.example/a",
        body: "Much",
      },
      "content/events/2024-x/program/b-talk.md": {
        Title: "B talk",
        Type: "talk",
        Speakers: ["ann"],
        talk_date: DAY,
        talk_start_time: "11:00",
        talk_end_time: "12:00",
      },
      "content/events/2024-x/speakers/ann.md": {
        Title: "Ann Lee",
        type: "speaker",
        linktitle: "Ann",
        twitter: "ann",
        linkedin: "ann",
        website: "https://ann.example",
        pronouns: "she",
      },
    },
    write: (tree: Record<string, Tree>, path) => (path.endsWith(".md") ? page(tree) : stringify(tree)),
    // What a page is, its place says; of an entry that is a session of its own, its title.
    repeats: /[Tt]ype$|linktitle/,
  },
  "front-matter": {
    files: {
      "talks/a.md": {
        title: "One",
        speakers: ["Ann Lee"],
        subtitle: "A subtitle",
        description: "A description",
        abstract: "An abstract",
        date: DAY,
        start: "10:00",
        end: "10:30",
        room: "Hall",
        tags: ["one"],
        slides: "https://a.example/s.pdf",
        video: "https://youtu.be/abcdefghijk",
        language: "de",
        licence: "CC-BY-4.0",
        draft: true,
        body: "The body says more.",
      },
      "data/sessions.yml": [
        {
          id: "7",
          title: "Another",
          speakers: ["1"],
          presentation: "https://a.example/s.pdf",
        },
      ],
      "data/speakers.yml": [
        {
          id: "1",
          name: "Ann",
          surname: "Lee",
          company: "Example",
          title: "Engineer",
          bio: "She is",
          social: [{ name: "Blog", link: "https://ann.example" }],
        },
      ],
      "data/schedule.yml": [{ date: DAY, track: "Kernel", timeslots: [{ startTime: "10:00", endTime: "10:30", sessionIds: ["7"] }] }],
    },
    write: (tree: Record<string, Tree>, path) => (path.endsWith(".md") ? page(tree) : stringify(tree)),
    // Whatever is no "no" there makes a draft of the talk. Numbers only tie lists together: where one leads nowhere, that is told.
    repeats: /draft|yml\.\d\.id$/,
  },
  sessionize: {
    write: json,
    files: {
      "a.json": {
        sessions: [
          {
            id: "1",
            title: "One",
            description: "Much",
            startsAt: "2024-05-01T10:00:00",
            endsAt: "2024-05-01T10:30:00",
            roomId: 3,
            speakers: ["s"],
            categoryItems: [5],
            liveUrl: "https://a.example/live",
            recordingUrl: "https://youtu.be/abcdefghijk",
            questionAnswers: [{ questionId: 7, answerValue: "https://a.example/s.pdf" }],
          },
        ],
        speakers: [
          { id: "s", fullName: "Ann Lee", bio: "She is", tagLine: "Engineer", links: [{ title: "Blog", url: "https://ann.example" }] },
        ],
        questions: [{ id: 7, question: "Slides" }],
        categories: [{ title: "Track", items: [{ id: 5, name: "Kernel" }] }],
        rooms: [{ id: 3, name: "Hall" }],
      },
    },
    // Numbers that only tie the lists together: where one leads nowhere, that is told. What no session chose, none has.
    repeats: /\.(id|questionId|question|roomId)$|categories|rooms/,
  },
  indico: {
    write: json,
    files: {
      "a.json": {
        _type: "HTTPAPIResult",
        results: [
          {
            id: "1",
            title: "Ex",
            timezone: "Europe/Berlin",
            startDate: { date: DAY, time: "09:00:00", tz: "Europe/Berlin" },
            endDate: { date: DAY, time: "18:00:00", tz: "Europe/Berlin" },
            location: "X",
            room: "Big",
            description: "All of it",
            url: "https://a.example/e/1",
            contributions: [
              {
                id: "2",
                title: "One",
                startDate: { date: DAY, time: "10:00:00", tz: "Europe/Berlin" },
                duration: 30,
                room: "Hall",
                location: "Y",
                description: "Much",
                track: "Kernel",
                type: "Keynote",
                url: "https://a.example/c/2",
                keywords: ["one"],
                speakers: [{ fullName: "Ray, Bob", affiliation: "Uni" }],
                folders: [{ title: "All", attachments: [{ title: "Slides", download_url: "https://a.example/s.pdf" }] }],
              },
            ],
          },
        ],
      },
    },
    // Of an event, days are what counts; of a folder, what is in it.
    repeats: /results\.0\.(start|end)Date\.(time|tz)|0\.startDate\.tz|folders\.0\.title/,
  },
  "pretalx-api": {
    // What is taken for granted, and what a thing without an address is called.
    repeats: /state|1\.submission_type|resources.*description/,
    write: json,
    files: {
      "a.json": { slug: "ex", name: "Ex", date_from: DAY, date_to: DAY, timezone: "Europe/Berlin" },
      "b.json": {
        results: [
          {
            code: "A",
            title: "One",
            abstract: "An abstract",
            description: "A description",
            state: "confirmed",
            submission_type: "Keynote",
            track: "Kernel",
            content_locale: "de",
            tags: ["one"],
            do_not_record: true,
            speakers: [{ code: "S", name: "Ann Lee", biography: "She is" }],
            duration: 30,
            slot: { start: "2024-05-01T10:00:00Z", room: "Hall" },
            resources: [{ resource: "https://a.example/s.pdf", description: "Slides" }],
          },
          {
            code: "B",
            title: "Two",
            state: "confirmed",
            submission_type: "Talk",
            slot: { start: "2024-05-01T11:00:00Z", end: "2024-05-01T11:30:00Z" },
          },
        ],
      },
    },
  },
  pyvideo: {
    write: json,
    files: {
      "ex/category.json": { title: "Ex", start_date: DAY, url: "https://a.example", description: "All of it" },
      "ex/videos/a.json": {
        title: "One",
        abstract: "An abstract",
        description: "A description",
        summary: "In short",
        speakers: ["Ann Lee"],
        recorded: DAY,
        duration: 1800,
        alias: "video/1/one",
        language: "eng",
        tags: ["one"],
        related_urls: [{ label: "Slides", url: "https://a.example/s.pdf" }],
        copyright_text: "CC-BY-4.0",
        videos: [{ type: "youtube", url: "https://www.youtube.com/watch?v=abcdefghijk" }],
      },
    },
    // The address says where it is, and what has none is no link.
    repeats: /videos\.0\.type|label/,
  },
  "schedule-xml": {
    files: {
      "a.xml": {
        subtitle: "Sub",
        url: "https://a.example",
        day_change: "04:00",
        date: DAY,
        start: "10:00",
        duration: "00:30",
        language: "de",
        type: "keynote",
        video_download_url: "https://a.example/v.mp4",
      },
    },
    write: ({ subtitle, url, day_change, date, ...event }: Record<string, Tree>) =>
      `<schedule><conference><title>Ex</title><subtitle>${subtitle}</subtitle><url>${url}</url><day_change>${day_change}</day_change></conference>` +
      `<day index="1" date="${date}"><room name="Hall"><event id="1"><title>One</title>${Object.entries(event)
        .map(([name, value]) => `<${name}>${typeof value === "object" ? JSON.stringify(value) : value}</${name}>`)
        .join("")}</event></room></day></schedule>`,
  },
};

const ODD: Tree[] = [
  "half past nine",
  "one and only",
  98765,
  ["half past nine", "and ten"],
  { inner: "half past nine" },
  "https://odd.example/one",
];

function leavesOf(tree: Tree, path: Path = []): Path[] {
  if (typeof tree !== "object" || tree === null) return [path];
  return Object.entries(tree).flatMap(([name, inner]) => leavesOf(inner, [...path, Array.isArray(tree) ? Number(name) : name]));
}

/** The tree with another value in one place. */
function changed(tree: Tree, [name, ...rest]: Path, value: Tree): Tree {
  if (name === undefined || typeof tree !== "object" || tree === null) return value;
  if (Array.isArray(tree)) return tree.map((inner, index) => (index === name ? changed(inner, rest, value) : inner));
  return { ...tree, [name]: changed(tree[name] ?? null, rest, value) };
}

/** All that an importer makes of files, but where it stands; nothing where rows were refused, which is told in an error. */
function account(name: string, { files, write }: Sample) {
  const given = Object.entries(files).map(([path, tree]) => ({ path, text: write(tree as never, path) }));
  const read = IMPORTERS.find((importer) => importer.name === name)?.read(given);
  if (!read || read.refused.length > 0) return undefined;
  const { conferences, problems, notKept, guesses } = read;
  const all = [conferences, problems.map(({ message }) => message), [...notKept], guesses];
  return {
    notKept: new Set([...notKept.keys()].flatMap((one) => one.split("."))),
    all: JSON.stringify(all, (key, one: unknown) => (key === "rows" ? undefined : one)),
  };
}

test.each(Object.entries(SAMPLES))("%s", (name, sample) => {
  expect(account(name, sample)).toBeDefined();
  const lost = leavesOf(sample.files).flatMap((path) => {
    const written = path.join(".");
    const empty = account(name, { ...sample, files: changed(sample.files, path, "") as Sample["files"] });
    return ODD.flatMap((odd) => {
      const read = account(name, { ...sample, files: changed(sample.files, path, odd) as Sample["files"] });
      // What is told as not kept is told by the name of the field, or of one around it.
      const isTold = read === undefined || read.all !== empty?.all || path.some((one) => read.notKept.has(String(one)));
      return isTold || sample.repeats?.test(written) ? [] : [`${written}: ${JSON.stringify(odd)}`];
    });
  });
  expect(lost).toEqual([]);
});

test.each(Object.entries(SAMPLES))("%s, where one of its other fields is empty", (name, sample) => {
  const leaves = leavesOf(sample.files);
  const without = (...paths: Path[]) =>
    account(name, { ...sample, files: paths.reduce((tree: Tree, path) => changed(tree, path, ""), sample.files) as Sample["files"] });
  const lost = leaves.flatMap((gone) => {
    const rest = without(gone);
    return leaves.flatMap((path) => {
      if (rest === undefined || path === gone || sample.repeats?.test(path.join("."))) return [];
      const isTold = without(gone, path)?.all !== rest.all || path.some((one) => rest.notKept.has(String(one)));
      return isTold ? [] : [`${path.join(".")} without ${gone.join(".")}`];
    });
  });
  expect(lost).toEqual([]);
});

test("what a page says beside its text is part of the abstract, and what is no “no” makes a draft of it", () => {
  const read = (fields: Record<string, Tree>) =>
    IMPORTERS.find(({ name }) => name === "front-matter")?.read([
      { path: "talks/a.md", text: page({ title: "One", speakers: ["Ann Lee"], body: "The **body**.", ...fields }) },
    ]).conferences[0]?.talks[0]?.record;
  expect(read({ subtitle: "Sub", description: "In short." })?.abstract).toBe("**Sub**\n\nIn short.\n\nThe **body**.");
  // As sites repeat a sentence of the text for search engines.
  const body = "Hello. We tell of *pigs*.\n\nAnd of more.";
  for (const description of ["Hello", "We tell of pigs.", "And of more…"]) expect(read({ body, description })?.abstract).toBe(body);
  expect(read({ body, description: "Of mo" })?.abstract).toBe(`Of mo\n\n${body}`);
  for (const draft of ["yes", "on", true, 1, "later"]) expect(read({ draft })?.draft, String(draft)).toBe(true);
  for (const draft of ["no", "off", false, 0, ""]) expect(read({ draft })?.draft, String(draft)).toBeUndefined();
  for (const published of ["no", false]) expect(read({ published })?.draft).toBe(true);
});

test("names of people on other sites become addresses, and nothing else does", () => {
  const link = (field: string, text: string) => profileLink(field, text)?.written;
  expect(["jane", "@jane", "twitter.com/jane", "https://x.example/jane"].map((one) => link("twitter", one))).toEqual([
    "https://twitter.com/jane",
    "https://twitter.com/jane",
    "https://twitter.com/jane",
    "https://x.example/jane",
  ]);
  expect(["in/jane", "www.linkedin.com/in/jane", "jane"].map((one) => link("linkedin", one))).toEqual([
    "https://www.linkedin.com/in/jane",
    "https://www.linkedin.com/in/jane",
    "https://www.linkedin.com/in/jane",
  ]);
  expect(link("mastodon", "@jane@social.example")).toBe("https://social.example/@jane");
  expect(link("bsky", "jane.example")).toBe("https://bsky.app/profile/jane.example");
  expect(link("website", "jane.example")).toBe("https://jane.example");
  for (const none of ["N/A", "none", "-", "jane, joe", "jane (at work)"]) expect(link("github", none)).toBe(none);
});
