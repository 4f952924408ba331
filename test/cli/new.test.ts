/** Proves that `new` writes records that pass every check, refuses the rest, and never touches a file that is there. */
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askForRest } from "../../src/cli/new/ask.ts";
import { newEvent } from "../../src/cli/new/event.ts";
import { knownNames } from "../../src/cli/new/names.ts";
import { newSpeaker } from "../../src/cli/new/speaker.ts";
import { newTalk } from "../../src/cli/new/talk.ts";
import type { Asker } from "../../src/cli/new/prompts.ts";
import { splitFrontMatter } from "../../src/content/front-matter.ts";
import { loadArchive } from "../../src/content/load.ts";
import { mendsOf } from "../../src/content/mend.ts";
import { createRecordFile, formatRecord } from "../../src/content/write-record.ts";
import { readYaml } from "../../src/content/yaml.ts";
import { archive, PROJECT } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";
import { runNew } from "./run-new.ts";

/** Runs `new` on the little conference. */
async function make(args: string[], content = folderOf(LITTLE)) {
  const run = await runNew([...args, "--content", content]);
  const added = filesBelow(content).filter((file) => !(file in LITTLE));
  return { ...run, content, added, text: added[0] ? readFileSync(join(content, added[0]), "utf8") : "" };
}

const TALK = ["talk", "--yes", "--event", "2020-spring", "--title", "Another talk"];

describe("new talk", () => {
  it("writes all that it was told, in the order of the schema", async () => {
    const speakers = ["--speaker", "Ada Example", "--speaker", "Grace Sample", "--role", "", "--role", "Professor"];
    const when = ["--date", "2020-05-05", "--start", "09:30", "--end", "10:00", "--room", "7", "--track", "1e3", "--kind", "keynote"];
    const more = ["--topic", "testing", "--topic", "boot", "--slides", "https://example.org/a.pdf", "--abstract", "One.\n\n---\n\nTwo."];
    const { code, stdout, stderr, added, text, content } = await make([...TALK, ...more, ...when, ...speakers]);
    expect(code).toBe(0);
    expect(added).toEqual(["events/2020-spring/talks/another-talk.md"]);
    expect(stdout.trim()).toBe(join(content, "events/2020-spring/talks/another-talk.md"));
    expect(stderr).toContain("`Grace Sample` is a new speaker.");
    expect(stderr).toContain("`boot` is a new topic.");
    expect(stderr).toContain("Next: read it through");
    expect(text).toBe(`---
title: Another talk
speakers:
  - name: Ada Example
  - name: Grace Sample
    role: Professor
date: 2020-05-05
start: "09:30"
end: "10:00"
room: "7"
track: "1e3"
kind: keynote
topics:
  - testing
  - boot
slides: https://example.org/a.pdf
---

One.

---

Two.
`);
    expect((await archive(["check", "--content", content])).code).toBe(0);
  });

  it("names every missing flag at once", async () => {
    const { code, stderr, added } = await make(["talk", "--yes", "--title", " "]);
    expect([code, stderr, added]).toEqual([1, "A new talk needs `--event` and `--title`. Nothing was written.\n", []]);
  });

  it("asks nothing where there is no terminal", async () => {
    expect((await archive(["new", "talk"])).stderr).toBe("A new talk needs `--event` and `--title`. Nothing was written.\n");
  });

  it.each([
    [["--event", "2020-sprng"], "There is no event `2020-sprng`. Did you mean `2020-spring`?"],
    [["--event", "../x"], "There is no event `../x`. Write the name of its folder in `content/events/`."],
    [["--speaker", "Ada Exampel"], "There is no speaker `Ada Exampel`. Did you mean `Ada Example`?"],
    [["--speaker", "ada example"], "There is no speaker `ada example`. Did you mean `Ada Example`?"],
    [["--topic", "Testing"], "There is no topic `Testing`. Did you mean `testing`?"],
    [["--topic", "tseting"], "There is no topic `tseting`. Did you mean `testing`?"],
    [["--role", "Engineer"], "There are more `--role` than `--speaker`."],
    [["--as", "agenda"], "`--as agenda` cannot be the name of a file."],
    [["--as", "../../x"], "`--as ../../x` cannot be the name of a file."],
    [["--kind", "keynot"], "argument 'keynot' is invalid"],
    [["--from-issue", "event.json"], "With `--from-issue` all fields come from the issue"],
  ])("refuses %j", async (args, message) => {
    const { code, stderr, added } = await make([...TALK, ...args]);
    expect([code, added]).toEqual([1, []]);
    expect(stderr).toContain(message);
  });

  it("takes a name for new that differs from a known one in letters without a Latin form", async () => {
    const { code, stderr } = await make([...TALK, "--topic", "testing入門"]);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("`testing入門` is a new topic.");
  });

  it("takes a name near to a known one with --sure", async () => {
    const { code, text } = await make([...TALK, "--speaker", "Ada Exampla", "--sure"]);
    expect(code).toBe(0);
    expect(text).toContain("speaker: Ada Exampla\n");
  });

  it("prints the problems of a record and writes nothing", async () => {
    const { code, stderr, added, content } = await make([...TALK, "--start", "9:30", "--slides", "no such.pdf", "--date", "2020-05-05"]);
    expect([code, added]).toEqual([1, []]);
    expect(stderr).toContain(join(content, "events/2020-spring/talks/another-talk.md"));
    expect(stderr).toContain('→ Write `"09:30"`.');
    expect(stderr).toContain("2 errors in 1 file.\nNothing was written.");
  });

  it("finds what only the whole archive shows, and blames no record for what was wrong before", async () => {
    const missing = await make([...TALK, "--video", "2020/none.webm"]);
    expect([missing.code, missing.added]).toEqual([1, []]);
    expect(missing.stderr).toContain("There is no file `2020/none.webm` in `assets/media/`.");
    const clash = await make([...TALK, "--date", "2020-05-04", "--start", "09:45", "--end", "10:15", "--room", "Hall"]);
    expect(clash.code).toBe(0);
    expect(clash.stderr).toContain("“Hall” is taken at that time by “A talk”");
    const broken = folderOf({ ...LITTLE, "events/2020-spring/talks/broken.md": "---\ntitel: x\n---\n" });
    const beside = await runNew([...TALK, "--content", broken]);
    expect([beside.code, beside.stderr.includes("titel")]).toEqual([0, false]);
  });

  it("never overwrites, and suggests another name", async () => {
    const { code, stderr, content } = await make(["talk", "--yes", "--event", "2020-spring", "--title", "A talk"]);
    expect(code).toBe(1);
    expect(stderr).toContain("a-talk.md is there already; nothing was written.");
    expect(stderr).toContain("`--as a-talk-2`");
    expect(readFileSync(join(content, "events/2020-spring/talks/a-talk.md"), "utf8")).toBe(LITTLE["events/2020-spring/talks/a-talk.md"]);
    const again = await make(["talk", "--yes", "--event", "2020-spring", "--title", "A talk", "--as", "a-talk-2"], content);
    expect(again.added).toEqual(["events/2020-spring/talks/a-talk-2.md"]);
  });

  it("makes a file name of any title", async () => {
    expect((await make(["talk", "--yes", "--event", "2020-spring", "--title", "Agenda"])).added).toEqual([
      "events/2020-spring/talks/agenda-talk.md",
    ]);
    expect((await make(["talk", "--yes", "--event", "Little Conference 2020", "--title", "仮想化"])).code).toBe(0);
  });
});

describe("people who share a name", () => {
  const TWO = {
    ...LITTLE,
    "speakers/dan-smith.md": "---\nname: Dan Smith\ncountry: Japan\norganizations:\n  - name: Example\n---\n",
    "speakers/dan-smith-two.md": "---\nname: Dan Smith\n---\n",
  };

  it("are told apart with --person, in the order of speakers", async () => {
    const args = [...TALK, "--speaker", "Ada Example", "--speaker", "Dan Smith", "--person", "", "--person", "dan-smith-two"];
    const { code, text } = await make(args, folderOf(TWO));
    expect(code).toBe(0);
    expect(text).toContain("  - name: Ada Example\n  - name: Dan Smith\n    person: dan-smith-two\n");
  });

  it("are told apart in the conversation, which says what is known of them", async () => {
    const { whole } = loadArchive({ contentDir: folderOf(TWO), assetsDir: temporaryFolder() });
    const known = knownNames(whole);
    expect(known.speakers.filter(({ name }) => name === "Dan Smith")).toHaveLength(1);
    expect(known.namesakes.get("Dan Smith")).toEqual([
      { name: "dan-smith", hint: "Example, Japan" },
      { name: "dan-smith-two", hint: "" },
    ]);
    const { asker } = scripted({ "speaker,": ["Dan Smith"], "dan smith: which of several": ["dan-smith"] });
    const answers = await askForRest(newTalk, new Map([["title", ["T"]]]), known, asker);
    expect(newTalk.record(answers)).toMatchObject({ speaker: "Dan Smith", person: "dan-smith" });
  });
});

describe("new event and new speaker", () => {
  it("write a record that passes", async () => {
    const event = await make(
      ["event", "--yes", "--name", "Little Conference 2021", "--start", "2021-05-04", "--timezone", "Europe/Berlin"].concat(
        "--welcome",
        "Hello.",
      ),
    );
    expect([event.code, event.added]).toEqual([0, ["events/2021-little-conference/event.md"]]);
    expect(event.text).toBe("---\nname: Little Conference 2021\nstartDate: 2021-05-04\ntimezone: Europe/Berlin\n---\n\nHello.\n");
    const speaker = await make(["speaker", "--yes", "--name", "Ada Example", "--alias", "A. Example", "--organization", "Example"]);
    expect([speaker.code, speaker.added]).toEqual([0, ["speakers/ada-example.md"]]);
    expect(speaker.text).toBe("---\nname: Ada Example\naliases:\n  - A. Example\norganizations:\n  - name: Example\n---\n");
  });

  it("refuse what cannot be", async () => {
    expect((await make(["event", "--yes"])).stderr).toBe("A new event needs `--name`. Nothing was written.\n");
    expect((await make(["event", "--yes", "--name", "X 2022", "--series", "none"])).stderr).toContain("There is no series `none`.");
    expect((await make(["event", "--yes", "--name", "X", "--start", "2022-05-04", "--end", "2022-05-01"])).stderr).toContain(
      "The event ends before it starts.",
    );
    expect((await make(["speaker", "--yes", "--name", "Ada Exampel"])).stderr).toContain("Did you mean `Ada Example`?");
  });
});

/** Answers questions from a list and remembers them. */
function scripted(answers: Record<string, string[]>): { asker: Asker; asked: string[] } {
  const asked: string[] = [];
  const next = (question: string) => {
    asked.push(question);
    return (
      Object.entries(answers)
        .find(([start]) => question.toLowerCase().startsWith(start))?.[1]
        .shift() ?? ""
    );
  };
  return {
    asked,
    asker: {
      text: async (question, { check }) => {
        const answer = next(question);
        return answer !== "" && check(answer) !== undefined ? next(question) : answer;
      },
      choose: async (question) => next(question),
    },
  };
}

describe("the conversation", () => {
  const { archive: little } = loadArchive({ contentDir: folderOf(LITTLE), assetsDir: temporaryFolder() });
  const known = knownNames(little);

  it("asks for what no flag has told, once for each speaker, until there are no more", async () => {
    const { asker, asked } = scripted({
      event: ["2020-spring"],
      "speaker,": ["Ada Example"],
      "another speaker,": ["Grace Sample"],
      "role as published of ada": ["Engineer"],
      "organization as published of grace": ["Sample"],
      "when it starts": ["9:30", "09:30"],
    });
    const answers = await askForRest(newTalk, new Map([["title", ["T"]]]), known, asker);
    expect(asked[0]).toBe("Event it was given at: the name of its folder");
    expect(asked.some((question) => question.startsWith("Title"))).toBe(false);
    expect(newTalk.record(answers)).toMatchObject({
      title: "T",
      start: "09:30",
      speakers: [
        { name: "Ada Example", role: "Engineer" },
        { name: "Grace Sample", organization: "Sample" },
      ],
    });
  });

  it("offers the names that the archive knows", () => {
    expect(known.events).toEqual([{ name: "2020-spring", hint: "Little Conference 2020" }]);
    expect(known.speakers).toEqual([{ name: "Ada Example", hint: "Example" }]);
    expect(known.topics).toEqual([{ name: "testing", hint: "" }]);
  });

  it("has a question for every field that is not silent, and every flag once", () => {
    for (const { fields } of [newTalk, newEvent, newSpeaker]) {
      expect(new Set(fields.map(({ flag }) => flag)).size).toBe(fields.length);
      for (const { description } of fields) expect(description).toMatch(/^\S.*[^.]$/);
    }
  });
});

describe("the writing of records", () => {
  const reads = (text: string) => {
    const split = splitFrontMatter(text);
    if (!("parts" in split)) throw new Error(split.complaint.message);
    return { data: readYaml(split.parts.yaml).data, body: split.parts.body.trim() };
  };
  const line = fc.oneof(
    fc.string({ unit: "binary", minLength: 1 }).filter((text) => !/[\u0000-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/.test(text)),
    fc.constantFrom(
      "yes",
      "no",
      "~",
      "null",
      "12",
      "1_000",
      "010",
      "0x1f",
      "09:30",
      "1:2:3",
      "---",
      "- a",
      "a: b",
      "a #b",
      "&a",
      "*a",
      "!x",
      "@",
      "`",
      "%",
      "{",
      "[",
      "=",
      "<<",
      "2012-08-27",
      ".inf",
      "'",
      '"',
      " x ",
      "#",
      "?",
      "|",
      ">",
    ),
  );

  it("gives back what was written, whatever the text", () => {
    fc.assert(
      fc.property(line, line, fc.array(line, { maxLength: 3 }), fc.array(line, { maxLength: 4 }), (title, name, topics, lines) => {
        const bio = lines.join("\n");
        const abstract = `x${lines.join("\n---\n")}x`;
        const text = formatRecord("talk", { abstract, topics, speakers: [{ bio, name }], title });
        const { data, body } = reads(text);
        expect(data).toEqual({ title, speakers: [{ name, bio }], ...(topics.length > 0 && { topics }) });
        expect(body).toBe(abstract);
      }),
      { numRuns: 300 },
    );
  });

  it("leaves nothing for `check --fix` to mend", () => {
    const text = formatRecord("talk", { end: "10:00", start: "09:30", date: "2012-08-27", title: "x", topics: ["on"] });
    expect(mendsOf(text, "talk", new Map())).toEqual([]);
    expect(text).toBe('---\ntitle: x\ndate: 2012-08-27\nstart: "09:30"\nend: "10:00"\ntopics:\n  - "on"\n---\n');
    expect(formatRecord("event", { endDate: "2013", startDate: "2012-08", name: "x" })).toBe(
      '---\nname: x\nstartDate: 2012-08\nendDate: "2013"\n---\n',
    );
  });

  it("never writes over a file", () => {
    const file = join(temporaryFolder(), "a/b.md");
    createRecordFile(file, "first");
    expect(() => createRecordFile(file, "second")).toThrow("EEXIST");
    expect(readFileSync(file, "utf8")).toBe("first");
    expect(readdirSync(dirname(file))).toEqual(["b.md"]);
  });

  it("that is killed in the middle leaves no half of a record", () => {
    const file = join(temporaryFolder(), "a.md");
    const killed = `
      import fs, { writeFileSync } from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      const write = writeFileSync;
      fs.writeFileSync = (file, text, options) => {
        write(file, text.slice(0, 5), options);
        process.kill(process.pid, "SIGKILL");
      };
      syncBuiltinESMExports();
      const { createRecordFile } = await import(${JSON.stringify(join(PROJECT, "src/content/write-record.ts"))});
      createRecordFile(${JSON.stringify(file)}, "a whole record");`;
    const { signal } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", killed], { cwd: PROJECT });
    expect([signal, existsSync(file)]).toEqual(["SIGKILL", false]);
  });
});

describe("the help of every command that the README names", () => {
  const [, names = ""] = /^\| `npm run archive -- COMMAND --help` \| explains (.*), each with an example \|$/m.exec(
    readFileSync(join(PROJECT, "README.md"), "utf8"),
  ) ?? [""];
  it.each([...names.matchAll(/`([a-z-]+)`/g)].map(([, name = ""]) => name))("%s has an example", async (name) => {
    expect((await archive([name, "--help"])).stdout).toMatch(/\nExample:\n {2}npm run .*archive -- /);
  });
});
