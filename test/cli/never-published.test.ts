/** Commands on an archive with a draft: what it alone has is no address that was published, and none that still is. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { Life } from "../../src/cli/life/archive.ts";
import { remove } from "../../src/cli/life/remove.ts";
import { folderOf, SITE } from "../support/content.ts";
import { smallPdf } from "../support/rich.ts";

const talk = (fields: string) => `---\ntitle: A talk\n${fields}---\n`;
const CONTENT = {
  "site.yaml": SITE,
  "events/2020/event.md": "---\nname: Conf 2020\n---\n",
  "events/2020/talks/open.md": talk("slides:\n  file: open.pdf\n"),
  "events/2020/talks/unfinished.md": talk("draft: true\nformerUrls:\n  - /old/unfinished.html\nslides:\n  file: unfinished.pdf\n"),
};
const MEDIA = { "media/open.pdf": smallPdf("Open"), "media/unfinished.pdf": smallPdf("Unfinished") };
const LEDGER = { "addresses.txt": "/events/2020/open/\n/events/2020/open/slides/\n/events/2020/slides.zip\n", "media.sha256": "" };
const REASON = { date: "2026-11-27", reason: undefined };

let [content, assets, ledger] = ["", "", ""];
beforeEach(() => {
  [content, assets, ledger] = [folderOf(CONTENT), folderOf(MEDIA), folderOf(LEDGER)];
});

function removed(kind: "talk" | "media", name: string): string {
  const life = new Life({ content, assets, ledger });
  remove(life, kind, name, REASON);
  life.edits.apply();
  const file = join(content, "addresses.yaml");
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

test("an address that a draft alone would still have is noted as gone", () => {
  const text = removed("media", "open.pdf");
  expect(text).toContain("- path: /events/2020/slides.zip\n");
  expect(text).toContain("- path: /events/2020/open/slides/\n");
});

test("of a draft that is removed no address tells", () => {
  expect(removed("talk", "2020/unfinished")).toBe("");
  expect(existsSync(join(content, "events/2020/talks/unfinished.md"))).toBe(false);
  expect(removed("talk", "2020/open")).toContain("- path: /events/2020/open/\n");
});
