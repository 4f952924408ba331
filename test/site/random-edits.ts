/**
 * Makes random edits to a small archive and to the program, builds after each with what earlier builds left and once more without,
 * and compares all bytes. Run in a process of its own by `cache.test.ts`: `random-edits.ts <folder> <edits> <indexed> <seed>`. The search
 * index, which takes longer than all the rest, is only made after so many of the last edits.
 */
import { fork } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateContent } from "../support/generate.ts";
import { copyProject } from "../support/project-copy.ts";

const [root = "", edits = "200", indexed = "20", seed = "1"] = process.argv.slice(2);
let hasIndex = false;
const project = join(root, "project");
mkdirSync(project, { recursive: true });
copyProject(project);
process.chdir(project);
const { build, buildIfNeeded, Builder } = (await import(join(project, "src/build/build.ts"))) as typeof import("../../src/build/build.ts");

let state = Number(seed);
const random = (below: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 4_294_967_296) * below);
};
const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T;
let counter = 0;
const fresh = () => `${["Ärger", "grant <tables>", "dom0 & domU", "“quoted”", "日本語"][counter % 5]} ${counter++}`;

const put = (path: string, text: string | Uint8Array) => {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
};
const get = (path: string) => readFileSync(join(project, path), "utf8");
const below = (folder: string, ending: string) =>
  existsSync(join(project, folder))
    ? readdirSync(join(project, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => path.endsWith(ending) && statSync(join(project, folder, path)).isFile())
        .map((path) => `${folder}/${path}`)
        .sort()
    : [];

for (const [path, text] of Object.entries(generateContent(2, 12))) put(`content/${path}`, text);
const settings: { base: string; editor: boolean } = { base: "https://example.org/", editor: false };

const talks = () => below("content/events", ".md").filter((path) => path.includes("/talks/"));
const events = () => readdirSync(join(project, "content/events")).sort();
const setField = (path: string, field: string, value: string) => {
  const before = get(path);
  const line = `${field}: ${value}\n`;
  const own = new RegExp(`^${field}:.*\\n`, "m");
  put(path, own.test(before) ? before.replace(own, () => line) : before.replace("---\n", (start) => `${start}${line}`));
};
const text = (value: string) => JSON.stringify(value);

/** Every kind of edit, as an editor, a maintainer or an accident makes it. */
const EDITS: Record<string, () => void> = {
  "change a title": () => setField(pick(talks()), "title", text(fresh())),
  "change an abstract": () => {
    const path = pick(talks());
    put(path, `${get(path).split("---\n").slice(0, 2).join("---\n")}---\n\n${fresh()}, *again*.\n`);
  },
  "change a speaker": () => setField(pick(talks()), "speaker", text(`Grace Hopper ${random(3)}`)),
  "change a time": () => setField(pick(talks()), "start", `"${10 + random(9)}:15"`),
  "change the slides": () => setField(pick(talks()), "slides", `https://slides.example.org/${counter++}.pdf`),
  "change the recordings": () => setField(pick(talks()), "recordings", `[{ url: https://vimeo.com/${counter++}, part: ${1 + random(3)} }]`),
  "change a document": () => setField(pick(talks()), "documents", `[{ kind: paper, url: https://papers.example.org/${counter++}.pdf }]`),
  "change the status of a talk": () => setField(pick(talks()), "status", pick(["cancelled", "postponed", "online"])),
  "change the status of an event": () => setField(`content/events/${pick(events())}/event.md`, "status", pick(["cancelled", "online"])),
  "change the licences of an event": () =>
    setField(`content/events/${pick(events())}/event.md`, "licences", `{ talks: CC-BY-${pick(["3.0", "4.0"])}, recordings: MIT }`),
  "change the licences of the site": () => setField("content/site.yaml", "licences", `{ talks: ${pick(["MIT", "CC0-1.0"])} }`),
  "change whether talks have files": () => setField("content/site.yaml", "talkFiles", pick(["true", "false"])),
  "change the languages of a talk": () => setField(pick(talks()), "languages", `[en, ${pick(["de", "ja"])}]`),
  "hold a talk back": () => setField(pick(talks()), "draft", pick(["true", "true", "false"])),
  "withhold a talk": () => setField(pick(talks()), "withheld", pick(["true", "false"])),
  "relate two talks": () => {
    const [one, other] = [pick(talks()), pick(talks())].map((path) =>
      path.replace("content/events/", "").replace("talks/", "").slice(0, -3),
    );
    if (one !== other) setField(`content/events/${one?.replace("/", "/talks/")}.md`, "alsoGivenAt", `[${other}]`);
  },
  "add a former address": () => setField(pick(talks()), "formerUrls", `[/old/${counter++}${pick(["/", ".html", ""])}]`),
  "add a talk": () =>
    put(`content/events/${pick(events())}/talks/new-${counter++}.md`, `---\ntitle: ${text(fresh())}\ntopics: [new]\n---\n`),
  "delete a talk": () => rmSync(join(project, pick(talks()))),
  "rename a talk": () => {
    const path = pick(talks());
    renameSync(join(project, path), join(project, dirname(path), `renamed-${counter++}.md`));
  },
  "change an event": () => setField(`content/events/${pick(events())}/event.md`, "name", text(`Summit ${fresh()}`)),
  "rename an event": () =>
    renameSync(
      join(project, "content/events", pick(events())),
      join(project, "content/events", `${2000 + random(20)}-renamed-${counter++}`),
    ),
  "add an event": () => put(`content/events/${2000 + random(20)}-new-${counter++}/event.md`, `---\nname: ${text(fresh())}\n---\n`),
  "delete an event": () => {
    if (events().length > 2) rmSync(join(project, "content/events", pick(events())), { recursive: true });
  },
  "add a speaker": () => put(`content/speakers/grace-hopper-${random(3)}.md`, `---\nname: Grace Hopper ${random(3)}\n---\n\n${fresh()}\n`),
  "delete a speaker": () => rmSync(join(project, pick([...below("content/speakers", ".md"), "content/none"])), { force: true }),
  "add a paper": () =>
    put(`content/papers/paper-${random(4)}.md`, `---\ntitle: ${text(fresh())}\nauthors: [A B]\nyear: ${2000 + random(9)}\n---\n`),
  "add a page": () => put(`content/pages/page-${random(3)}.md`, `---\ntitle: ${text(fresh())}\n---\n\n# ${fresh()}\n\n[home](/)\n`),
  "delete a page": () => rmSync(join(project, pick([...below("content/pages", ".md"), "content/none"])), { force: true }),
  "change the site record": () => setField("content/site.yaml", "tagline", text(fresh())),
  "add slides": () => {
    const name = `deck-${random(3)}.pdf`;
    put(`assets/media/${name}`, `%PDF-1.4 ${fresh()}`);
    setField(pick(talks()), "slides", `{ file: ${name} }`);
  },
  "change a media file": () => put(`assets/media/deck-${random(3)}.pdf`, `%PDF-1.4 ${fresh()}`),
  "change a style": () => put("assets/css/base.css", `${get("assets/css/base.css")}\n.edit-${counter++} { color: red }\n`),
  "change a script": () => {
    const path = pick(below("assets/js", ".ts"));
    put(path, `${get(path)}\nconsole.log(${counter++});\n`);
  },
  "change a template": () => {
    const path = pick(["src/pages", "src/components", "src/layouts"].flatMap((folder) => below(folder, ".njk")));
    put(path, get(path).replace(/(<h2[^>]*>|<h3[^>]*>|<main[^>]*>|<li[^>]*>)/, `$1<b>${counter++}</b>`));
  },
  "change the program": () => put("src/text/wording.ts", `${get("src/text/wording.ts")}\n// ${counter++}\n`),
  "upgrade a package": () => {
    const path = pick(["package-lock.json", "node_modules/.package-lock.json"]);
    put(path, get(path).replace(/"version": "[^"]*"/, `"version": "9.${counter++}.0"`));
  },
  "switch the address": () => {
    settings.base = pick(["https://example.org/", "https://example.org/archive/", "https://other.example/deep/er/"]);
  },
  "switch the editor": () => {
    settings.editor = !settings.editor;
  },
  "write without changing": () => {
    const path = pick(talks());
    put(path, get(path));
  },
  "change and keep the time": () => {
    const path = join(project, pick(talks()));
    const { atime, mtime } = statSync(path);
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(/[a-z](?=[^a-z]*$)/, () => pick([..."abcdefgh"])),
    );
    utimesSync(path, atime, mtime);
  },
  "break a record": () => put(`content/events/${pick(events())}/talks/broken.md`, `---\ntitel: ${counter++}\n---\n`),
  "delete a page of the output": () => rmSync(join(project, pick([...below("_site", ".html"), "_site/none"])), { force: true }),
  "change a page of the output": () => {
    const path = pick([...below("_site", ".html"), "_site/index.html"]);
    if (existsSync(join(project, path))) put(path, get(path).replace("a", "b"));
  },
  "leave a file in the output": () => {
    if (existsSync(join(project, "_site/.archive-output")))
      put(pick(["_site/stray.txt", "_site/stray/index.html", "_site/stray.d"]), "stray");
  },
  "replace a folder of the output by a file": () => {
    const folder = join(project, "_site/events", pick(events()));
    if (!existsSync(folder)) return;
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "a file");
  },
  "delete the output": () => rmSync(join(project, "_site"), { recursive: true, force: true }),
  "copy everything elsewhere and back": () => {
    for (const folder of ["content", "_site", ".cache"].filter((path) => existsSync(join(project, path)))) {
      cpSync(join(project, folder), join(project, `${folder}-copy`), { recursive: true });
      rmSync(join(project, folder), { recursive: true });
      renameSync(join(project, `${folder}-copy`), join(project, folder));
    }
  },
  "delete the cache": () => rmSync(join(project, ".cache"), { recursive: true, force: true }),
  "cut off the cache": () => {
    for (const path of below(".cache", ".json")) put(path, get(path).slice(0, random(get(path).length)));
  },
  "change a byte of the cache": () => {
    for (const path of below(".cache", ".json")) put(path, get(path).replace(/[a-z](?=[^a-z]*$)/, "~"));
  },
};

const tree = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .sort()
      .map((path) => [path, statSync(join(folder, path)).isFile() ? readFileSync(join(folder, path), "base64") : "folder"]),
  );

interface Built {
  trouble: string | undefined;
  written: number;
}

type Settings = Parameters<typeof build>[0];

function settingsFor(outputDir: string, cacheDir: string): Settings {
  const editor = settings.editor ? { editor: { localPort: 8081 } } : {};
  const common = { contentDir: "content", assetsDir: "assets", baseUrl: settings.base, leave: hasIndex ? undefined : ["search", "cards"] };
  return { ...common, outputDir, cacheDir, ...editor } as Settings;
}

async function run(building: () => Promise<{ written: number }>): Promise<Built> {
  try {
    const { written } = await building();
    return { trouble: undefined, written };
  } catch (error) {
    const { problems } = error as { problems?: { message: string }[] };
    if (!problems) throw error;
    return { trouble: JSON.stringify(problems), written: 0 };
  }
}

/** What `npm start` watches: records by their paths, and all other things as one text. */
const watched = () => ({
  records: [...tree(join(project, "content"))].filter(([, bytes]) => bytes !== "folder"),
  others: JSON.stringify([settings, ...["src", "assets"].map((folder) => [...tree(join(project, folder))])]),
});

let served: { builder: InstanceType<typeof Builder>; of: string; seen: ReturnType<typeof watched> } | undefined;
let early = 0;

/** Builds as `npm start` does, which is told what changed and remembers the rest. */
async function serve(): Promise<{ written: number }> {
  const seen = watched();
  const of = JSON.stringify([settings, hasIndex]);
  if (served?.of !== of) served = { builder: new Builder(settingsFor("served", "served-cache"), undefined, { start, talks: 0 }), of, seen };
  const before = new Map(served.seen.records);
  const onlyRecords = served.seen.others === seen.others && [...before.keys()].join() === seen.records.map(([path]) => path).join();
  const changed = new Set(
    seen.records.filter(([path, bytes]) => before.get(path) !== bytes).map(([path]) => join(project, "content", path)),
  );
  served.seen = seen;
  const edit = {
    changed,
    open: ["index.html", "events/index.html"],
    onFirst: async () => void early++,
    stop: new AbortController().signal,
  };
  const summary = await served.builder.build({}, onlyRecords ? edit : undefined);
  if (hasIndex) await served.builder.warmUp();
  return summary;
}

/** What others do in the output folder of a preview between two builds, which looks there only when the edit is shown. */
function touchServed(): void {
  const pages = below("served", ".html");
  const acts = [
    () => rmSync(join(project, pick(pages))),
    () => put(pick(pages), "another page"),
    () => put("served/stray/stray.txt", "stray"),
    () => rmSync(join(project, dirname(pick(pages))), { recursive: true }),
    () => {
      const folder = dirname(pick(pages));
      if (folder === "served") return;
      rmSync(join(project, folder), { recursive: true });
      put(folder, "a file");
    },
    () => {},
  ];
  if (pages.length > 0) pick(acts)();
}

/** Starts the process that makes the index beside a preview, of the program as it is now. */
const start = () =>
  fork(join(project, "src/cli/start.js"), ["build-worker"], { serialization: "advanced", stdio: ["ignore", "ignore", "inherit", "ipc"] });

/** Kinds of edits in a random order, each once before any comes again. */
let deck: string[] = [];
function draw(): string {
  if (deck.length === 0) deck = Object.keys(EDITS);
  const [name = ""] = deck.splice(random(deck.length), 1);
  return name;
}

const done: string[] = [];
const reasons = new Set<string>();
let [compared, skipped, refused] = [0, 0, 0];
await run(() => buildIfNeeded(settingsFor("_site", ".cache")));
for (let edit = 0; edit < Number(edits); edit++) {
  hasIndex = edit >= Number(edits) - Number(indexed);
  for (const folder of ["content", "assets"])
    cpSync(join(project, folder), join(project, "before", folder), { recursive: true, preserveTimestamps: true });
  while (talks().length < 6) EDITS["add a talk"]?.();
  for (let several = random(3); several >= 0; several--) {
    const name = draw();
    done.push(`${edit}: ${name}`);
    EDITS[name]?.();
  }
  const isServed = edit % 3 === 2 || edit < 3;
  if (isServed) {
    // Of what changed so far, and then of the words of one talk alone, which a preview shows before all else.
    await run(serve);
    touchServed();
    if (talks().length > 0) EDITS["change a title"]?.();
  }
  const incremental = await run(() => buildIfNeeded(settingsFor("_site", ".cache")));
  rmSync(join(project, "clean"), { recursive: true, force: true });
  // What is made of media is kept by the bytes of a file alone; to make it anew takes longer than all the rest.
  const known = readdirSync(project).includes("clean-cache") ? readdirSync(join(project, "clean-cache")) : [];
  for (const file of known) if (file !== "media" || edit % 20 === 0) rmSync(join(project, "clean-cache", file), { recursive: true });
  const clean = await run(() => build(settingsFor("clean", "clean-cache")));
  const preview = isServed ? await run(serve) : undefined;
  if (preview && preview.trouble !== clean.trouble) fail(`The problems of the preview differ: ${preview.trouble} and ${clean.trouble}`);
  if (incremental.trouble !== clean.trouble) fail(`The problems differ: ${incremental.trouble} and ${clean.trouble}`);
  if (clean.trouble !== undefined) {
    refused++;
    for (const folder of ["content", "assets"]) {
      rmSync(join(project, folder), { recursive: true });
      cpSync(join(project, "before", folder), join(project, folder), { recursive: true, preserveTimestamps: true });
    }
  }
  rmSync(join(project, "before"), { recursive: true });
  if (clean.trouble !== undefined) {
    reasons.add(clean.trouble.replace(/.*?"rule":"([^"]*)".*/s, "$1"));
    continue;
  }
  const right = tree(join(project, "clean"));
  for (const folder of preview ? ["_site", "served"] : ["_site"]) {
    const left = tree(join(project, folder));
    const differing = [...new Set([...left.keys(), ...right.keys()])].filter((path) => left.get(path) !== right.get(path));
    if (differing.length > 0) fail(`These files of ${folder} differ from a clean build: ${differing.join(", ")}`);
  }
  compared++;
  if (incremental.written < clean.written) skipped++;
}
const untried = Object.keys(EDITS).filter((name) => !done.some((one) => one.endsWith(`: ${name}`)));
process.stdout.write(JSON.stringify({ untried, compared, skipped, refused, early, reasons: [...reasons].sort() }));

function fail(why: string): never {
  process.stderr.write(`${why}\nSeed ${seed}; the last edits: ${done.slice(-12).join("; ")}\n`);
  process.exit(1);
}
