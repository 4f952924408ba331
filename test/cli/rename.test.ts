/** Records and media files that get another name, move or go: every address that was published still answers, or is known to be gone. */
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { lockFolder } from "../../src/build/lock.ts";
import { Life } from "../../src/cli/life/archive.ts";
import { type Kind, rename } from "../../src/cli/life/rename.ts";
import { placeToWait } from "../../src/cli/one-at-a-time.ts";
import { archive, archives, type Run } from "../support/cli.ts";
import { folderOf, LITTLE, temporaryFolder } from "../support/content.ts";
import { filesBelow } from "../support/html.ts";
import { RICH, richMedia } from "../support/rich.ts";

const record = (fields: string, body = "") => `---\n${fields}---\n\n${body}\n`;
const CONTENT: Record<string, string> = {
  ...RICH,
  "events/2021-fall/event.md": record("name: Fall 2021\nstartDate: 2021-10\n"),
  "events/2021-fall/talks/again.md": record(
    "# A comment.\ntitle: Again\nspeaker: Ada Example\nalsoGivenAt:\n  - 2020-spring/media\n  - 2020-spring\n",
    "As [before](/events/2020-spring/media/), see [the file](/media/2020/talk.pdf) and https://example.org/events/2020-spring/media/.",
  ),
  "pages/about.md": record(
    "title: About\n",
    "Of [her](/speakers/ada-example/) and [a paper](/papers/#paper-paper), [its twin](<https://little.example.org/papers/#paper-paper>).",
  ),
};

/** A site with a ledger, and what changes it. */
async function published() {
  const [content, assets, project] = [folderOf(CONTENT), folderOf(await richMedia()), temporaryFolder()];
  const [site, ledger, cache] = ["site", "ledger", "cache"].map((name) => join(project, name)) as [string, string, string];
  const buildAndVerify = () =>
    archives([
      ["build", "--content", content, "--assets", assets, "--output", site, "--cache", cache],
      ["verify", site, "--content", content, "--ledger", ledger, "--update"],
    ]);
  await buildAndVerify();
  /** Runs commands one after another, and gives what the last of them said. */
  const run = async (...commands: string[][]): Promise<Run> => {
    const all = await archives(commands.map((args) => [...args, "--content", content, "--assets", assets, "--ledger", ledger]));
    for (const [index, { code, stderr }] of all.entries())
      expect({ args: commands[index], code }, stderr).toEqual({ args: commands[index], code: 0 });
    return all.at(-1) as Run;
  };
  /** Builds, and holds the site against all that was ever published. */
  const verified = async (): Promise<Run> => {
    const [built, held] = (await buildAndVerify()) as [Run, Run];
    expect(built.code, built.stderr).toBe(0);
    expect(held.stdout, held.stderr).toBe("No problems.\n");
    return held;
  };
  return {
    content,
    assets,
    run,
    verified,
    read: (path: string) => readFileSync(join(content, path), "utf8"),
    page: (path: string) => readFileSync(join(site, path), "utf8"),
    has: (path: string) => existsSync(join(site, path)),
  };
}

describe("another name", () => {
  let made: Awaited<ReturnType<typeof published>>;
  beforeAll(async () => {
    made = await published();
  });

  test("is only told with --dry-run", async () => {
    const before = filesBelow(made.content).map((path) => made.read(path));
    const { stdout, stderr } = await made.run(["rename", "talk", "2020-spring/media", "2020-spring/everything", "--dry-run"]);
    expect(stdout).toContain(
      `move    ${made.content}/events/2020-spring/talks/media.md  → ${made.content}/events/2020-spring/talks/everything.md (changed)\n`,
    );
    expect(stderr).toMatch(/^Would touch \d+ files; nothing was written\.\n$/);
    expect(filesBelow(made.content).map((path) => made.read(path))).toEqual(before);
  });

  test("of a talk, speaker, page, paper and media file changes all that names them, and every address leads on", async () => {
    const { run, read, page } = made;
    await run(
      ["rename", "talk", "2020-spring/media", "2020-spring/everything"],
      ["rename", "talk", "2020-spring/panel", "2020-spring/thirty"],
      ["rename", "speaker", "ada-example", "ada"],
      ["rename", "speaker", "grace-sample", "grace"],
      ["rename", "page", "about", "this"],
      ["rename", "paper", "paper", "first-paper"],
      ["rename", "media", "2020/talk.pdf", "2020/everything.pdf"],
      ["rename", "media", "2020/talk.vtt", "2020/everything.vtt"],
      ["rename", "media", "2020/everything.pdf", "2020/all.pdf"],
    );
    const again = read("events/2021-fall/talks/again.md");
    expect(again).toContain("# A comment.\n");
    expect(again).toContain("alsoGivenAt:\n  - 2020-spring/everything\n  - 2020-spring\n");
    expect(again).toContain(
      "As [before](/events/2020-spring/everything/), see [the file](/media/2020/all.pdf) and https://example.org/events/2020-spring/media/.",
    );
    expect(read("pages/this.md")).toContain(
      "Of [her](/speakers/ada/) and [a paper](/papers/#paper-first-paper), [its twin](<https://little.example.org/papers/#paper-first-paper>).",
    );
    expect(read("site.yaml")).toContain("featured:\n  - 2020-spring/japanese\n  - 2020-spring/thirty\n");
    expect(read("events/2020-spring/talks/everything.md")).toContain("formerUrls:\n  - /events/2020-spring/media/\n");
    expect(read("speakers/grace.md")).toBe("---\nname: Grace Sample\nformerUrls:\n  - /speakers/grace-sample/\n---\n");
    expect(read("addresses.yaml")).toBe(
      "movedMedia:\n  - from: 2020/talk.pdf\n    to: 2020/all.pdf\n  - from: 2020/talk.vtt\n    to: 2020/everything.vtt\n  - from: 2020/everything.pdf\n    to: 2020/all.pdf\n",
    );
    await made.verified();
    for (const file of ["bib", "ris", "csl.json", "ics"])
      expect(page(`events/2020-spring/media/media.${file}`)).toBe(page(`events/2020-spring/everything/everything.${file}`));
    for (const below of ["", "slides/", "transcript/"])
      expect(page(`events/2020-spring/media/${below}index.html`)).toContain(`url=/events/2020-spring/everything/${below}"`);
    expect(page("media/2020/talk.pdf")).toBe(page("media/2020/all.pdf"));
    expect(page("_redirects")).toContain("/events/2020-spring/media/slides/ /events/2020-spring/everything/slides/ 301\n");
  });

  test("of an event moves its talks, and all its files and pages lead on", async () => {
    const { run, read, page, content } = made;
    await run(["rename", "event", "2020-spring", "2020-berlin"]);
    expect(existsSync(join(content, "events/2020-spring"))).toBe(false);
    expect(read("events/2021-fall/talks/again.md")).toContain("alsoGivenAt:\n  - 2020-berlin/everything\n  - 2020-berlin\n");
    expect(read("site.yaml")).toContain("  - 2020-berlin/japanese\n");
    await made.verified();
    for (const file of [
      "schedule.xml",
      "schedule.json",
      "calendar.ics",
      "feed.atom",
      "event.json",
      "talks.csv",
      "linkset.json",
      "slides.zip",
    ])
      expect(page(`events/2020-spring/${file}`), file).toBe(page(`events/2020-berlin/${file}`));
    expect(page("events/2020-spring/agenda/index.html")).toContain("url=/events/2020-berlin/agenda/");
    expect(page("events/2020-spring/media/media.bib")).toBe(page("events/2020-berlin/everything/everything.bib"));
    await run(["rename", "event", "2020-berlin", "2020-spring"]);
    expect(read("events/2020-spring/event.md")).toContain("formerUrls:\n  - /events/2020-berlin/\n---");
    await made.verified();
  });

  test("moves a talk to another event", async () => {
    const { run, read, page } = made;
    await run(["move", "talk", "2020-spring/bare", "2021-fall/bare"]);
    expect(read("events/2021-fall/talks/bare.md")).toContain("formerUrls:\n  - /events/2020-berlin/bare/\n  - /events/2020-spring/bare/\n");
    await made.verified();
    expect(page("events/2020-spring/bare/bare.bib")).toBe(page("events/2021-fall/bare/bare.bib"));
  });

  test.each([
    [{}, "duration: 30\n", "2020-05-04 is no day of Fall 2021"],
    [{ date: "2021-10-02" }, 'date: 2021-10-02\nstart: "09:30"\nend: "10:00"\n', ""],
    [{ date: "2021-10-02", start: "11:00" }, 'date: 2021-10-02\nstart: "11:00"\nduration: 30\n', ""],
  ])("moves a talk to an event of other days with %j", (time, fields, told) => {
    const life = new Life({ content: made.content, assets: made.assets });
    const said: string[] = [];
    life.tell = (text) => said.push(text);
    const { id, file } = life.archive.talks.find(({ record: { start } }) => start === "09:30") ?? { id: "", file: "" };
    rename(life, "talk", id, "2021-fall/moved", { keepsAddress: true, ...time });
    const text = life.edits.read(file) ?? "";
    for (const line of fields.trim().split("\n")) expect(text).toContain(`\n${line}\n`);
    expect(text.includes("2020-05-04")).toBe(false);
    expect(said.join()).toContain(told);
    expect(life.after().talks.some((talk) => talk.id === "2021-fall/moved")).toBe(true);
    // Without a day there is no calendar of the talk, at its old address neither.
    const name = id.replace("2020-spring/", "");
    expect((life.edits.read(life.file("addresses.yaml")) ?? "").includes(`/${name}/${name}.ics`)).toBe(told !== "");
  });

  test.each<[Kind, string, string, string]>([
    ["talk", "2020-spring/nothing", "2020-spring/x", "There is no talk `2020-spring/nothing`."],
    ["talk", "2020-spring/dead", "dead", "`dead` is not the name of a talk."],
    ["talk", "2020-spring/dead", "2020-spring/Dead", "`Dead` cannot be the name of a record."],
    ["talk", "2020-spring/dead", "2020-spring/agenda", "A talk cannot be called `agenda`"],
    ["talk", "2020-spring/dead", "2020-spring/hebrew", "already; nothing was changed."],
    ["speaker", "grace", "ada", "already; nothing was changed."],
    ["event", "2020-spring", "2021-fall", "already; nothing was changed."],
    ["media", "2020/all.pdf", "2020/all.png", "has another ending"],
    ["media", "2020/all.pdf", "../all.pdf", "cannot be the path of a media file"],
  ])("of %s %s cannot be %s", (kind, from, to, why) => {
    const life = new Life({ content: made.content, assets: made.assets });
    expect(() => rename(life, kind, from, to)).toThrow(why);
  });

  test("that would break a record is refused", async () => {
    const args = ["rename", "page", "this", "events", "--content", made.content, "--assets", made.assets];
    const { code, stderr } = await archive(args);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("The records would have these errors then") });
  });
});

test("a link to an address that leads on, or tells of a removal, stays as it is when the event is renamed", () => {
  const text = "See [this](/events/2020-spring/a-talk/), [that](/events/2020-spring/former/#x) and [those](/events/2020-spring/gone).";
  const content = folderOf({
    ...LITTLE,
    "addresses.yaml": "removed:\n  - path: /events/2020-spring/gone/\n    date: 2026-01-05\n",
    "events/2020-spring/talks/b-talk.md": record("title: B\nformerUrls:\n  - /events/2020-spring/former/\n", text),
  });
  const life = new Life({ content, assets: "no-assets" });
  rename(life, "event", "2020-spring", "2020-fall", { keepsAddress: true });
  expect(life.edits.read(life.file("events/2020-spring/talks/b-talk.md"))).toContain(
    text.replace("2020-spring/a-talk", "2020-fall/a-talk"),
  );
});

test("changes wait for another command at work on the records, and are refused where that changed the same", async () => {
  const content = folderOf({ ...LITTLE, "speakers/ada-example.md": "---\nname: Ada Example\n---\n" });
  const life = new Life({ content, assets: "no-assets" });
  rename(life, "speaker", "ada-example", "ada");
  const release = await lockFolder(placeToWait(content), () => {});
  let isNoted = false;
  const finished = life.finish("", () => {
    isNoted = true;
  });
  const text = "---\nname: Ada Example\ncountry: Japan\n---\n";
  writeFileSync(join(content, "speakers/ada-example.md"), text);
  release();
  await expect(finished).rejects.toThrow("was changed by somebody else");
  expect([isNoted, readFileSync(join(content, "speakers/ada-example.md"), "utf8")]).toEqual([false, text]);
  expect(existsSync(placeToWait(content))).toBe(false);
});

test("changes of a ledger in the folder of the records, by whatever link it is reached, do not wait for themselves", async () => {
  const content = folderOf({ ...LITTLE, "addresses.txt": "/events/2020-spring/a-talk/\n", "media.sha256": "" });
  const ledger = join(temporaryFolder(), "ledger");
  symlinkSync(content, ledger);
  const life = new Life({ content, assets: "no-assets", ledger });
  life.edits.write(join(ledger, "addresses.txt"), "");
  await life.finish("");
  expect(readFileSync(join(content, "addresses.txt"), "utf8")).toBe("");
});

describe("a removal", () => {
  const REASON = ["--reason", "At the request of the speaker.", "--date", "2026-11-27"];

  let made: Awaited<ReturnType<typeof published>>;
  beforeAll(async () => {
    made = await published();
  });

  test("leaves a page with the day and the reason, no trace of the talk, and no lost address", async () => {
    const { run, verified, read, page, has, content, assets } = made;
    await run(["rename", "talk", "2020-spring/media", "2020-spring/everything"]);
    await verified();
    const { stdout } = await run(["remove", "talk", "2020-spring/everything", ...REASON]);
    expect(stdout).toContain(`delete  ${content}/events/2020-spring/talks/everything.md\n`);
    await run(["remove", "talk", "2020-spring/panel", ...REASON], ["remove", "talk", "2020-spring/japanese", ...REASON]);
    expect(read("site.yaml")).not.toContain("featured");
    expect(read("events/2021-fall/talks/again.md")).toContain("alsoGivenAt:\n  - 2020-spring\n---");
    // Thirty people spoke at the panel alone.
    expect(read("addresses.yaml")).toContain(
      "  - path: /speakers/panelist-number-30/\n    date: 2026-11-27\n    reason: At the request of the speaker.\n",
    );
    const held = await verified();
    expect(held.stderr).toMatch(/No longer published, as the archive says: \d+ removed\./);
    for (const path of ["events/2020-spring/everything", "events/2020-spring/media"]) {
      const html = page(`${path}/index.html`);
      expect(html).toContain("What was at this address was removed from the archive on 27 November 2026.");
      expect(html).toContain("At the request of the speaker.");
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(has(`${path}/slides/index.html`)).toBe(false);
    }
    // Another talk had the same slides.
    expect(existsSync(join(assets, "media/2020/talk.pdf"))).toBe(true);
    // A page leads to the file.
    expect([has("media/2020/talk.pdf"), has("events/2020-spring/slides.zip")]).toEqual([true, false]);
    await run(["remove", "media", "2020/talk.pdf", ...REASON]);
    expect(existsSync(join(assets, "media/2020/talk.pdf"))).toBe(false);
  });

  test("of an event takes its talks, and of a person with talks is refused", async () => {
    const { run, verified, page, has, content, assets } = made;
    const refused = await archive(["remove", "speaker", "ada-example", "--content", content, "--assets", assets]);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain("is named in 2020-spring/");
    expect(refused.stderr).toContain("forget-person ada-example");
    await run(
      ["remove", "event", "2020-spring", ...REASON],
      ["remove", "event", "2021-fall", ...REASON],
      ["remove", "speaker", "ada-example", ...REASON],
      ["remove", "paper", "paper", ...REASON],
      ["remove", "page", "catalogue", ...REASON],
    );
    await verified();
    expect(has("media/2020/talk.pdf")).toBe(false);
    for (const path of [
      "events/2020-spring",
      "papers",
      "events/2020-spring/hebrew",
      "catalogue",
      "speakers/ada-example",
      "years/2020",
      "topics/testing",
    ])
      expect(page(`${path}/index.html`), path).toContain("27 November 2026");
  });
});
