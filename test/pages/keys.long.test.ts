/** Random edits of larger archives: whatever says something else afterwards has another key, so that no build keeps it. */
import { expect, test } from "vitest";
import { MANY_EVENTS } from "../../src/model/series.ts";
import { type Random, randomOf } from "../fuzz/random.ts";
import { archiveOf, type Made } from "../model/make.ts";
import { frameView } from "../../src/layouts/frame.ts";
import { madeUpAssets } from "../support/assets.ts";
import { otherGroups, pageGroups, staleGroups } from "./groups.ts";

type Fields = Record<string, unknown>;
type All = Required<Pick<Made, "site" | "events" | "talks" | "speakers" | "papers" | "pages" | "topics" | "organizations">>;

const GIVEN = ["Ann", "Bob", "Cid", "Dora", "Eve"];
const NAMES = ["Lee", "Ray", "Moe", "Zed", "Young"].flatMap((family) => GIVEN.map((given) => `${given} ${family}`));
const ORGANIZATIONS = ["Intel", "Acme Corp", "Citrix", "Acme & Citrix", "University of X"];
const TOPICS = ["arm", "xen", "security", "Testing", "memory", "c++"];
const WORDS = "virtual memory pages of guests in clouds with arm security interrupts scheduling storage network driver boot time".split(
  " ",
);

/** What an archive is made of by chance. */
class Chance {
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = randomOf(seed);
  }

  below = (bound: number): number => this.#random.below(bound);
  pick = <Value>(values: readonly Value[]): Value => this.#random.pick(values);
  maybe = (tenths: number): boolean => this.below(10) < tenths;
  some = <Value>(tenths: number, value: () => Value): Value | undefined => (this.maybe(tenths) ? value() : undefined);
  text = (words: number): string => Array.from({ length: words }, () => this.pick(WORDS)).join(" ");
  title = (): string => this.text(2 + this.below(6));
  speaker = (): Fields => defined({ name: this.pick(NAMES), organization: this.some(7, () => this.pick(ORGANIZATIONS)) });
  time = (): Fields => {
    const hour = String(8 + this.below(9)).padStart(2, "0");
    return this.maybe(6) ? { start: `${hour}:00`, end: `${hour}:${this.pick(["15", "30", "45"])}` } : {};
  };

  talk(year: number): Fields {
    if (this.below(12) === 0) return { title: "Coffee", kind: "break" };
    const speakers = new Map(Array.from({ length: 1 + this.below(3) }, () => this.speaker()).map((one) => [one["name"], one]));
    return defined({
      title: this.title(),
      speakers: [...speakers.values()],
      ...(this.maybe(8) && { date: `${year}-05-0${1 + this.below(2)}`, ...this.time() }),
      room: this.some(5, () => this.pick(["A", "B"])),
      track: this.some(2, () => this.pick(["T1", "T2"])),
      topics: this.some(6, () => [...new Set([this.pick(TOPICS), this.pick(TOPICS)])]),
      slides: this.some(3, () => `https://example.org/${this.below(1000)}.pdf`),
      video: this.some(3, () => `https://youtu.be/abcdefgh${100 + this.below(800)}`),
      abstract: this.some(6, () => this.text(25)),
    });
  }

  archive(events: number): All {
    const all: All = {
      site: { series: ["one", "two"].map((id) => ({ id, name: `Series ${id}` })) },
      events: {},
      talks: {},
      speakers: {},
      papers: {},
      pages: { about: { title: "About" } },
      topics: [{ name: "arm", description: "Processors" }, { name: "xen" }, { name: "memory", broader: "xen" }],
      organizations: [{ name: "Acme", aliases: ["Acme Corp"] }],
    };
    for (let at = 0; at < events; at++) {
      const year = 2015 + this.below(4);
      const id = `${year}-e${at}`;
      all.events[id] = defined({
        name: `Summit ${at} of ${year}`,
        startDate: `${year}-05-01`,
        endDate: `${year}-05-02`,
        series: this.some(6, () => this.pick(["one", "two"])),
        timezone: this.some(5, () => "Europe/Berlin"),
        ...(this.maybe(5) && { city: "Berlin", country: "Germany" }),
      });
      const talks = events > MANY_EVENTS ? 3 + this.below(6) : 5 + this.below(60);
      for (let talk = 0; talk < talks; talk++) all.talks[`${id}/t${talk}`] = this.talk(year);
    }
    for (const [at, name] of NAMES.slice(0, 6).entries())
      all.speakers[`p${at}`] = defined({ name, bio: this.some(5, () => this.text(9)), country: this.some(4, () => "Germany") });
    for (let at = 0; at < 60; at++) all.papers[`p${at}`] = { title: this.title(), authors: [this.pick(NAMES)], year: 2012 + this.below(8) };
    return all;
  }
}

const defined = (fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

type Edit = (all: All, chance: Chance) => void;

/** Sets fields of one record of a kind. */
const set =
  (kind: "events" | "talks" | "speakers" | "papers", fields: (chance: Chance, all: All) => Fields): Edit =>
  (all, chance) => {
    const records = all[kind];
    Object.assign(records[chance.pick(Object.keys(records))] ?? {}, fields(chance, all));
  };
const remove =
  (kind: "talks" | "speakers" | "papers"): Edit =>
  (all, chance) => {
    delete all[kind][chance.pick(Object.keys(all[kind]))];
  };
const talkOf = (all: All, chance: Chance) => chance.pick(Object.keys(all.talks));

const EDITS: Readonly<Record<string, Edit>> = {
  "a title": set("talks", (chance) => ({ title: chance.title() })),
  "long titles": (all, chance) => {
    for (let left = 12; left > 0; left--) set("talks", () => ({ title: chance.text(25) }))(all, chance);
  },
  "an abstract": set("talks", (chance) => ({ abstract: chance.text(25) })),
  "a time": set("talks", (chance, all) => ({ date: existingDay(all), ...chance.time() })),
  "a room": set("talks", (chance) => ({ room: chance.pick(["A", "B", "C"]) })),
  "a track": set("talks", (chance) => ({ track: chance.pick(["T1", "T2", "T3"]) })),
  topics: set("talks", (chance) => ({ topics: [chance.pick(TOPICS)] })),
  "a new topic": set("talks", () => ({ topics: ["brand new"] })),
  "topics in other letters": set("talks", () => ({ topics: ["Arm", "XEN"] })),
  "first slides": set("talks", () => ({ slides: "https://example.org/first.pdf" })),
  "a language": set("talks", (chance) => ({ language: chance.pick(["de", "fr", "en"]) })),
  "a kind": set("talks", (chance) => ({ kind: chance.pick(["keynote", "panel", "workshop"]) })),
  "a licence": set("talks", () => ({ licence: "CC-BY-4.0" })),
  "a former address": set("talks", (chance) => ({ formerUrls: [`/old/${chance.below(99)}.html`] })),
  cancelled: set("talks", () => ({ status: "cancelled" })),
  "given also": set("talks", (chance, all) => ({ alsoGivenAt: [talkOf(all, chance)] })),
  "a further part": set("talks", (chance, all) => ({ continues: talkOf(all, chance) })),
  "a removed talk": remove("talks"),
  "a new talk": (all, chance) => {
    const event = chance.pick(Object.keys(all.events));
    all.talks[`${event}/new`] = chance.talk(Number(event.slice(0, 4)));
  },
  "the name of an event": set("events", (chance) => ({ name: `Conference ${chance.title()}` })),
  "the city of an event": set("events", () => ({ city: "Paris" })),
  "the zone of an event": set("events", () => ({ timezone: "America/New_York" })),
  "the series of an event": set("events", (chance) => ({ series: chance.pick(["one", "two"]) })),
  "the host of an event": set("events", (chance) => ({ host: chance.pick(ORGANIZATIONS) })),
  "the name of a person": set("speakers", (chance) => ({ name: chance.pick(NAMES.slice(6)) })),
  "an alias": set("speakers", (chance) => ({ aliases: [chance.pick(NAMES.slice(6))] })),
  "a bio": set("speakers", (chance) => ({ bio: chance.text(25) })),
  "an employer": set("speakers", (chance) => ({ organizations: [{ name: chance.pick(ORGANIZATIONS) }] })),
  "a removed person": remove("speakers"),
  "the year of a paper": set("papers", (chance) => ({ year: 2012 + chance.below(8) })),
  "the topic of a paper": set("papers", (chance) => ({ topics: [chance.pick(TOPICS)] })),
  "a removed paper": remove("papers"),
  "the description of a topic": ({ topics }, chance) => Object.assign(topics[0] ?? {}, { description: chance.text(25) }),
  "an alias of a topic": ({ topics }) => Object.assign(topics[0] ?? {}, { aliases: ["c++"] }),
  "a broader topic": ({ topics }) => Object.assign(topics[0] ?? {}, { broader: "xen" }),
  "a topic with a record": ({ topics }) => topics.push({ name: "security", broader: "memory" }),
  "a topic spelled in other letters": ({ topics }) => Object.assign(topics[2] ?? {}, { name: "Memory", label: "memory" }),
  "a topic that is none any more": ({ topics }) => topics.splice(1, 1),
  "no list of topics": ({ topics }) => topics.splice(0),
  "an organization by its alias": ({ organizations }) => Object.assign(organizations[0] ?? {}, { aliases: ["Intel"] }),
  "an organization with a record": ({ organizations }) => organizations.push({ name: "Big C", aliases: ["Citrix"] }),
  "a free page": ({ pages }) => Object.assign(pages, { other: { title: "Other", shows: "completeness" } }),
};

function existingDay({ events }: All): string {
  return String(Object.values(events)[0]?.["startDate"]);
}

/** What stands around every page. The key of all pages has it. */
function frameOf(archive: Parameters<typeof pageGroups>[0]): string {
  return JSON.stringify(frameView(archive, { generator: "", builtOn: "2020-01-01", assets: madeUpAssets() }));
}

test.each([
  ["of a few large events", 5, 1],
  ["of many events", MANY_EVENTS + 4, 2],
])("%s", (_, events, seed) => {
  const chance = new Chance(seed);
  const all = chance.archive(events);
  const archive = archiveOf(all);
  const [frame, pages, others] = [frameOf(archive), pageGroups(archive), otherGroups(archive)];
  for (const [name, edit] of Object.entries(EDITS)) {
    const changed = structuredClone(all);
    edit(changed, chance);
    const after = archiveOf(changed);
    const stale = frameOf(after) === frame ? staleGroups(pages, pageGroups(after)) : [];
    expect([...stale, ...staleGroups(others, otherGroups(after))], name).toEqual([]);
  }
});
