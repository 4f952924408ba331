/** Pages of Hugo, Jekyll and Eleventy as real sites have them: people as records or in pages of their own, times and addresses in their ways. */
import { describe, expect, test } from "vitest";
import { withProfiles } from "../../src/importers/parts/listed-people.ts";
import { read } from "./read.ts";

const page = (fields: string, text = "What it is about.") => `---\n${fields}\n---\n\n${text}\n`;

describe("people of a talk that are records", () => {
  const { conference, notKept } = read("front-matter", {
    "_talks/one.md": page(
      [
        "title: One",
        "presenters:",
        "  - name: Ann Lee",
        "    bio: Writes kernels.",
        "    company: Example, Inc.",
        "    job_title: CTO",
        "    github: annlee",
        "    photo_url: /ann.jpg",
        "  - first_name: Bob",
        "    last_name: Ray",
        "  - Cy Fu",
      ].join("\n"),
    ),
    "_talks/two.md": page("title: Two\nspeaker: { title: Ann Lee, website: ann.example }"),
  });

  test("have their roles, organizations and bios at the talk", () => {
    expect(conference.talks[0]?.speakers).toEqual([
      { name: "Ann Lee", organization: "Example, Inc.", role: "CTO", bio: "Writes kernels." },
      { name: "Bob Ray" },
      { name: "Cy Fu" },
    ]);
    expect(conference.talks[1]?.speakers).toEqual([{ name: "Ann Lee" }]);
  });

  test("have their profiles on other sites, each once", () => {
    expect(conference.speakers).toEqual([
      {
        rows: [],
        key: "Ann Lee",
        name: "Ann Lee",
        links: [
          { title: "GitHub", url: "https://github.com/annlee" },
          { title: "Website", url: "https://ann.example" },
        ],
      },
    ]);
    expect([...notKept.keys()]).toEqual(["presenters.photo_url"]);
  });
});

describe("people in pages of their own", () => {
  const files = {
    "_presenters/ann-lee.md": page("layout: speaker-template\nname: Ann Lee\nslug: ann\ntwitter: annlee", "Writes kernels."),
    "_talks/one.md": page("title: One\npresenter_slugs: [ann]\ncategory: tutorials"),
    "_talks/two.md": page("title: Two\nspeakers:\n  - slug: ann-lee\n  - name: Bob Ray"),
    "_talks/three.md": page("title: Three\npresenter_slugs: [nobody-known]\nroom: Hall"),
  };
  const { conference, notKept } = read("front-matter", files);

  test("are found by the names of these pages", () => {
    expect(conference.speakers.map(({ name, bio }) => [name, bio])).toEqual([["Ann Lee", "Writes kernels."]]);
    expect(conference.talks.map(({ slug, speakers }) => [slug, speakers.map(({ name }) => name)])).toEqual([
      ["one", ["Ann Lee"]],
      ["two", ["Ann Lee", "Bob Ray"]],
      ["three", []],
    ]);
    expect(notKept.get("presenter_slugs")).toBe(1);
  });

  test("are found where they name their talks, but no drafts", () => {
    const { conference: found, notKept: lost } = read("front-matter", {
      "_talks/one.md": page("title: One\ntalk_id: first\nroom: Hall"),
      "_talks/two.md": page("title: Two\nroom: Hall\npresenter_slugs: [cy, bob]"),
      "people/ann.md": page(
        "name: Ann Lee\ntalk_id: first\nlinks:\n  - { text: Blog, url: 'https://ann.example/' }\n  - https://www.ann.example/2",
      ),
      "people/bob.md": page("name: Bob Ray\ntalks: [one, two]"),
      "people/cy.md": page("name: Cy Fu\ndraft: true\ntalks: [one, two]"),
    });
    expect(found.talks.map(({ speakers }) => speakers)).toEqual([[{ name: "Ann Lee" }, { name: "Bob Ray" }], [{ name: "Bob Ray" }]]);
    expect(found.speakers[0]?.links).toEqual([
      { title: "Blog", url: "https://ann.example/" },
      { title: "ann.example", url: "https://www.ann.example/2" },
    ]);
    expect(Object.fromEntries(lost)).toEqual({ presenter_slugs: 1, talks: 1 });
  });

  test("are found by the paths of these pages, and are at the talk what the pages say", () => {
    const { conference: found, notKept: lost } = read("front-matter", {
      "_talks/one.md": page("title: One\nspeakers: [_participants/ann.md, _participants/gone.md, Bob Ray]\nformat: In-person"),
      "_participants/ann.md": page(
        "name: Ann Lee\ntagline: Engineer\nsocial_links:\n  - { url: 'https://social.example/@ann', display: '@ann' }",
      ),
      "speakers/index.md": page("title: All speakers\nspeakers:\n  - { name: Ann Lee, slug: ann }"),
    });
    expect(found.talks.map(({ record, speakers }) => [record.title, record.kind, speakers])).toEqual([
      ["One", undefined, [{ name: "Ann Lee", role: "Engineer" }, { name: "Bob Ray" }]],
    ]);
    expect(found.speakers[0]?.links).toEqual([{ title: "@ann", url: "https://social.example/@ann" }]);
    expect(lost.get("format")).toBe(1);
    expect(lost.get("speakers")).toBe(2);
  });

  test("what a person's page says is not told before the day that it waits for", () => {
    const files = {
      "_talks/one.md": page("title: One\nspeakers: [ann]\nroom: Hall"),
      "_talks/two.md": page("title: Two\nroom: Hall\npresenter_slugs: [ann]"),
      "people/ann.md": page("name: Ann Lee\nrole: Engineer\npublishDate: 2030-05-01"),
    };
    const [before, after] = ["2030-04-30", "2030-05-01"].map((today) => read("front-matter", files, today));
    expect(before?.conference.talks.map(({ speakers }) => speakers)).toEqual([[{ name: "Ann Lee" }], []]);
    expect(before?.conference.speakers[0]).toMatchObject({ name: "Ann Lee", publishFrom: "2030-05-01" });
    expect(after?.conference.talks.map(({ speakers }) => speakers)).toEqual([
      [{ name: "Ann Lee", role: "Engineer" }],
      [{ name: "Ann Lee", role: "Engineer" }],
    ]);
    expect(after?.conference.speakers[0]).not.toHaveProperty("publishFrom");
  });

  test("a category that is a kind of session is one", () => {
    expect(conference.talks[0]?.record).toMatchObject({ kind: "tutorial" });
  });
});

describe("a page of a talk", () => {
  const talkOf = (fields: string, text?: string) => {
    const { conference, problems, guesses } = read("front-matter", {
      "_talks/one.md": page(`title: One\nspeakers: [Ann Lee]\n${fields}`, text),
    });
    return { ...conference.talks[0], problems, guesses };
  };

  test("has the time of its date, also where it is in a named slot", () => {
    const { when, problems } = talkOf("date: 2023-10-17 09:45:00-04:00\nend_date: 2023-10-17 10:30:00-04:00\ntalk_slot: full");
    expect(when).toEqual({ date: "2023-10-17", start: "09:45", offset: "-04:00", end: { date: "2023-10-17", time: "10:30" } });
    expect(problems).toEqual([]);
  });

  test("keeps a summary and the text", () => {
    expect(talkOf("abstract: In short.", "At length.").record?.abstract).toBe("In short.\n\nAt length.");
    expect(talkOf("abstract: In short.\ndescription: For machines.", "At length.").record?.abstract).toBe(
      "In short.\n\nFor machines.\n\nAt length.",
    );
    expect(talkOf("short_description: At length", "At length.").record?.abstract).toBe("At length.");
  });

  test("keeps the paths that it was at, without a warning", () => {
    const { record, url, problems } = talkOf("link: null\npermalink: /talks/one/\nredirect_from: [/talk/1/]\naliases: /t/one/");
    expect([record?.formerUrls, url, problems]).toEqual([["/talks/one/", "/talk/1/", "/t/one/"], undefined, []]);
  });

  test("has the video of which it gives the name at its host", () => {
    expect(talkOf("youtube_id: dbDCIzQ4hFY").record?.video).toBe("https://www.youtube.com/watch?v=dbDCIzQ4hFY");
    expect(talkOf("vimeo: 123456").record?.video).toBe("https://vimeo.com/123456");
    expect(talkOf("youtube: https://youtu.be/dbDCIzQ4hFY").record?.video).toBe("https://youtu.be/dbDCIzQ4hFY");
  });

  test("has the video whose name can only be one of YouTube, and that is told", () => {
    const { record, guesses } = talkOf("videoId: dbDCIzQ4hFY");
    expect([record?.video, guesses]).toEqual([
      "https://www.youtube.com/watch?v=dbDCIzQ4hFY",
      [{ written: "videoId", read: "names of videos at YouTube" }],
    ]);
    for (const none of ["ComingLater", "TBA-2024-10", "coming-soon", "UNAVAILABLE", "12345678901", "To_Be_Added"])
      expect([none, talkOf(`videoId: ${none}`).record?.video]).toEqual([none, undefined]);
  });

  test("has whole addresses where the mapping names the site", () => {
    const { conference, problems } = read("front-matter", {
      "map.yaml": "import: front-matter\nsite: https://conf.example/2024/\nevent: { name: Conf }\n",
      "_talks/one.md": page("title: One\nspeakers: [Ann Lee]\npermalink: /talks/one/\nslides: /static/one.pdf"),
    });
    const [talk] = conference.talks;
    expect([talk?.url, talk?.record.slides, problems]).toEqual([
      "https://conf.example/talks/one/",
      "https://conf.example/static/one.pdf",
      [],
    ]);
  });
});

test("a mapping that names no site by a whole address is told", () => {
  const { problems, conference, notKept } = read("front-matter", {
    "map.yaml": "import: front-matter\nsite: javascript:alert(1)\nevent: { name: Conf }\n",
    "people/ann.md": page("name: Ann Lee\npermalink: /ann/"),
    "_talks/one.md": page("title: One\nspeakers: [ann]"),
  });
  expect([problems.map(({ rule }) => rule), conference.speakers[0]?.url, notKept.get("permalink")]).toEqual([
    ["bad-address"],
    undefined,
    1,
  ]);
});

describe("what a site does not say for certain", () => {
  test("profiles of a list are those of the speaker whom the talk has, under the name there", () => {
    const { conference, notKept } = read("front-matter", {
      "_talks/one.md": page(
        "title: One\nspeakers:\n  - { name: Ann Lee (Intel), twitter: annlee }\n" +
          '  - { name: "Ray, Bob", twitter: bobray }\n  - { name: Cy Fu and Di Gu, github: cyfu }\n  - { slug: nobody-known }',
      ),
    });
    expect(conference.talks[0]?.speakers.map(({ name }) => name)).toEqual(["Ann Lee", "Bob Ray", "Cy Fu", "Di Gu"]);
    expect(conference.speakers.map(({ name }) => name)).toEqual(["Ann Lee", "Bob Ray"]);
    expect(Object.fromEntries(notKept)).toEqual({ "speakers.github": 1, "speakers.slug": 1 });
  });

  test("a draft says nothing of its people but in the draft itself", () => {
    const { conference, notKept } = read("front-matter", {
      "_talks/one.md": page("title: One\ndraft: true\nspeakers:\n  - { name: Ann Lee, bio: Writes., twitter: annlee }"),
      "_talks/two.md": page("title: Two\nspeakers: [Ann Lee]"),
    });
    expect([conference.speakers, conference.talks[0]?.record.draft]).toEqual([[], true]);
    expect(Object.fromEntries(notKept)).toEqual({ "speakers.twitter": 1 });
  });

  test("of a person of a list who is private, talks have the name alone", () => {
    const { conference, notKept } = read("front-matter", {
      "_talks/one.md": page(
        "title: One\nspeakers: [{ name: Ann Lee, private: true, bio: Writes., twitter: annlee }, { name: Bob Ray, public: yes, bio: Reads. }]",
      ),
    });
    expect(conference.talks[0]?.speakers).toEqual([{ name: "Ann Lee" }, { name: "Bob Ray", bio: "Reads." }]);
    expect([conference.speakers, notKept.get("speakers.bio"), notKept.get("speakers.twitter")]).toEqual([[], 1, 1]);
  });

  test("roles are words, are read where somebody speaks, and are nobody's where two have one name", () => {
    const { conference, notKept } = read("front-matter", {
      "_people/ann.md": page("name: Ann Lee\nposition: 12\nrole: CTO"),
      "_people/bob.md": page("name: Bob Ray\nrole: Wizard"),
      "_people/cy.md": page("name: Cy Fu\nrole: Chair"),
      "_people/cy-2.md": page("name: Cy Fu"),
      "_talks/one.md": page("title: One\nspeakers: [Ann Lee, Cy Fu]"),
    });
    expect(conference.talks[0]?.speakers).toEqual([{ name: "Ann Lee", role: "CTO" }, { name: "Cy Fu" }]);
    expect(Object.fromEntries(notKept)).toEqual({ position: 1, role: 2 });
  });

  test("a name of a page that several have is nobody's name, and each still gave the talk that the own page names", () => {
    const { conference } = read("front-matter", {
      "2018/speakers/john.md": page("name: John Smith\ntalks: two"),
      "2019/speakers/john.md": page("name: John Doe"),
      "_talks/one.md": page("title: One\nspeakers: [john, Ann Lee]"),
      "_talks/two.md": page("title: Two\nroom: Hall"),
    });
    const names = conference.talks.map(({ speakers }) => speakers.map(({ name }) => name));
    expect(names).toEqual([["john", "Ann Lee"], ["John Smith"]]);
  });

  test("talks that a person names, and that say otherwise or are not there, are told; and as many as want can have given one", () => {
    const many = Array.from({ length: 30 }, (_, number) => [`_people/p-${number}.md`, page(`name: Person N${number}\ntalks: two`)]);
    const { conference, notKept } = read("front-matter", {
      "_people/ann.md": page("name: Ann Lee\ntalks: [one, three, nowhere]"),
      "_talks/one.md": page("title: One\nroom: Hall"),
      "_talks/three.md": page("title: Three\nspeakers: [Bob Ray]"),
      "_talks/two.md": page("title: Two\nroom: Hall"),
      ...Object.fromEntries(many),
    });
    expect(conference.talks.map(({ speakers }) => speakers.length)).toEqual([1, 1, 30]);
    expect(Object.fromEntries(notKept)).toEqual({ talks: 2 });
  });

  test.each([
    ["Social good", undefined, "Social good"],
    ["Platforms and training", undefined, "Platforms and training"],
    ["social-hour", "social", undefined],
    ["Lightning talks", "lightning", undefined],
    ["Panel discussion", "panel", undefined],
  ])("a category %s is of the kind %s and the track %s", (category, kind, track) => {
    const { conference } = read("front-matter", { "_talks/one.md": page(`title: One\nspeakers: [Ann Lee]\ncategory: ${category}`) });
    const { record } = conference.talks[0] ?? {};
    expect([record?.kind, record?.track]).toEqual([kind, track]);
  });

  test("paths that no page of an archive can have are told as not kept", () => {
    const { conference, notKept } = read("front-matter", {
      "_talks/one.md": page("title: One\nspeakers: [Ann Lee]\npermalink: /talks/:title/\naliases: [/, /events/, /a?b, /old/]"),
    });
    expect(conference.talks[0]?.record.formerUrls).toEqual(["/old/"]);
    expect(Object.fromEntries(notKept)).toEqual({ permalink: 1, aliases: 3 });
  });

  test("a bio keeps its paragraphs", () => {
    const { conference } = read("front-matter", { "people/ann.md": "---\nname: Ann Lee\nbio: |\n  Writes.\n\n  Reads.\n---\n" });
    expect(conference.speakers[0]?.bio).toBe("Writes.\n\nReads.");
  });

  test("the list of all speakers is no person", () => {
    const { conference } = read("front-matter", {
      "speakers/_index.md": page("title: Speakers"),
      "speakers/ann.md": page("name: Ann Lee"),
      "_talks/one.md": page("title: One\nspeakers: [ann]"),
    });
    expect(conference.speakers.map(({ name }) => name)).toEqual(["Ann Lee"]);
  });
});

test("a person of very many talks keeps nobody waiting", () => {
  const listed = Array.from({ length: 10_000 }, (_, number) => ({
    rows: [],
    key: "Ann Lee",
    name: "Ann Lee",
    links: [{ title: "Page", url: `https://example.org/${number}` }],
  }));
  const before = performance.now();
  expect(withProfiles([{ rows: [], key: "ann", name: "Ann Lee" }], listed)[0]?.links).toHaveLength(10_000);
  expect(performance.now() - before).toBeLessThan(1000);
});
