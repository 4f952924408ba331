/** People who change their name or leave: in an archive of 40 talks no byte of the old name is left, and no later import brings it back. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { zipOf } from "../../src/components/zip.ts";
import { KEY_VARIABLE } from "../../src/content/sealed.ts";
import { archive } from "../support/cli.ts";
import { folderOf, SITE } from "../support/content.ts";
import { smallPdf } from "../support/rich.ts";

const KEY = { [KEY_VARIABLE]: "a secret of this test, and of nothing else", SOURCE_DATE_EPOCH: "1790000000" };
const EVENT = "events/2024-large";
const talk = (name: string) => `${EVENT}/talks/${name}.md`;
const record = (fields: string, body = "") => `---\n${fields}---\n${body === "" ? "" : `\n${body}\n`}`;

/** Zoltan Oldname is renamed, Quirina Gonaway leaves; their names are wherever a name can be. */
const OLD = /zolt[aá]n|oldname/i;
const GONE = /quirina|gonaway/i;

const CONTENT: Record<string, string> = {
  "site.yaml": `${SITE}featured:\n  - 2024-large/zoltan-oldname-on-caches\n`,
  [`${EVENT}/event.md`]: record(
    "name: Large 2024\nstartDate: 2024-05-01\nendDate: 2024-05-02\ntimezone: Europe/Berlin\n",
    "With Zoltan Oldname, Quirina Gonaway and [others](/speakers/quirina-gonaway/).",
  ),
  ...Object.fromEntries(
    Array.from({ length: 35 }, (_, index) => [
      talk(`talk-${index}`),
      record(`title: Talk number ${index}\nspeaker: Person Number${index}\ntopics:\n  - testing\n`, `What number ${index} is about.`),
    ]),
  ),
  [talk("zoltan-oldname-on-caches")]: record(
    `# Zoltan Oldname sent this himself.\ntitle: Zoltán Oldname on caches\nspeaker: Zoltán Oldname\nrole: Engineer\nslides:\n  file: 2024/zoltan-oldname.pdf\nsources:\n  - https://example.org/zoltan-oldname\n  - https://example.org/large\nformerUrls:\n  - /old/zoltan-oldname.html\n`,
    "Zoltan Oldname speaks of caches.",
  ),
  [talk("two")]: record(
    "title: Two of them\nspeakers:\n  - name: Zoltan Oldname\n    bio: Zoltan Oldname builds caches.\n  - name: Quirina Gonaway\n    organization: Example\nvideo:\n  url: https://vimeo.com/12345678\n  captions: 2024/two.vtt\n",
  ),
  [talk("alone")]: record(
    "title: Alone\nspeaker: Quirina Gonaway\nbio: A person.\nlinks:\n  - title: Home\n    url: https://quirinagonaway.example.org/\n",
  ),
  "speakers/zoltan-oldname.md": record(
    "name: Zoltán Oldname\naliases:\n  - Zoltan Oldname\nphoto: speakers/zoltan-oldname.png\n",
    "Oldname, Zoltan, is an engineer.",
  ),
  "speakers/quirina-gonaway.md": record(
    "name: Quirina Gonaway\nlinks:\n  - title: Home\n    url: https://example.org/home\n",
    "She forgets.",
  ),
  "speakers/person-number1.md": record("name: Person Number1\ndifferentFrom:\n  - quirina-gonaway\n", "A friend of Quirina Gonaway."),
  "papers/paper.md": record(
    "title: A paper\nauthors:\n  - Zoltan Oldname\n  - Other Person\nyear: 2020\nurl: https://example.org/paper.pdf\n",
  ),
};

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");
const MEDIA = {
  "media/2024/zoltan-oldname.pdf": smallPdf("Caches by Zoltan Oldname"),
  "media/2024/two.vtt": "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Quirina Gonaway>Good morning.\n",
  "media/speakers/zoltan-oldname.png": PNG,
};

/** A source that has them still: as speakers, with bios, and in texts of others. */
const SOURCE = JSON.stringify({
  sessions: [
    {
      id: "1",
      title: "Zoltan Oldname again",
      description: "With Quirina Gonaway.",
      startsAt: "2024-05-01T10:00:00",
      endsAt: "2024-05-01T10:30:00",
      speakers: ["s1"],
      isServiceSession: false,
      isPlenumSession: false,
      categoryItems: [],
      roomId: 1,
    },
    {
      id: "2",
      title: "Forgetting",
      description: "Text",
      startsAt: "2024-05-01T11:00:00",
      endsAt: "2024-05-01T11:30:00",
      speakers: ["s2", "s3"],
      isServiceSession: false,
      isPlenumSession: false,
      categoryItems: [],
      roomId: 1,
    },
  ],
  speakers: [
    {
      id: "s1",
      fullName: "Zoltan Oldname",
      bio: "Zoltan Oldname is here.",
      links: [{ title: "Home", url: "https://example.org/zoltan-oldname", linkType: "Blog" }],
      sessions: [1],
    },
    { id: "s2", fullName: "Quirina Gonaway", bio: "Please forget me.", links: [], sessions: [2] },
    { id: "s3", fullName: "Third Person", bio: "A colleague of Quirina Gonaway.", links: [], sessions: [2] },
  ],
  questions: [],
  categories: [],
  rooms: [{ id: 1, name: "Hall", sort: 0 }],
});

/** Where a pattern is in the names and bytes of all files below a folder, zips unpacked. */
function found(folder: string, pattern: RegExp): string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names.flatMap((entry) => {
    const file = join(entry.parentPath, entry.name);
    const bytes = readFileSync(file);
    const inside = entry.name.endsWith(".zip")
      ? Object.entries(unzipSync(bytes)).map(([name, one]) => `${name}\n${Buffer.from(one).toString()}`)
      : [];
    return [file.slice(folder.length), bytes.toString(), ...inside].some((text) => pattern.test(text)) ? [file] : [];
  });
}

const content = folderOf(CONTENT);
const assets = folderOf(MEDIA);
const project = folderOf({ "source.json": SOURCE });
const [site, ledger, cache] = ["site", ".ledger", ".cache"].map((name) => join(project, name)) as [string, string, string];
const common = ["--content", content, "--assets", assets, "--ledger", ledger, "--cache", join(project, "made")];
const build = () => archive(["build", "--content", content, "--assets", assets, "--output", site, "--cache", cache], KEY);
const verify = (...more: string[]) => archive(["verify", site, "--content", content, "--ledger", ledger, ...more], KEY);
const take = (environment: Record<string, string> = KEY) =>
  archive(
    ["import", join(project, "source.json"), "--event", "2024-large", "--timezone", "Europe/Berlin", "--content", content],
    environment,
  );
const read = (path: string) => readFileSync(join(content, path), "utf8");

describe("in an archive of 40 talks", () => {
  beforeAll(async () => {
    expect((await take()).stderr).toContain("Read 5 rows");
    expect((await build()).stderr).toMatch(/^Wrote /m);
    await verify("--update");
    expect(found(site, OLD).length).toBeGreaterThan(20);
    expect(found(site, GONE).length).toBeGreaterThan(10);
  });

  test("a command without the key says what it needs, and changes nothing", async () => {
    const { code, stderr } = await archive(["forget-person", "quirina-gonaway", ...common], { [KEY_VARIABLE]: "" });
    expect(code).toBe(1);
    expect(stderr).toContain(`Set ${KEY_VARIABLE} to a long secret`);
    expect(existsSync(join(content, ".imports/names.txt"))).toBe(false);
  });

  test("places that no program can decide about are listed, and nothing is done until each is answered", async () => {
    const { code, stdout, stderr } = await archive(["rename-person", "zoltan-oldname", "Nora Newname", ...common], KEY);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    for (const place of [`${EVENT}/event.md:8`, `${talk("zoltan-oldname-on-caches")}:3`, `${talk("zoltan-oldname-on-caches")}:9`])
      expect(stderr).toContain(`--clear ${content}/${place}`);
    expect(stderr).toContain(`--clear ${assets}/media/2024/zoltan-oldname.pdf\` deletes the file`);
    const comment = `--keep ${content}/${talk("zoltan-oldname-on-caches")}:2`;
    expect(stderr).toContain(comment);
    expect(stderr).toMatch(/places hold the name and have no answer yet/);
    // A place that stays does not hide what else is in the file.
    const kept = ["--keep", `${content}/${talk("zoltan-oldname-on-caches")}:9`, "--clear", "all"];
    const other = await archive(["rename-person", "zoltan-oldname", "Nora Newname", ...common, ...kept], KEY);
    expect(other).toMatchObject({ code: 1, stderr: expect.stringContaining(comment) });
    expect(read("speakers/zoltan-oldname.md")).toContain("name: Zoltán Oldname");
  });

  test("an answer to what was not asked is refused, and a new name that holds the old one", async () => {
    const odd = await archive(["forget-person", "quirina-gonaway", ...common, "--clear", "all", "--keep", "nowhere.md:1"], KEY);
    expect(odd).toMatchObject({ code: 1, stderr: expect.stringContaining("`nowhere.md:1` is no place that was asked about.") });
    const same = await archive(["rename-person", "zoltan-oldname", "Zoltan Oldname Junior", ...common], KEY);
    expect(same).toMatchObject({ code: 1, stderr: expect.stringContaining("holds a name that must not be told any more") });
    const other = await archive(["rename-person", "zoltan-oldname", "Person Number2", ...common, "--clear", "all"], KEY);
    expect(other).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Another person is called “Person Number2” (`person-number2`)"),
    });
  });

  test("one is renamed and another leaves: neither old name is in any byte, also after a later import", async () => {
    // What no program can write anew is left to the editor.
    const comment = await archive(["rename-person", "zoltan-oldname", "Nora Newname", ...common, "--clear", "all"], KEY);
    expect(comment).toMatchObject({ code: 1, stderr: expect.stringContaining("A comment or another part of the file holds the name.") });
    expect(comment.stderr).toContain(`--keep ${content}/${talk("zoltan-oldname-on-caches")}:2`);
    writeFileSync(join(content, talk("zoltan-oldname-on-caches")), read(talk("zoltan-oldname-on-caches")).replace(/^# .*\n/m, ""));
    const dry = await archive(["forget-person", "Quirina Gonaway", ...common, "--clear", "all", "--dry-run"], KEY);
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining(`delete  ${content}/speakers/quirina-gonaway.md`) });
    expect(read("speakers/quirina-gonaway.md")).toBe(CONTENT["speakers/quirina-gonaway.md"]);
    for (const args of [
      ["rename-person", "zoltan-oldname", "Nora Newname"],
      ["forget-person", "quirina-gonaway"],
    ]) {
      const { code, stderr } = await archive([...args, ...common, "--clear", "all"], KEY);
      expect({ args, code }, stderr).toEqual({ args, code: 0 });
      expect(stderr).toMatch(/address(es)? leaves? the ledger/);
    }
    for (const folder of [content, assets, ledger]) for (const pattern of [OLD, GONE]) expect(found(folder, pattern)).toEqual([]);
    expect(read("speakers/nora-newname.md")).toContain("name: Nora Newname\n");
    expect(read(talk("two"))).toContain("speaker: Nora Newname\nbio: Nora Newname builds caches.\nnamesWithheld: 1\n");
    expect(read(talk("alone"))).toBe("---\ntitle: Alone\nnamesWithheld: 1\n---\n");
    expect(read(talk("nora-newname-on-caches"))).toContain("sources:\n  - https://example.org/large\n---");
    expect(read("site.yaml")).toContain("  - 2024-large/nora-newname-on-caches\n");
    expect(read("papers/paper.md")).toContain("  - Nora Newname\n");
    // A link to the page of somebody who has left leads nowhere.
    expect(read(`${EVENT}/event.md`)).toMatch(/^With Nora Newname, .* and others\.$/m);

    for (let again = 0; again < 2; again++) {
      const imported = await take();
      expect(imported.code, imported.stderr).toBe(0);
      expect(imported.stdout).toContain("Wrote 0 new records and 0 changed records");
    }
    for (const folder of [site, cache]) rmSync(folder, { recursive: true, force: true });
    const built = await build();
    expect(built.code, built.stderr).toBe(0);
    for (const folder of [site, cache, content]) for (const pattern of [OLD, GONE]) expect(found(folder, pattern)).toEqual([]);
    const verified = await verify();
    expect(verified).toMatchObject({ code: 0, stdout: "No problems.\n", stderr: expect.stringMatching(/ \d+ withdrawn\.$/m) });
    expect(readdirSync(join(content, "speakers")).sort()).toEqual(["nora-newname.md", "person-number1.md", "third-person.md"]);
  });

  test("a first import into another event does not bring them back either, and one without the key refuses", async () => {
    const { code, stderr } = await take({ [KEY_VARIABLE]: "" });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining("Nothing was imported.") });
    expect(await take({ [KEY_VARIABLE]: "a secret that is another one" })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("is not the one that this archive was sealed with"),
    });
    const other = ["import", join(project, "source.json"), "--event", "2025-other", "--timezone", "Europe/Berlin", "--content", content];
    expect(await archive(other, KEY)).toMatchObject({ code: 0 });
    for (const pattern of [OLD, GONE]) expect(found(content, pattern)).toEqual([]);
    expect(readdirSync(join(content, "speakers"))).toHaveLength(3);
    expect(read("events/2025-other/talks/nora-newname-again.md")).toContain("speaker: Nora Newname\n");
    expect(read("events/2025-other/talks/forgetting.md")).toContain("namesWithheld: 1\n");
  });

  test("an address that was withdrawn and is published again is an error", async () => {
    mkdirSync(join(site, "speakers/zoltan-oldname"));
    writeFileSync(join(site, "speakers/zoltan-oldname/index.html"), "again");
    const { code, stdout } = await verify();
    expect(code).toBe(1);
    expect(stdout).toContain("`/speakers/zoltan-oldname/` was withdrawn");
  });
});

describe("in a small archive", () => {
  const small = (files: Record<string, string>) => {
    const at = folderOf({ "site.yaml": SITE, "events/2020-a/event.md": record("name: A 2020\n"), ...files });
    return ["--content", at, "--assets", folderOf({}), "--ledger", join(at, "../no-ledger"), "--clear", "all"];
  };
  test("media files that would be called alike get names of their own", async () => {
    const paths = ["zelda-quuxbury.txt", "quuxbury-zelda.txt", "zelda_quuxbury.txt"];
    const assets = folderOf(Object.fromEntries(paths.map((path, at) => [`media/${path}`, `the text ${at}`])));
    const documents = paths.map((path) => `  - kind: handout\n    file: ${path}\n`).join("");
    const files = { "events/2020-a/talks/one.md": record(`title: One\nspeaker: Zelda Quuxbury\ndocuments:\n${documents}`) };
    const [flag = "", at = "", , , ...rest] = small(files);
    const { code } = await archive(["forget-person", "zelda-quuxbury", flag, at, "--assets", assets, ...rest], KEY);
    expect(code).toBe(0);
    const named = readFileSync(join(at, "events/2020-a/talks/one.md"), "utf8").match(/(?<=file: ).*/g) ?? [];
    expect(named.map((path) => readFileSync(join(assets, "media", path), "utf8"))).toEqual(["the text 0", "the text 1", "the text 2"]);
  });

  test("a name that is written in another order elsewhere is not taken for somebody else's in silence", async () => {
    const files = {
      "events/2020-a/talks/one.md": record('title: One\nspeaker: "Quuxbury, Zelda"\n'),
      "events/2020-a/talks/two.md": record("title: Two\nspeaker: Zelda Quuxbury\n"),
    };
    const { code, stderr } = await archive(["forget-person", "zelda-quuxbury", ...small(files)], KEY);
    expect(code).toBe(1);
    expect(stderr).toContain("is the same name written in another way");
  });

  test("a note at a removed address that holds the name goes as a whole", async () => {
    const files = {
      "events/2020-a/talks/two.md": record("title: Two\nspeaker: Zelda Quuxbury\n"),
      "addresses.yaml":
        "removed:\n  - path: /events/2020-a/zelda-quuxbury/\n    date: 2024-01-01\n  - path: /events/2020-a/other/\n    date: 2024-01-01\n",
    };
    const args = small(files);
    const { code, stderr } = await archive(["forget-person", "zelda-quuxbury", ...args], KEY);
    expect(code, stderr).toBe(0);
    const text = readFileSync(join(args[1] ?? "", "addresses.yaml"), "utf8");
    expect(text).toContain("/events/2020-a/other/");
    expect(text).not.toMatch(/quuxbury/i);
  });

  test("somebody who has no page any more leaves by the whole name", async () => {
    const files = {
      "events/2020-a/talks/two.md": record("title: Two\nspeaker: Other Person\n"),
      "papers/one.md": record("title: One\nauthors:\n  - Zelda Quuxbury\n  - Other Person\nurl: https://example.org/\n"),
      "addresses.yaml": "removed:\n  - path: /speakers/zelda-quuxbury/\n    date: 2024-01-01\n",
    };
    const args = small(files);
    for (const [who, says] of [
      ["zelda-quuxbury", "or the whole name of somebody who has no page any more"],
      ["Zelda", "or the whole name of somebody who has no page any more"],
      ["Zelma Quuxbert", "Nothing names `Zelma Quuxbert`."],
    ] as const) {
      const { code, stderr } = await archive(["forget-person", who, ...args.slice(0, 6)], KEY);
      expect([who, code]).toEqual([who, 1]);
      expect(stderr).toContain(says);
    }
    const { code, stderr } = await archive(["forget-person", "Zelda Quuxbury", ...args], KEY);
    expect(code, stderr).toBe(0);
    expect(found(args[1] ?? "", /quuxbury/i)).toEqual([]);
    expect(readFileSync(join(args[1] ?? "", ".imports/names.txt"), "utf8")).toContain(" forgotten");
  });

  test("the theme, extensions and templates of an archive are looked into", async () => {
    const project = folderOf({
      "content/site.yaml": `${SITE}theme: mine\n`,
      "content/events/2020-a/event.md": record("name: A 2020\n"),
      "content/events/2020-a/talks/one.md": record("title: One\nspeaker: Zelda Quuxbury\n"),
      "mine/css/theme.css": "/* Zelda Quuxbury */",
      "extensions/index.mjs": "// Zelda Quuxbury\nexport default () => ({});\n",
      "extensions/node_modules/other/index.js": "// Zelda Quuxbury",
      "templates/page.njk": "Zelda Quuxbury",
      "eleventy.config.mjs": "// Zelda Quuxbury",
      ".eleventy.js": "// Zelda Quuxbury",
    });
    const { code, stderr } = await archive(["forget-person", "zelda-quuxbury", "--project", project, "--clear", "all"], KEY);
    expect(code).toBe(1);
    const told = [...stderr.matchAll(/^(\S+):\d+:\d+ warning/gm)].map(([, file = ""]) =>
      file.replace(/^.*\/(?=mine|ext|templ|\.?elev)/, ""),
    );
    expect(told).toEqual([".eleventy.js", "eleventy.config.mjs", "extensions/index.mjs", "mine/css/theme.css", "templates/page.njk"]);
  });

  test("a name that is cut by markup, a part of it near the person and what may be it are listed; files are looked into", async () => {
    const files = {
      "events/2020-a/event.md": record("name: A 2020\n", "With **Zelda** *Quuxbury*, and Z. Quuxbury."),
      "events/2020-a/talks/one.md": record("title: Zelda on caches\nspeaker: Zelda Quuxbury\n", "Quuxbury, Z., tells."),
      "events/2020-a/talks/two.md": record(
        "title: Two\nspeaker: Other Person\nbio: See [her](https://example.org/zelda%20quuxbury).\n",
        "**By Zelda** *Quuxbury*, or Zelda alone.",
      ),
      "speakers/zelda-quuxbury.md": record("name: Zelda Quuxbury\n", "Zelda lives here. [Zelda](https://example.org/) Quuxbury builds."),
    };
    const at = folderOf({ "site.yaml": SITE, ...files });
    const document = zipOf([{ path: "word/document.xml", bytes: Buffer.from("<w:p><w:t>Zelda Quux</w:t><w:t>bury</w:t></w:p>") }]);
    const media = { "media/a.docx": Buffer.from(document), "media/b.zip": Buffer.from("PK\x03\x04 damaged") };
    const args = ["--content", at, "--assets", folderOf(media), "--ledger", join(at, "../no-ledger")];
    const asked = await archive(["rename-person", "zelda-quuxbury", "Nora New", ...args], KEY);
    expect(asked.code).toBe(1);
    for (const text of [
      "The text holds “Z. Quuxbury”, which may be the person.",
      "The text holds “Zelda”, which may be the person.",
      "The text holds “Quuxbury, Z.”, which may be the person.",
      "The text holds the name, and markup begins or ends within it.",
      "The file holds the name.",
      "The file could not be looked into, or not as a whole",
    ])
      expect(asked.stderr).toContain(text);
    const byHand = join(at, "events/2020-a/talks/two.md");
    writeFileSync(byHand, readFileSync(byHand, "utf8").replace("**By Zelda** *Quuxbury*", "By Zelda Quuxbury"));
    const done = await archive(["rename-person", "zelda-quuxbury", "Nora New", ...args, "--clear", "all"], KEY);
    expect(done.code, done.stderr).toBe(0);
    const text = (path: string) => readFileSync(join(at, path), "utf8");
    expect(text("events/2020-a/event.md")).toContain("With Nora New, and Nora New.");
    expect(text("events/2020-a/talks/one.md")).toBe("---\ntitle: Nora on caches\nspeaker: Nora New\n---\n\nNora New, tells.\n");
    expect(text("events/2020-a/talks/two.md")).toContain("bio: See her.\n---\n\nBy Nora New, or Zelda alone.");
    expect(text("speakers/nora-new.md")).toContain("\nNora lives here. Nora New builds.\n");
  });

  test("what may be the name is asked about in comments and in files beside the records, too", async () => {
    const files = {
      "events/2020-a/talks/one.md": record(
        "title: One # as Z. Quuxbury told us\nspeaker: Zelda Quuxbury\n# Quuxbury sent the file.\nroom: R\n",
      ),
      "events/2020-a/talks/two.md": record("title: Two # by Quuxbury\nspeaker: Other Person # asked Zelda Q., and zelda\n"),
      "events/2020-a/notes.txt": "Ask Z. Quuxbury.\n",
    };
    const args = small(files);
    const at = (file: string) => `--keep ${args[1]}/events/2020-a/${file}`;
    const places = [at("talks/one.md:2"), at("talks/one.md:4"), at("talks/two.md:3"), at("notes.txt:1")];
    const { code, stderr } = await archive(["forget-person", "zelda-quuxbury", ...args], KEY);
    expect(code).toBe(1);
    for (const place of places) expect(stderr).toContain(place);
    // A last name alone is somebody else's where the person is not near.
    expect(stderr).toContain("4 places hold the name");
    const kept = await archive(["forget-person", "zelda-quuxbury", ...args, ...places.flatMap((place) => place.split(" "))], KEY);
    expect(kept.code, kept.stderr).toBe(0);
  });

  test("the names of others stay whole where they hold a part of the name, and a name of one word becomes the whole new one", async () => {
    const files = {
      "events/2020-a/talks/one.md": record("title: One\nspeaker: Zelda Quuxbury\n", "Zelda Quuxbury, Zelda Abel and Zelda."),
      "events/2020-a/talks/two.md": record("title: Two\nspeakers:\n  - name: Zelda Abel\n  - name: 李明\n", "With 李明."),
    };
    const args = small(files);
    for (const who of ["zelda-quuxbury", "李明"]) {
      const { code, stderr } = await archive(["rename-person", who, who === "李明" ? "Other Name" : "Nora New", ...args], KEY);
      expect(code, stderr).toBe(0);
    }
    const text = (name: string) => readFileSync(join(args[1] ?? "", `events/2020-a/talks/${name}.md`), "utf8");
    expect(text("one")).toContain("\nNora New, Zelda Abel and Nora.\n");
    expect(text("two")).toContain("\nWith Other Name.\n");
    // Where words are not told apart by capitals, what is left is asked about.
    writeFileSync(join(args[1] ?? "", "events/2020-a/talks/two.md"), record("title: Two\nspeaker: محمد علي\n", "With محمد عليان."));
    writeFileSync(join(args[1] ?? "", "events/2020-a/talks/three.md"), record("title: Three\nspeaker: محمد عليان\n"));
    const { stderr } = await archive(["forget-person", "محمد علي", ...args], KEY);
    expect(stderr).toContain(`--keep ${args[1]}/events/2020-a/talks/two.md`);
  });

  test("a title, an initial or a middle name makes no other person: it is asked about", async () => {
    const files = {
      "events/2020-a/talks/one.md": record("title: One\nspeaker: Dr. Zelda Quuxbury\n"),
      "events/2020-a/talks/two.md": record("title: Two\nspeaker: Zelda Quuxbury\n"),
      "events/2020-a/talks/three.md": record("title: Three\nspeaker: Z. Quuxbury\n"),
    };
    const args = small(files);
    const titled = await archive(["forget-person", "zelda-quuxbury", ...args], KEY);
    expect(titled).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("“Dr. Zelda Quuxbury” (`dr-zelda-quuxbury`) is the same name"),
    });
    writeFileSync(join(args[1] ?? "", "events/2020-a/talks/one.md"), record("title: One\nspeaker: Zelda Quuxbury\n"));
    const near = await archive(["forget-person", "zelda-quuxbury", ...args], KEY);
    expect(near).toMatchObject({ code: 1, stderr: expect.stringContaining("“Z. Quuxbury” (`z-quuxbury`) may be the same person.") });
    const { code, stderr } = await archive(["forget-person", "zelda-quuxbury", ...args, "--keep", "z-quuxbury"], KEY);
    expect(code, stderr).toBe(0);
  });
});
