/** `check --fix` mends what is safe and leaves every other byte as it was. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { mend, mendsOf } from "../../src/content/mend.ts";
import { readYaml } from "../../src/content/yaml.ts";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE } from "../support/content.ts";
import { cpuSeconds } from "../support/cpu.ts";

const none = new Map<string, string>();
const talk = (text: string, spellings: ReadonlyMap<string, string> = none) => mend(text, "talk", spellings);

describe("times and years", () => {
  test("get quotes, and a missing nought", () => {
    expect(talk("---\ntitle: A\nstart: 9:30 # in the hall\nend: 10:00\n---\nbody\n")).toBe(
      '---\ntitle: A\nstart: "09:30" # in the hall\nend: "10:00"\n---\nbody\n',
    );
    expect(mend("---\nname: E\nstartDate: 2009\n---\n", "event", none)).toBe('---\nname: E\nstartDate: "2009"\n---\n');
  });

  test("lose the quotes of a text processor, and an end in the field of the start becomes a field", () => {
    expect(talk("---\ntitle: A\nstart: “9:30”\n---\n")).toBe('---\ntitle: A\nstart: "09:30"\n---\n');
    expect(talk("---\ntitle: A\nstart: 9:30 - 10:00\nroom: Hall\n---\n")).toBe(
      '---\ntitle: A\nstart: "09:30"\nend: "10:00"\nroom: Hall\n---\n',
    );
    expect(talk("---\ntitle: A\nstart: 11:30 a.m. - 1pm\n---\n")).toBe('---\ntitle: A\nstart: "11:30"\nend: "13:00"\n---\n');
    expect(talk('---\ntitle: A\nstart: 9:30 - 10:00\nend: "10:00"\n---\n')).toBe('---\ntitle: A\nstart: 9:30 - 10:00\nend: "10:00"\n---\n');
  });

  test("that are no times, or may be of the morning or the evening, stay as they are", () => {
    for (const text of [
      "---\ntitle: A\nstart: 2:30 - 3:30 pm\n---\n",
      "---\ntitle: A\nstart: 10.30 am to 2.15\n---\n",
      "---\ntitle: A\nstart: noon\n---\n",
      '---\ntitle: 9:30\nstart: "9:30"\n---\n',
      "---\ntitle: A\nabstract: |\n  start: 9:30\n---\n",
    ])
      expect(talk(text)).toBe(text);
  });
});

test("odd and invisible blanks become common ones or nothing", () => {
  expect(talk("---\ntitle:\u00a0A\nroom:\u202f Hall\n---\n\nNote:\u00a0stays\n")).toBe(
    "---\ntitle: A\nroom: Hall\n---\n\nNote:\u00a0stays\n",
  );
  expect(talk("---\ntitle: A\nspeaker: Ann\u200b Lee\n---\n")).toBe("---\ntitle: A\nspeaker: Ann Lee\n---\n");
  expect(talk("---\ntitle: \u0e20\u0e32\u200b\u0e29\u0e32\n---\n")).toBe("---\ntitle: \u0e20\u0e32\u200b\u0e29\u0e32\n---\n");
});

test("blanks of no width of one line are looked at once", () => {
  const text = (blank: string) => `---\ntitle: A\nroom: ${`a${blank}`.repeat(60_000)}\n---\n`;
  const seconds = cpuSeconds(() => expect(talk(text("\u200b")) === text("")).toBe(true));
  expect(seconds).toBeLessThan(5);
});

test("topics get the usual spelling, quoted only where YAML needs it", () => {
  const spellings = new Map([
    ["arm", "Arm"],
    ["yes", "yes"],
    ["c", "C: the language"],
  ]);
  expect(
    talk("---\ntitle: A\ntopics:\n  - ARM\n  - 'YES' # sic\n  - c\n  - other\n---\n", new Map([...spellings, ["c", "C: the language"]])),
  ).toBe('---\ntitle: A\ntopics:\n  - Arm\n  - "yes" # sic\n  - "C: the language"\n  - other\n---\n');
});

test("no mend changes what a record says, however it is written", () => {
  const spellings = new Map([
    ["security", "Security"],
    ["kvm", "KVM"],
  ]);
  const topics = (text: string) => talk(`---\ntitle: A\ntopics:\n  - ${text}\n  - other\n---\n`, spellings);
  // Mends that overlap: the blank stands in the topic or the time.
  expect(topics('"Secu\u200brity"')).toBe('---\ntitle: A\ntopics:\n  - "Security"\n  - other\n---\n');
  expect(topics("secu\u2060rity\u200b")).toBe("---\ntitle: A\ntopics:\n  - Security\n  - other\n---\n");
  expect(talk("---\ntitle: A\nstart: 9:30\u200b - 10:00\n---\n")).toBe('---\ntitle: A\nstart: "09:30"\nend: "10:00"\n---\n');
  // A text of several lines ends with its line, a field more takes a line at the edge, and an invisible blank can keep a text one.
  for (const text of [
    "---\ntitle: A\ntopics:\n  - |\n    kvm\n  - other\n---\n",
    "---\ntitle: A\ntopics:\n  - >-\n    kvm\n  - other\n---\n",
    "---\ntitle: A\nstart: |\n  9:30 - 10:00\nroom: Hall\n---\n",
    "---\ntitle: A\nstart: >\n  “9:30”\nroom: Hall\n---\n",
    "---\n{title: A, start: 9:30 - 10:00, room: Hall}\n---\n",
    "---\n  title: A\n  start: 9:30 - 10:00\n  room: Hall\n---\n",
    "---\ntitle: Room \u200b# 7\n---\n",
    "---\ntitle: A:\u200b B\n---\n",
  ])
    expect(talk(text, spellings)).toBe(text);
  const [found] = mendsOf("---\ntitle: Room \u200b# 7\n---\n", "talk", none);
  expect(found).toMatchObject({ rule: "invisible-blank", hint: "Delete it, and put the text into double quotes." });
});

describe("fields", () => {
  test("come into the order of the schema, each with the comments above it", () => {
    const before =
      "---\n# the room is a guess\nroom: A\nspeaker: Ada # first\n\ntitle: T\nsources:\n  - https://a.example/\n# end\n---\nbody\n";
    expect(talk(before)).toBe(
      "---\n\ntitle: T\nspeaker: Ada # first\n# the room is a guess\nroom: A\nsources:\n  - https://a.example/\n# end\n---\nbody\n".replace(
        "---\n\ntitle: T\nspeaker: Ada # first\n",
        "---\ntitle: T\nspeaker: Ada # first\n\n",
      ),
    );
  });

  test("in the right order stay byte for byte, whatever the spacing, quotes and line ends", () => {
    for (const text of [
      "---\r\ntitle:   'T'\r\n\r\nspeaker:  \"Ada\"\r\n---\r\nbody\r\n",
      "\ufeff---\ntitle: T\n# c\n\n\nroom: |-\n   A\n---",
      "---\n---\nbody",
    ])
      expect(talk(text)).toBe(text);
  });

  test("stay where sorting would change what is said", () => {
    const text = "---\nroom: A\n? title\n: T\n---\n";
    expect(talk(text)).toBe(text);
    expect(talk("---\nroom: >+\n  A\n\n\ntitle: T\n---\n")).toMatch(/^---\n(room|title)/);
  });

  test("of a broken record are left alone", () => {
    for (const text of ["---\nroom: A\ntitle: [\n---\n", "no front matter", "---\nroom: A\ntitle: T\n", "---js\nroom: A\n---\n"])
      expect(talk(text)).toBe(text);
  });
});

test("mending twice changes nothing more", () => {
  const once = talk("---\nend: 10:00\nstart: 9:30\ntitle: T\ndate: 2020-05-04\n---\n");
  expect(talk(once)).toBe(once);
  expect(mendsOf(once, "talk", none)).toEqual([]);
});

test("the command mends files, names them, and reports what is left", async () => {
  const files = {
    ...LITTLE,
    "events/2020-spring/talks/a-talk.md":
      "---\n# comment\nspeaker: Ada Example\ntitle: A talk\ndate: 2020-05-04\nstart: 9:30\nend: 10:00\n---\n\nText.\n",
  };
  const content = folderOf(files);
  const file = join(content, "events/2020-spring/talks/a-talk.md");
  const found = await archive(["check", "--content", content]);
  expect(found.stdout).toContain("[unquoted-time]");
  expect(found.stdout).toContain("[field-order]");
  const run = await archive(["check", "--fix", "--content", content]);
  expect(run.code).toBe(0);
  expect(run.stderr).toContain(`Mended ${file}`);
  expect(run.stdout).toBe("No problems.\n");
  expect(readFileSync(file, "utf8")).toBe(
    '---\ntitle: A talk\n# comment\nspeaker: Ada Example\ndate: 2020-05-04\nstart: "09:30"\nend: "10:00"\n---\n\nText.\n',
  );
  expect(readFileSync(join(content, "site.yaml"), "utf8")).toBe(LITTLE["site.yaml"]);
});

describe("a comment behind a plain text", () => {
  const told = (yaml: string) => readYaml(yaml).complaints?.map(({ rule }) => rule) ?? [];

  test.each([
    "title: A # a comment\n",
    "title: A  #a comment\n",
    'title: "A #1" #x\n',
    "title: A\n#x\n",
    "title: C# and F#\n",
    "title: A ## B\n",
  ])("that stands: %j", (yaml) => {
    expect(told(yaml)).toEqual([]);
  });

  test.each(["title: Bug #42\n", "title: A\n  long #one\n", "topics: [a, b #2\n  , c]\n", "speakers:\n  - name: Ann #1\n"])(
    "that cuts the text: %j",
    (yaml) => {
      expect(told(yaml)).toEqual(["cut-by-comment"]);
    },
  );
});
