import { describe, expect, test } from "vitest";
import { agendaItem, slotTime } from "../../src/components/agenda-item.ts";
import { bioAtTalk, bioView } from "../../src/components/bio.ts";
import { eventItem } from "../../src/components/event-item.ts";
import { listedPapers, paperItem, paperListPath } from "../../src/components/paper-item.ts";
import { talkItemWithout, talkItem, timeText } from "../../src/components/talk-item.ts";
import { slotsOf } from "../../src/model/agenda.ts";
import { archiveOf, existing, type Made, talkOf } from "../model/make.ts";
import { richArchive } from "./rich.ts";

type Fields = Record<string, unknown>;

const rich = richArchive();

function oneTalk(talk: Fields, event: Fields = {}, more: Made = {}) {
  const archive = archiveOf({
    events: { e: { name: "Spring", ...event } },
    talks: { "e/t": talk },
    url: "https://example.org/archive/",
    ...more,
  });
  return { archive, talk: talkOf(archive, "e/t") };
}

describe("a talk in a list", () => {
  test("links itself, its speakers, its edition and its topics inside the archive", () => {
    expect(talkItem(rich, talkOf(rich, "2012-spring/local"))).toMatchObject({
      title: "A talk",
      href: "/archive/events/2012-spring/local/",
      year: "2012",
      room: "Hall",
      event: { label: "Spring 2012", href: "/archive/events/2012-spring/" },
      speakers: [
        { label: "Ada Example", href: "/archive/speakers/ada/" },
        { label: "Bob", href: "/archive/speakers/bob/" },
      ],
      topics: [
        { label: "security", href: "/archive/topics/security/" },
        { label: "Arm", href: "/archive/topics/arm/" },
      ],
    });
  });

  test("shows slides before video, each where it is", () => {
    const { media } = talkItem(rich, talkOf(rich, "2012-spring/local"));
    expect(media.map(({ kind, local }) => [kind, local])).toEqual([
      ["slides", true],
      ["slides", false],
      ["video", true],
      ["video", false],
    ]);
    expect(new Set(media.map(({ of }) => of))).toEqual(new Set(["A talk"]));
  });

  test("shows a name as published at the talk, and leads to the person", () => {
    const { archive, talk } = oneTalk(
      { speaker: "A. Example" },
      {},
      { speakers: { ada: { name: "Ada Example", aliases: ["A. Example"] } } },
    );
    expect(talkItem(archive, talk).speakers).toEqual([{ label: "A. Example", href: "/archive/speakers/ada/" }]);
  });

  test("names five speakers and counts the others; those beside one person without that person", () => {
    const { archive, talk } = oneTalk({ speakers: [..."ABCDEFGH"].map((name) => ({ name })) });
    const shown = (item: ReturnType<typeof talkItem>) => [item.speakers.map(({ label }) => label).join(""), item.moreSpeakers];
    expect(shown(talkItem(archive, talk))).toEqual(["ABCDE", 3]);
    expect(shown(talkItemWithout(archive, talk, existing(talk.speakers[1]).person))).toEqual(["ACDEF", 2]);
    const { archive: small, talk: five } = oneTalk({ speakers: [..."ABCDE"].map((name) => ({ name })) });
    expect(shown(talkItem(small, five))).toEqual(["ABCDE", 0]);
  });

  test("names its kind and language only where they are not the usual ones", () => {
    const shown = (fields: Fields) => {
      const { archive, talk } = oneTalk(fields);
      const { kind, lang, isBreak } = talkItem(archive, talk);
      return { kind, lang, isBreak };
    };
    expect(shown({})).toEqual({ kind: null, lang: null, isBreak: false });
    expect(shown({ kind: "keynote", language: "de" })).toEqual({ kind: "keynote", lang: "de", isBreak: false });
    expect(shown({ kind: "break", language: "en" })).toEqual({ kind: null, lang: null, isBreak: true });
  });

  test.each([
    [{ date: "2012-05-31", start: "09:00", end: "10:15" }, "09:00–10:15"],
    [{ date: "2012-05-31", start: "09:00", duration: 45 }, "09:00–09:45"],
    [{ date: "2012-05-31", start: "09:00" }, "09:00"],
    [{ date: "2012-05-31" }, ""],
    [{ duration: 45 }, ""],
  ])("with %j says when as far as it is known", (fields, time) => {
    const { archive, talk } = oneTalk(fields);
    expect(talkItem(archive, talk).time).toBe(time);
    expect(timeText(talk)).toBe(time);
  });

  test("has as its picture the first slide, else a still of the video, in the smallest size that is sharp", () => {
    expect(talkItem(rich, talkOf(rich, "2012-spring/local")).picture).toBe("/archive/assets/media/talk-89ab/1-200.webp");
    const { archive, talk } = oneTalk({ video: { file: "v.webm", poster: "2012/talk.jpg" } });
    expect(talkItem(archive, talk).picture).toBeNull();
    const made = { ...archive, made: rich.made };
    expect(talkItem(made, talkOf(made, "e/t")).picture).toBe("/archive/assets/media/talk-4567/talk-960.webp");
  });

  test("without anything known is still whole", () => {
    const { archive, talk } = oneTalk({});
    expect(talkItem(archive, talk)).toMatchObject({ speakers: [], topics: [], media: [], room: null, year: "", time: "" });
  });
});

describe("a session of the agenda", () => {
  const shown = (fields: Fields, event: Fields = {}) => {
    const { archive, talk } = oneTalk(fields, event);
    const { times } = agendaItem(archive, talk);
    return { start: slotsOf([talk]).map(slotTime)[0], times, end: times?.to };
  };
  const berlin = { timezone: "Europe/Berlin" };

  test("has times that machines can read, with their offset, only where they are certain", () => {
    const at = { date: "2012-05-31", start: "09:00", end: "10:00" };
    expect(shown(at, berlin).start?.datetime).toBe("2012-05-31T09:00+02:00");
    expect(shown(at, berlin).end).toEqual({ text: "10:00", datetime: "2012-05-31T10:00+02:00" });
    expect(shown(at).start?.datetime).toBeNull();
    expect(shown(at).end).toEqual({ text: "10:00", datetime: null });
    expect(shown({ ...at, start: "23:30", end: "00:30" }, berlin).end?.datetime).toBe("2012-06-01T00:30+02:00");
    expect(shown({ date: "2012-03-25", start: "02:30" }, berlin).start?.datetime).toBeNull();
    expect(shown({ date: "2012-10-28", start: "02:30" }, berlin).start?.datetime).toBeNull();
  });

  test("says from when to when it is where both are known", () => {
    expect(shown({ date: "2012-05-31", start: "09:00", duration: 30 }).times).toMatchObject({
      from: { text: "09:00" },
      to: { text: "09:30" },
    });
    expect(shown({ date: "2012-05-31", start: "09:00" }).times).toBeNull();
    expect(shown({ date: "2012-05-31", start: "09:00", end: "09:00" }).times).toBeNull();
    expect(shown({ duration: 75 }).times).toBeNull();
    expect(shown({}).times).toBeNull();
  });

  test("starts on the next day where it starts after the midnight of its day", () => {
    const night = { ...berlin, dayChange: "05:00" };
    expect(shown({ date: "2012-06-01", start: "00:30" }, night).start).toMatchObject({ text: "00:30", nextDay: true });
    expect(shown({ date: "2012-06-01", start: "00:30" }, berlin).start).toMatchObject({ text: "00:30", nextDay: false });
  });

  test("has an address of its own on the page", () => {
    const ids = rich.events.flatMap((event) => event.talks.map((talk) => `${event.id} ${agendaItem(rich, talk).id}`));
    expect(new Set(ids).size).toBe(rich.talks.length);
  });
});

describe("an edition in a list", () => {
  const shown = (event: Fields, talks: Made["talks"] = {}) => {
    const archive = archiveOf({ events: { e: { name: "Spring", ...event } }, talks });
    return eventItem(archive, existing(archive.events[0]));
  };

  test("counts its talks, slides and videos, but no breaks", () => {
    const url = "https://example.org/";
    expect(shown({}, { "e/a": { slides: url, video: url }, "e/b": { slides: url }, "e/tea": { kind: "break" } })).toMatchObject({
      size: "2 talks, 2 with slides, 1 with video",
      talks: 2,
    });
    expect(shown({}, { "e/a": {} }).size).toBe("1 talk");
    expect(shown({}).size).toBe("no talks known");
  });

  test("says where and when, or that it is not known", () => {
    expect(shown({ city: "San Diego", country: "USA", startDate: "2012-08-27", endDate: "2012-08-28", host: "A host" })).toMatchObject({
      place: "San Diego, USA",
      dates: "27–28 August 2012",
      host: "A host",
      year: "2012",
    });
    expect(shown({ city: "Online", country: "Online" }).place).toBe("Online");
    expect(shown({ country: "Japan" }).place).toBe("Japan");
    expect(shown({})).toMatchObject({ place: "", dates: "Date unknown", host: null, year: "" });
  });
});

describe("a paper in a list", () => {
  test("stands below newer ones, and below all where it has no year", () => {
    const archive = archiveOf({ papers: { a: { year: 2008 }, b: {}, c: { year: 2019 } } });
    expect(listedPapers(archive).map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });

  test("asks for its page of the list without sorting the list again", () => {
    const papers = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`p${index}`, { year: 2000 + index }]));
    const archive = archiveOf({ papers });
    let looks = 0;
    const watched = new Proxy(archive, {
      get: (target, name): unknown => {
        if (name === "papers") looks++;
        return Reflect.get(target, name);
      },
    });
    expect(
      archive.papers
        .slice(0, 40)
        .map((paper) => paperListPath(watched, paper))
        .slice(8, 12),
    ).toEqual(["/papers/3/", "/papers/3/", "/papers/2/", "/papers/2/"]);
    expect(looks).toBe(1);
  });

  test("shows all that is known", () => {
    expect(paperItem(rich, existing(rich.papers[0]))).toMatchObject({
      id: "one",
      href: "https://www.example.org/paper",
      authors: "Ada Example, Bob",
      published: "A conference, pages 1-2, 2003",
      doi: { label: "doi:10.1145/945445.945462", href: "https://doi.org/10.1145/945445.945462", host: "doi.org" },
      topics: [{ href: "/archive/topics/security/" }],
      sources: [{ href: "https://www.example.org/source-1" }, { href: "https://www.example.org/source-2/" }],
    });
  });

  test("is whole where little is known", () => {
    expect(paperItem(rich, existing(rich.papers[1]))).toMatchObject({
      href: null,
      authors: "",
      published: "",
      doi: null,
      note: null,
      links: [],
    });
  });
});

describe("a bio", () => {
  const bioOf = (fields: Fields) => {
    const archive = archiveOf({ speakers: { ada: { name: "Ada", ...fields } } });
    return bioView(archive, existing(archive.people[0]));
  };

  test("says whose words it is and how old", () => {
    expect(bioOf({ bio: "Hello.", bioBy: "archive", bioAsOf: "2012-05" })).toMatchObject({
      prose: { html: "<p>Hello.</p>" },
      note: "Summary by the archive, from May 2012.",
    });
    expect(bioOf({ bio: "Hello.", bioBy: "speaker", bioAsOf: "2012" })?.note).toBe("Bio from 2012.");
    expect(bioOf({ bio: "Hello." })?.note).toMatch(/undated/);
    expect(bioOf({})).toBeNull();
  });

  test("as published at the talk goes before the person's own", () => {
    const [ada, bob] = talkOf(rich, "2012-spring/local").speakers;
    expect(bioAtTalk(rich, existing(ada))).toMatchObject({
      prose: { html: "<p>Ada builds things.</p>" },
      note: "As published with this talk.",
    });
    expect(bioAtTalk(rich, existing(bob))).toBeNull();
    const [later] = talkOf(rich, "2012-spring/gone").speakers;
    expect(bioAtTalk(rich, existing(later))?.prose.html).toBe("<p>Ada is an engineer.</p>");
  });
});
