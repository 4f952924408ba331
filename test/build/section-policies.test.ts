/** The policies of the parts of a site: what their pages need and no more, also of pages that a build did not look at. */
import { describe, expect, test } from "vitest";
import { hashOf } from "../../src/build/assets.ts";
import { notesOf, SectionPolicies } from "../../src/build/section-policies.ts";
import { type AssetHashes, pagePolicy } from "../../src/layouts/page-policy.ts";
import type { SectionPolicy } from "../../src/outputs/output-format.ts";

const HASHES: AssetHashes = {
  styles: { "not-found": hashOf("lost"), talk: hashOf("talk"), event: hashOf("event"), search: hashOf("search") },
  scripts: {
    frame: hashOf("frame"),
    cite: hashOf("cite"),
    player: hashOf("player"),
    search: hashOf("search"),
  },
  inline: [hashOf("first")],
};
const CITED = { scripts: ["cite"], needs: {} };
const PLAYED = { scripts: ["cite", "player"], needs: { frames: ["https://player.vimeo.com"] } };
const PLAIN = { scripts: [], needs: {} };

function sectionsOf(
  ...met: [kind: string, paths: string[], view: typeof PLAYED | typeof CITED | typeof PLAIN][]
): Map<string, SectionPolicy> {
  const policies = new SectionPolicies(HASHES);
  for (const [kind, paths, view] of met) policies.meet(kind, paths, notesOf(view));
  return new Map(policies.sections().map((one) => [one.section, one]));
}

describe("a part of the site", () => {
  test("is allowed what one of its pages needs, and the page that says there is none", () => {
    const sections = sectionsOf(["event", ["/events/a/"], PLAIN], ["talk", ["/events/a/t/"], PLAYED], ["event", ["/about/"], PLAIN]);
    const events = sections.get("events")?.policy ?? "";
    for (const name of ["lost", "talk", "event", "frame", "cite", "player", "first"]) expect(events).toContain(`'${hashOf(name)}'`);
    expect(events).toContain(";frame-src https://player.vimeo.com;");
    const about = sections.get("about")?.policy ?? "";
    expect(about).not.toContain("frame-src");
    for (const name of ["talk", "cite", "player"]) expect(about).not.toContain(hashOf(name));
  });

  test("does not depend on the order of pages, nor on how many need the same", () => {
    const [one, other] = [
      sectionsOf(["talk", ["/events/a/t/"], PLAYED], ["talk", ["/events/a/u/"], CITED], ["event", ["/"], PLAIN]),
      sectionsOf(["event", ["/"], PLAIN], ["talk", ["/events/a/u/"], CITED], ["talk", ["/events/a/t/"], PLAYED]),
    ];
    expect([...one.values()]).toEqual([...other.values()]);
    expect(sectionsOf(["talk", ["/events/a/t/"], PLAYED]).get("events")?.policy).toBe(one.get("events")?.policy);
  });

  test("is allowed nothing for the pages at former addresses", () => {
    expect(sectionsOf(["moved", ["/old/page/"], PLAIN]).has("old")).toBe(false);
  });
});

describe("a page", () => {
  test("is allowed its own and no more", () => {
    const policy = pagePolicy(HASHES, "talk", CITED);
    expect(policy).toContain(`style-src '${hashOf("talk")}';`);
    expect(policy).toContain(`script-src '${hashOf("first")}' '${hashOf("frame")}' '${hashOf("cite")}';connect-src 'self';`);
    expect(policy).not.toMatch(/script-src[^;]*'self'|unsafe|frame-src|\*/);
  });

  test("without the frame is allowed nothing that runs", () => {
    expect(pagePolicy(HASHES, "bare", PLAIN)).not.toMatch(/script-src|style-src/);
  });

  test("with the search may run WebAssembly, and no other script than its own", () => {
    expect(pagePolicy(HASHES, "search", { scripts: ["search"], needs: { search: true } })).toContain(
      `script-src 'wasm-unsafe-eval' '${hashOf("first")}' '${hashOf("frame")}' '${hashOf("search")}';`,
    );
  });
});
