/** What readers see of the fields that say what became of a talk. */
import { beforeAll, describe, expect, test } from "vitest";
import { createEnvironment, loadTemplates } from "../../src/build/templates.ts";
import { frameView } from "../../src/layouts/frame.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { richArchive } from "../components/rich.ts";
import { existing, talkOf } from "../model/make.ts";
import { madeUpAssets } from "../support/assets.ts";

let environment: ReturnType<typeof createEnvironment>;
beforeAll(async () => {
  environment = createEnvironment(await loadTemplates());
});

const archive = richArchive();

/** The main part of a page as HTML with single blanks. */
function page(kind: string, path: string): string {
  const frame = frameView(archive, { generator: "Generator", builtOn: undefined, assets: madeUpAssets() });
  const views = existing(PAGE_KINDS.find((one) => one.name === kind)).views(archive);
  const view = existing([...views].find((one) => one.path === path));
  const html = environment.render(`pages/${kind}.njk`, { view, frame }).replace(/\s+/g, " ");
  return /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html;
}

test("an event of which no source is known promises none", () => {
  const event = (sources: readonly string[]) => {
    const made = existing(archive.events.find(({ path }) => path === "/events/2011-autumn/"));
    const before = { ...made.record };
    Object.assign(made.record, { sources, note: undefined });
    const html = page("event", made.path);
    Object.assign(made.record, before);
    return html;
  };
  expect(event(["https://example.org/"])).toContain("as complete as the sources below.");
  expect(event([])).toContain("Nothing says how complete the programme is.");
});

const talk = (name: string) => page("talk", `/events/2011-autumn/${name}/`);

describe("the page of a talk", () => {
  test("says what became of it, and where it was given in the end", () => {
    expect(talk("first")).toContain("This talk moved online.");
    expect(talk("days")).toContain("This talk was cancelled.");
    expect(talk("later")).toMatch(
      /This talk was postponed: <a href="\/archive\/events\/2012-spring\/local\/" dir="auto">A talk, Spring 2012<\/a>\./,
    );
    expect(talk("second")).toContain("This talk was postponed.");
  });

  test("says once and kindly why there is no recording", () => {
    expect(talk("second").match(/not recorded, at the request of its speakers\./g)).toHaveLength(1);
    expect(talk("days")).toContain("This talk was not recorded.");
    expect(talk("later")).toContain("The recording of this talk is not published.");
  });

  test("names the number of names that are withheld", () => {
    expect(talk("first")).toContain("<li>Name withheld</li>");
  });

  test("of a withheld talk says so, and nothing else of it", () => {
    const html = talk("gone");
    expect(html).toContain("Talk withheld");
    expect(html).toContain("This talk is withheld.");
    expect(html).not.toMatch(/Unseen|No abstract is known|No source names the speaker|Cite this talk/);
  });

  test("has all documents and recordings, each with its name", () => {
    const html = talk("first");
    for (const name of ["Slides, English", "The whole story", "Code", "Document", "Video, part 1", "Video, part 2, English"])
      expect(html).toContain(name);
  });

  test("leads to the chapters of its recording, and plays from where it starts in a longer video", () => {
    const html = talk("first");
    expect(html).toContain('<li id="t-750"><a href="https://vimeo.com/2#t=750s">12:30</a> <span dir="auto">Beginning</span>');
    expect(html).toContain("#t=750s");
    expect(html).toContain('href="https://vimeo.com/2#t=750s"');
    expect(html).toContain("<small>Vimeo, 12:30–1:02:30</small>");
  });

  test("tells its parts, languages, licences and where else it was given", () => {
    const html = talk("first");
    expect(html).toContain("<dt>Part</dt><dd>1 of 2</dd>");
    expect(html).toContain('<dt>Continued by</dt><dd><a href="/archive/events/2011-autumn/second/">');
    expect(html).toContain("<dt>Languages</dt><dd>German, English</dd>");
    expect(html).toMatch(/<dt>Licence<\/dt><dd><a class="leaving" href="https:\/\/spdx\.org\/licenses\/MIT\.html" rel="external">MIT/);
    expect(html).toMatch(/<dt>Licence of slides<\/dt><dd><a [^>]*>CC BY-SA 4\.0/);
    // The first recording has that of the talk.
    expect(html).toMatch(/<dt>Licence: Video, part 2, English<\/dt><dd><a [^>]*>example\.org\/recording-licence/);
    expect(html.match(/<dt>Licence/g)).toHaveLength(3);
    expect(html).toContain('<dt>Also given at</dt><dd><a href="/archive/events/2010-spring/">Spring 2010</a>');
    expect(page("talk", "/events/2012-spring/gone/")).toContain("In two parts, Autumn 2011");
    expect(talk("second")).toContain('<dt>Continues</dt><dd><a href="/archive/events/2011-autumn/first/">In two parts, Autumn 2011</a>');
  });

  test("over several days has its first and its last", () => {
    expect(talk("days")).toContain("Mon 3 October 2011, 18:00 – Wed 5 October 2011, 12:00");
  });
});

describe("a talk of several recordings", () => {
  const second = talkOf(archive, "2011-autumn/later");
  const recordings = [
    { url: "https://vimeo.com/5" },
    {
      file: "2012/talk.webm",
      captions: "2012/talk.vtt",
      language: "de",
      start: "0:02",
      end: "9:00",
      chapters: [{ start: "0:04", title: "Anfang" }],
    },
  ];
  beforeAll(() => void Object.assign(second, { recordings, video: recordings[0] }));

  test("has the transcript of the first that has captions, beside that recording", () => {
    expect(talk("later")).toContain('href="/archive/events/2011-autumn/later/transcript/"');
    const html = page("transcript", "/events/2011-autumn/later/transcript/");
    expect(html).toContain('<source src="/archive/media/2012/talk.webm#t=2,540">');
    expect(html).toMatch(/class="lines follows" lang="de">.*<a href="\/archive\/media\/2012\/talk\.webm#t=3">0:03<\/a> Guten Tag\./);
  });

  test("leads to the chapters of each", () => {
    expect(talk("later")).toContain('<a href="/archive/media/2012/talk.webm#t=4">0:04</a> <span dir="auto">Anfang</span>');
  });
});

test("lists mark what became of a talk and its languages", () => {
  const html = page("presentations", "/presentations/");
  expect(html).toContain('<p class="talk-kind">part 1 of 2, moved online, German, English</p>');
  expect(html).toContain('data-languages="German|English"');
  expect(html).toContain('<select id="filter-language" name="language">');
});

test("the agenda has a session over several days on each of them, with one place to link to", () => {
  const html = page("agenda", "/events/2011-autumn/agenda/");
  expect(html.match(/Over several days/g)).toHaveLength(3);
  expect(html.match(/id="session-days"/g)).toHaveLength(1);
  expect(html.match(/Monday, 3 October 2011, 18:00 – Wednesday, 5 October 2011, 12:00/g)).toHaveLength(3);
});

test("the programme of an event tells from when to when a session over several days is", () => {
  expect(page("event", "/events/2011-autumn/")).toContain("cancelled, Monday, 3 October 2011, 18:00 – Wednesday, 5 October 2011, 12:00");
});

test("the page of an event says what became of it, and the licences of its talks", () => {
  const html = page("event", "/events/2011-autumn/");
  expect(html).toContain('This event was postponed: <a href="/archive/events/2012-spring/">Spring 2012</a>.');
  expect(html).toMatch(
    /<dt>Licence of recordings<\/dt><dd><a class="leaving" href="https:\/\/creativecommons\.org\/publicdomain\/zero\/1\.0\/"/,
  );
});

test("topics have their label, and people their country", () => {
  expect(page("topic", "/topics/arm/")).toMatch(/<h1[^>]*>.*Arm.*<\/h1>/);
  expect(page("speaker", "/speakers/ada/")).toContain("Germany");
});
