/** Drafts and embargoes on the command line: what `build` and `check` tell, and that nothing of them is in the output. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { archive } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";

const TALK = "events/2020-spring/talks";

/** A word of each secret is in every field that says something. */
const FILES = {
  ...LITTLE,
  [`${TALK}/quokka.md`]:
    "---\ntitle: Quokka\nspeaker: Quokka Person\norganization: Quokka Ltd\ntopics: [quokka]\nslides:\n  file: quokka.pdf\ndraft: true\n---\n\nQuokka.\n",
  [`${TALK}/wombat.md`]: "---\ntitle: Wombat\nspeaker: Wombat Person\npublishFrom: 2026-12-01\n---\n",
  // Records that are published, and name those that are not in every way in which a record can.
  "site.yaml": `${LITTLE["site.yaml"]}featured:\n  - 2020-spring/quokka\n  - 2020-spring/a-talk\nsponsors:\n  - name: A sponsor\n    url: https://little.example.org/speakers/quokka-person/\n`,
  [`${TALK}/open.md`]:
    "---\n# Like quokka.\ntitle: Open\nspeaker: Ada Example\nalsoGivenAt:\n  - 2020-spring/quokka\n  - 2021-wombat\ncontinues: 2020-spring/wombat\nlinks:\n  - title: More\n    url: https://little.example.org/events/2020-spring/wombat/\n---\n\nOf [this](/events/2020-spring/quokka/slides/), <https://little.example.org/speakers/quokka-person/>, [it](/media/quokka.pdf), [it](/media/former-quokka.pdf), [her](/speakers/formerly-quokka/), [them](/organizations/quokka-ltd/), [this](/topics/quokka/) and [that](/events/2020-spring/a-talk/).\n",
  // Entries and records that would be none without what they lead to.
  "addresses.yaml":
    "removed:\n  - path: /events/2021-wombat/gone/\n    date: 2026-01-01\n  - path: /gone/\n    date: 2026-01-01\nmovedMedia:\n  - from: former-quokka.pdf\n    to: quokka.pdf\n",
  "papers/paper.md": "---\ntitle: A paper\nauthors: [Ada Example]\nyear: 2020\nurl: https://little.example.org/media/quokka.pdf\n---\n",
  "pages/links.md": "---\ntitle: /events/2021-wombat/\n---\n\nText.\n",
  // Published as it is written, but for comments.
  [`${TALK}/calm.md`]: "---\ntitle: Calm\nroom: Hall # for Quokka\n# Then\n# Wombat.\nspeaker: Cyd Muster\n---\n",
  "speakers/ada-example.md":
    "---\nname: Ada Example\ndifferentFrom:\n  - quokka-person\n---\n\nWith [a friend](/speakers/wombat-person/).\n",
  "events/2021-wombat/event.md": "---\nname: Later\npublishFrom: 2026-12-01\n---\n",
  "speakers/quokka-person.md": "---\nname: Quokka Person\nformerUrls:\n  - /speakers/formerly-quokka/\n---\n\nQuokka.\n",
};

/** The files of an output that tell a secret, with what stands around it. */
function tellIn(output: string, secret: RegExp): string[] {
  return bytesOf(output)
    .split("\n")
    .flatMap((line) => {
      const at = line.search(secret);
      return at < 0 ? [] : [line.slice(Math.max(0, at - 60), at + 60)];
    });
}

function folders() {
  const content = folderOf(FILES);
  const assets = folderOf({ "media/quokka.pdf": "%PDF-1.4 quokka" });
  return { content, assets, output: join(temporaryFolder(), "site") };
}

/** Every byte of the output, zips unpacked, as Latin letters. */
function bytesOf(output: string): string {
  return filesBelow(output)
    .map((file) => {
      const bytes = readFileSync(join(output, file));
      const inside = file.endsWith(".zip")
        ? Object.entries(unzipSync(bytes)).map(([name, one]) => name + Buffer.from(one).toString("latin1"))
        : [];
      return [file, bytes.toString("latin1"), ...inside].join("\n");
    })
    .join("\n");
}

describe("a build", () => {
  it("without a day leaves out drafts and embargoes, says so, and leaves no trace of them", async () => {
    const { content, assets, output } = folders();
    const { code, stderr } = await archive(["build", "--content", content, "--assets", assets, "--output", output], {
      SOURCE_DATE_EPOCH: "",
    });
    expect(code).toBe(0);
    expect(stderr).toContain("4 records are not published:");
    const read = (file: string) => readFileSync(join(output, file), "utf8");
    expect(JSON.parse(read("data/archive.json")).site.sponsors).toEqual([{ name: "A sponsor" }]);
    expect(read("papers/index.html")).toContain("A paper");
    expect(read("links/index.html")).toMatch(/<h1[^>]*>\[…\]<\/h1>/);
    expect([existsSync(join(output, "gone/index.html")), existsSync(join(output, "events/2021-wombat"))]).toEqual([true, false]);
    expect(stderr).toContain(`${content}/${TALK}/quokka.md (draft)`);
    expect(stderr).toContain(`${content}/${TALK}/wombat.md (from 2026-12-01 on)`);
    expect(stderr).toContain("speakers/quokka-person.md (no published talk names the person)");
    expect(stderr).toContain("`--today` or SOURCE_DATE_EPOCH");
    const bytes = bytesOf(output);
    expect(bytes).toContain("Little Conference");
    expect(tellIn(output, /quokka|wombat/i)).toEqual([]);
    expect(bytes).toContain(", it, it, her, them, this and [that](/events/2020-spring/a-talk/).");
    expect(bytes).toContain("With a friend.");
  });

  it("publishes an embargo on its day, with the cache of the day before", async () => {
    const { content, assets, output } = folders();
    const build = (day: string) => archive(["build", "--content", content, "--assets", assets, "--output", output, "--today", day]);
    expect((await build("2026-11-30")).stderr).toContain("today is 2026-11-30");
    expect(tellIn(output, /wombat/i)).toEqual([]);
    const { stderr } = await build("2026-12-01");
    expect(stderr).not.toContain("wombat");
    const bytes = bytesOf(output);
    expect(bytes).toMatch(/Wombat Person/);
    expect(tellIn(output, /quokka/i)).toEqual([]);
  });
});

describe("check", () => {
  it("reads what is not published too, and says which that is", async () => {
    const { content, assets } = folders();
    const { code, stdout, stderr } = await archive(["check", "--content", content, "--assets", assets, "--today", "2026-12-24"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.not.stringContaining("error") });
    expect(stderr).toContain("2 records are not published:");
  });

  it("refuses a day that is none", async () => {
    const { code, stderr } = await archive(["check", "--content", folderOf({}), "--today", "2026-02-30"]);
    expect(code).toBe(1);
    expect(stderr).toContain("Write a day of the calendar");
  });
});

it("a SOURCE_DATE_EPOCH that is none is told", async () => {
  const { content, assets } = folders();
  const { code, stderr } = await archive(["check", "--content", content, "--assets", assets], { SOURCE_DATE_EPOCH: "yesterday" });
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr:
      "SOURCE_DATE_EPOCH is `yesterday`, which is no number of seconds since 1970. Write it as `git log -1 --format=%ct` does, or leave it out.\n",
  });
});
