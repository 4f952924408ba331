import { describe, expect, test } from "vitest";
import { existing, type Made, make, talkOf } from "./make.ts";

const EVENT = { "2020-spring": {}, "2021-spring": {} };

function cast(made: Made) {
  const { archive, findings } = make({ events: EVENT, ...made });
  return {
    people: archive.people,
    names: archive.people.map((person) => person.name),
    rules: findings.map(({ rule, file, path }) => [rule, file, (path ?? []).join(".")]),
    findings,
    at: (talk: string) => talkOf(archive, talk).speakers.map((speaker) => speaker.person.slug),
    talksOf: (slug: string) => existing(archive.people.find((person) => person.slug === slug)).appearances.map(({ talk }) => talk.id),
  };
}

describe("who is who", () => {
  test("a speaker without a record becomes a person, the same at every talk", () => {
    const { people, talksOf } = cast({
      talks: { "2021-spring/b": { speaker: "Mihai Donțu" }, "2020-spring/a": { speaker: "Mihai Donțu" } },
    });
    expect(people).toMatchObject([{ slug: "mihai-dontu", path: "/speakers/mihai-dontu/", name: "Mihai Donțu", record: undefined }]);
    expect(talksOf("mihai-dontu")).toEqual(["2020-spring/a", "2021-spring/b"]);
  });

  test("blanks and composed letters make no second person, and no second spelling", () => {
    for (const [first, second] of [
      ["  Zoë   Exa\u00a0mple ", "Zoe\u0308 Exa mple"],
      ["Zoe\u0308 Exa mple", "  Zoë   Exa\u00a0mple "],
    ]) {
      const { names, rules } = cast({ talks: { "2020-spring/a": { speaker: first }, "2020-spring/b": { speaker: second } } });
      expect(names).toEqual(["Zoë Exa mple"]);
      expect(rules).toEqual([]);
    }
  });

  test("other spellings join a person through aliases; each talk keeps its own spelling", () => {
    const { archive, findings } = make({
      events: EVENT,
      speakers: { "mihai-dontu": { name: "Mihai Donțu", aliases: ["Mihai Dontu", "M. Donțu"] } },
      talks: {
        "2020-spring/a": { speaker: "Mihai Dontu" },
        "2020-spring/b": { speakers: [{ name: "M. Donțu" }, { name: "Mihai Donțu" }] },
      },
    });
    expect(findings).toEqual([]);
    expect(archive.people.map((person) => person.name)).toEqual(["Mihai Donțu"]);
    expect(talkOf(archive, "2020-spring/a").speakers[0]?.name).toBe("Mihai Dontu");
    expect(archive.people[0]?.appearances.map((appearance) => appearance.name)).toEqual(["Mihai Dontu", "M. Donțu", "Mihai Donțu"]);
  });

  test("an alias that is the name itself changes nothing", () => {
    const { names, rules } = cast({ speakers: { ada: { name: "Ada Example", aliases: ["Ada Example"] } } });
    expect(names).toEqual(["Ada Example"]);
    expect(rules).toEqual([]);
  });

  test("a record without a talk is a person all the same", () => {
    expect(cast({ speakers: { ada: { name: "Ada Example" } } }).people).toMatchObject([{ slug: "ada", appearances: [] }]);
  });
});

describe("people of one name", () => {
  const speakers = { "dan-smith-ibm": { name: "Dan Smith" }, "dan-smith-arm": { name: "Dan Smith" } };

  test("`person` tells them apart", () => {
    const { at, rules, talksOf } = cast({
      speakers,
      talks: {
        "2020-spring/a": { speaker: "Dan Smith", person: "dan-smith-arm" },
        "2020-spring/b": { speakers: [{ name: "Dan Smith", person: "dan-smith-ibm" }] },
      },
    });
    expect(rules).toEqual([]);
    expect([at("2020-spring/a"), at("2020-spring/b")]).toEqual([["dan-smith-arm"], ["dan-smith-ibm"]]);
    expect(talksOf("dan-smith-ibm")).toEqual(["2020-spring/b"]);
  });

  test("without `person` the talk is reported, with both records, where the name stands", () => {
    const { rules, findings } = cast({
      speakers,
      talks: { "2020-spring/a": { speaker: "Dan Smith" }, "2020-spring/b": { speakers: [{ name: "Ada" }, { name: "Dan Smith" }] } },
    });
    expect(rules).toEqual([
      ["ambiguous-person", "content/talks/2020-spring/a.md", "speaker"],
      ["ambiguous-person", "content/talks/2020-spring/b.md", "speakers.1.name"],
    ]);
    expect(findings[0]).toMatchObject({ severity: "error", hint: expect.stringMatching(/dan-smith-ibm.*dan-smith-arm/) });
  });

  test("`person` may name a record of another spelling", () => {
    const { at, names } = cast({
      speakers: { ada: { name: "Ada Example" } },
      talks: { "2020-spring/a": { speaker: "A. Countess", person: "ada" } },
    });
    expect(at("2020-spring/a")).toEqual(["ada"]);
    expect(names).toEqual(["Ada Example"]);
  });

  test("a `person` that is no record is an error with the nearest name, and reported once", () => {
    const { rules, findings, at } = cast({
      speakers,
      talks: { "2020-spring/a": { speaker: "Dan Smith", person: "dan-smith-amr" } },
    });
    expect(rules).toEqual([["unknown-person", "content/talks/2020-spring/a.md", "person"]]);
    expect(findings[0]?.hint).toContain("`dan-smith-arm`");
    expect(at("2020-spring/a")).toHaveLength(1);
  });

  test.each([
    ["before", { a: { name: "Ada Example" }, b: { name: "Bob", aliases: ["Ada Example"] } }],
    ["after", { b: { name: "Ada Example" }, a: { name: "Bob", aliases: ["Ada Example"] } }],
  ])("an alias that is another person's name is reported, be that record %s it or not", (_, people) => {
    const { rules } = cast({ speakers: people });
    expect(rules).toHaveLength(1);
    expect(rules[0]).toEqual(["alias-claimed", `content/speakers/${people.a.name === "Bob" ? "a" : "b"}.md`, "aliases.0"]);
  });

  test("an alias that two people have is reported in the later record", () => {
    const { rules } = cast({ speakers: { a: { name: "Ada", aliases: ["AE"] }, b: { name: "Bob", aliases: ["BE", "AE"] } } });
    expect(rules).toEqual([["alias-claimed", "content/speakers/b.md", "aliases.1"]]);
  });
});

describe("A to Z", () => {
  test("goes by family names, accents aside, then by the whole name", () => {
    const names = ["Zoë Adams", "ada Zuse", "Bob Öberg", "Ann Oberg", "Cher", "Łukasz Nowak", "Adam Adams"];
    expect(cast({ speakers: Object.fromEntries(names.map((name, index) => [`p${index}`, { name }])) }).names).toEqual([
      "Adam Adams",
      "Zoë Adams",
      "Cher",
      "Łukasz Nowak",
      "Ann Oberg",
      "Bob Öberg",
      "ada Zuse",
    ]);
  });

  test("people of one name are in order of their records", () => {
    expect(cast({ speakers: { b: { name: "Dan Smith" }, a: { name: "Dan Smith" } } }).people.map(({ slug }) => slug)).toEqual(["a", "b"]);
  });

  test("names in other scripts have an address and a place, and stay apart from each other", () => {
    const { people } = cast({
      talks: { "2020-spring/a": { speakers: [{ name: "山田太郎" }, { name: "王小明" }, { name: "Иван Петров" }, { name: "Ada 王" }] } },
    });
    expect(new Set(people.map(({ slug }) => slug)).size).toBe(4);
    for (const { slug } of people) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test("names of other alphabets are in the order of their own letters, after those in Latin ones", () => {
    const names = ["كريم النيل", "Zoe Young", "أحمد المثال", "زينب الأخضر", "Яна Белова", "Ёлка Иванова"];
    const { people } = cast({ talks: { "2020-spring/a": { speakers: names.map((name) => ({ name })) } } });
    expect(people.map(({ name }) => name)).toEqual(["Zoe Young", "Ёлка Иванова", "Яна Белова", "أحمد المثال", "زينب الأخضر", "كريم النيل"]);
  });
});
