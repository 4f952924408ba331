/** The policies of the parts of a site, made of facts of the archive: just what their pages need, whatever the archive has. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { hashOf, loadAssets } from "../../src/build/assets.ts";
import type { Archive } from "../../src/model/archive.ts";
import { deckOf } from "../../src/model/slides.ts";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import {
  type Allowed,
  allowedByAny,
  allowedTo,
  type AssetHashes,
  headerPolicy,
  pagePolicy,
  policyText,
} from "../../src/publishing/policy.ts";
import { sectionOf, sectionPolicies } from "../../src/publishing/section-policies.ts";
import { richArchive } from "../components/rich.ts";
import { archiveOf, type Made } from "../model/make.ts";
import { PROJECT } from "../support/cli.ts";

const { hashes } = (await loadAssets(join(PROJECT, "assets"), { origin: "https://example.org", prefix: "" })).links;

const event = { startDate: "2012-05-30", endDate: "2012-05-31" };
const talks = (all: Record<string, Record<string, unknown>>, more: Made = {}): Archive =>
  archiveOf({ events: { e: event }, talks: Object.fromEntries(Object.entries(all).map(([name, talk]) => [`e/${name}`, talk])), ...more });
const many = (number: number) =>
  Object.fromEntries(Array.from({ length: number }, (_, index) => [`talk-${index}`, { date: "2012-05-30" }]));
const without = (change: (archive: Archive) => Partial<Archive["made"]>) => {
  const archive = richArchive();
  return { ...archive, made: { ...archive.made, ...change(archive) } };
};
const withoutVideos = () => {
  const archive = richArchive();
  for (const talk of archive.talks) talk.video = undefined;
  return archive;
};

const ARCHIVES: Record<string, () => Archive> = {
  "decks, players, videos and transcripts": richArchive,
  "no deck": () => without(() => ({ decks: new Map() })),
  "no transcript": () => without(() => ({ transcripts: new Map() })),
  "no video": withoutVideos,
  nothing: () => archiveOf({}),
  "an event without talks": () => archiveOf({ events: { e: event } }),
  "one talk": () => talks({ a: {} }),
  "breaks alone": () => talks({ a: { kind: "break" }, b: { kind: "break", video: "https://vimeo.com/1" } }),
  "players of two hosts": () => talks({ a: { video: "https://vimeo.com/1" }, b: { video: "https://youtu.be/01234567890" } }),
  "a host that the site record names": () =>
    talks({ a: { video: "https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv" } }, { site: { videoHosts: ["tube.example.org"] } }),
  "a video that is gone": () => talks({ a: { video: { url: "https://vimeo.com/1", unavailable: "2020-01-01" } } }),
  "a video of its own and elsewhere": () => talks({ a: { video: { file: "a.webm", url: "https://vimeo.com/1" } } }),
  "slides that open in place": () => talks({ a: { slides: "https://www.slideshare.net/slideshow/a/1387962" } }),
  "slides whose record names the player": () =>
    talks({
      a: { documents: [{ kind: "slides", url: "https://speakerdeck.com/a/b", embed: `https://speakerdeck.com/player/${"0".repeat(32)}` }] },
    }),
  "slides that are gone": () => talks({ a: { slides: { url: "https://archive.org/details/deck", unavailable: "2020-01-01" } } }),
  "times without a zone": () => talks({ a: { date: "2012-05-30", start: "09:00" } }),
  "times in a zone": () => talks({ a: { date: "2012-05-30", start: "09:00" } }, { events: { e: { ...event, timezone: "Europe/Berlin" } } }),
  "papers and pages": () => archiveOf({ papers: { one: { year: 2003 } }, pages: { about: {}, ecosystem: {} } }),
  "long lists": () => talks(many(301)),
};

/** All kinds of pages, with the name by which policies know them; those at former addresses last, whose folders may be no part of the site. */
const KINDS = [...PAGE_KINDS.filter(({ name }) => name !== "moved"), ...PAGE_KINDS.filter(({ name }) => name === "moved")].map(
  ({ name, views }) => ({ name: name === "moved" ? "bare" : name, views }),
);

/** What the pages of each part of the site are allowed, by the views of all of them. */
function allowedInViews(archive: Archive): Map<string, Allowed[]> {
  const sections = new Map<string, Allowed[]>();
  const notFound: Allowed[] = [];
  for (const { name, views } of KINDS) {
    for (const view of views(archive)) {
      const allowed = allowedTo(hashes, name, view);
      const folder = sectionOf(view.path);
      const section = name === "bare" && !sections.has(folder) ? "" : folder;
      sections.set(section, [...(sections.get(section) ?? []), allowed]);
      if (name === "not-found") notFound.push(allowed);
    }
  }
  for (const [section, all] of sections) sections.set(section, [...all, ...notFound]);
  return sections;
}

describe("the parts of a site with", () => {
  test.each(Object.entries(ARCHIVES))("%s are allowed what one of their pages needs, and nothing else", (_, make) => {
    const archive = make();
    const views = [...allowedInViews(archive)].sort(([a], [b]) => (a < b ? -1 : 1));
    const expected = views.map(([section, all]) => {
      const allowed = allowedByAny(all);
      return { section, policy: headerPolicy(policyText(allowed), allowed), frames: allowed.frames };
    });
    expect(sectionPolicies(archive, hashes).map(({ section, policy, frames }) => ({ section, policy, frames }))).toEqual(expected);
  });
});

test("every page may do below its section's policy what it may by its own", () => {
  const sections = new Map(sectionPolicies(richArchive(), hashes).map((one) => [one.section, one.policy]));
  let pages = 0;
  for (const { name, views } of KINDS)
    for (const view of views(richArchive())) {
      const policy = sections.get(sectionOf(view.path)) ?? sections.get("") ?? "";
      const directives = new Map(policy.split(";").map((one) => [one.split(" ")[0], one.split(" ")]));
      for (const directive of pagePolicy(hashes, name, view).split(";")) {
        const [first, ...sources] = directive.split(" ");
        for (const source of sources) expect(directives.get(first), `${view.path} ${first}`).toContain(source);
      }
      pages++;
    }
  expect(pages).toBeGreaterThan(30);
});

test("what the archive has decides: frames of players, frames of slides, the search", () => {
  const policyOf = (archive: Archive, section: string) =>
    sectionPolicies(archive, hashes).find((one) => one.section === section)?.policy ?? "";
  const rich = richArchive();
  expect(rich.talks.some((talk) => deckOf(rich, talk))).toBe(true);
  expect(policyOf(rich, "events")).toContain(";frame-src 'self' https://player.vimeo.com;");
  expect(policyOf(rich, "events")).toContain("frame-ancestors 'self'");
  expect(
    policyOf(
      without(() => ({ decks: new Map() })),
      "events",
    ),
  ).toContain("frame-ancestors 'none'");
  expect(policyOf(talks({ a: {} }), "events")).not.toContain("frame-src");
  for (const { section, policy } of sectionPolicies(rich, hashes)) {
    // Wherever the frame is, its search field is too.
    expect(policy.includes("'wasm-unsafe-eval'"), section).toBe(policy.includes("style-src"));
    expect(policy.includes("duckduckgo"), section).toBe(section === "search");
    expect(policy.includes("vimeo"), section).toBe(section === "events");
  }
  expect(policyOf(rich, "old")).toBe("");
});

const HASHES: AssetHashes = {
  styles: { talk: hashOf("talk"), search: hashOf("search") },
  scripts: Object.fromEntries(["frame", "search-field", "search-engine", "cite", "search"].map((name) => [name, hashOf(name)])),
  inline: [hashOf("first")],
};
/** The search of a page with its field. */
const ON_DEMAND = `'${hashOf("search-field")}' '${hashOf("search-engine")}'`;
const CITED = { scripts: ["cite"], needs: {} };
const PLAIN = { scripts: [], needs: {} };

describe("a page", () => {
  test("is allowed its own and no more", () => {
    const policy = pagePolicy(HASHES, "talk", CITED);
    expect(policy).toContain(`style-src 'self' '${hashOf("talk")}';`);
    expect(policy).toContain(
      `script-src 'wasm-unsafe-eval' '${hashOf("first")}' '${hashOf("frame")}' '${hashOf("cite")}' ${ON_DEMAND};connect-src 'self';`,
    );
    expect(policy).not.toMatch(/script-src[^;]*'self'|unsafe-(?!eval')|frame-src|\*/);
  });

  test("without the frame is allowed nothing that runs but its own scripts", () => {
    expect(pagePolicy(HASHES, "bare", PLAIN)).not.toMatch(/script-src|style-src/);
    expect(pagePolicy(HASHES, "bare", CITED)).toContain(`;script-src '${hashOf("cite")}';`);
  });

  test("with a search or its field may run WebAssembly, and no other script than its own", () => {
    expect(pagePolicy(HASHES, "talk", PLAIN)).toContain(
      `script-src 'wasm-unsafe-eval' '${hashOf("first")}' '${hashOf("frame")}' ${ON_DEMAND};`,
    );
    expect(pagePolicy(HASHES, "search", { scripts: ["search"], needs: { search: true } })).toContain(
      `script-src 'wasm-unsafe-eval' '${hashOf("first")}' '${hashOf("frame")}' '${hashOf("search")}' '${hashOf("search-engine")}';`,
    );
  });
});
