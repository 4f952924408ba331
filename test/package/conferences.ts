/**
 * Two conferences that are not ours, a German and an Arabic one, in folders of their own: begun by `init`, with the package that others
 * install, and taken through all that a year of their archive needs. A step of `npm run test:all`.
 */
import { equal, match, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import sharp from "sharp";
import { parse } from "yaml";
import { PROJECT } from "../support/cli.ts";
import { mixedDeck } from "../support/decks.ts";
import { archive, buildFromBag, pack, put, root, run, runSteps, runWith, succeed } from "./use.ts";

const german = join(root, "Beispieltage/Archiv der Tage");
const arabic = join(root, "أيام المثال");

const picture = (colour: string) =>
  sharp({ create: { width: 400, height: 300, channels: 3, background: colour } })
    .png()
    .toBuffer();
const record = (fields: string, body = "") => `---\n${fields}---\n\n${body}\n`;
const FILM = readFileSync(join(PROJECT, "test/fixtures/media/ten-seconds.webm"));
const CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:02.000\nGuten Morgen.\n\n00:02.000 --> 00:09.000\nDas ist ein Vortrag über Gärten.\n";

/** A page of a kind of its own, of the sponsors with their pictures, and a list of who spoke. */
const EXTENSIONS = `import { readFileSync } from "node:fs";

const thanks = readFileSync(new URL("dank.txt", import.meta.url), "utf8");

export default ({ pageHead, pictureOf }) => ({
  pages: [{
    name: "foerderer",
    *views(archive) {
      const sponsors = archive.site.record.sponsors.map(({ name, logo }) => ({ name, logo: pictureOf(archive, logo, { alt: name, sizes: "20rem" }) }));
      yield { ...pageHead(archive, { path: "/foerderer/", title: "Förderer", description: "Wer die Beispieltage möglich macht." }), thanks, sponsors };
    },
  }],
  outputs: [{ name: "namen", *files({ people }) { yield { path: "namen.txt", content: people.map(({ name }) => name + "\\n").join("") }; } }],
  checks: [({ talks }) => talks.filter(({ record }) => !record.room).map(({ file }) => ({
    rule: "no-room", severity: "warning", file, path: [], message: "The talk has no room.", hint: "Add \`room:\`.",
  }))],
});
`;
const SPONSORS = `{% extends "layouts/frame.njk" %}
{% from "components/picture.njk" import picture %}
{% set kind = "foerderer" %}
{% block content %}
<h1>{{ view.title }}</h1>
<p>{{ view.thanks }}</p>
<ul class="foerderer">{% for one in view.sponsors %}<li>{{ picture(one.logo) }}<br>{{ one.name }}</li>{% endfor %}</ul>
{% endblock %}
`;
const WORDS = `talk:
  abstract: Worum es geht
scripts:
  copyCitation: Zitat mitnehmen
`;
const TOPICS = `topics:
  - name: gärten
    label: Gärten und Beete
`;

/**
 * Three editions with slides, a video with captions, a photo and talks in two languages; its own look, words and topics, a page of a kind of
 * its own, and a page of Eleventy's.
 */
async function writeGerman(): Promise<void> {
  const site = join(german, "content/site.yaml");
  const looks = [
    "theme: gestalt",
    "logo: logo.png",
    'colours:\n  link:\n    light: "#0b3d6e"\n    dark: "#9fd0e0"',
    "sponsors:\n  - name: Gärtnerei Muster\n    url: https://muster.example.org/\n    logo: muster.png",
    "sections:\n  - label: Förderer\n    url: /foerderer/",
    "contact: archiv@tage.example.org",
  ];
  writeFileSync(site, `${readFileSync(site, "utf8")}${looks.join("\n")}\n`);
  for (const year of [2022, 2023, 2024]) {
    const folder = join(german, `content/events/${year}-beispieltage`);
    const day = `date: ${year}-05-04\n`;
    put(
      join(folder, "event.md"),
      record(
        `name: Beispieltage ${year}\nstartDate: ${year}-05-04\ntimezone: Europe/Berlin\ncity: Köln\n`,
        "Drei Tage.\n\n![Der Saal](/media/muster.png)",
      ),
    );
    put(
      join(folder, "talks/garten.md"),
      record(
        `title: Über Gärten ${year}\nspeaker: Ada Beispiel\n${day}start: "09:00"\nend: "09:30"\nslides:\n  file: deck.pdf\nvideo:\n  file: film.webm\n  captions: film.vtt\ntopics:\n  - gärten\n`,
        "Was in Gärten wächst.",
      ),
    );
    const before = year > 2022 ? `alsoGivenAt:\n  - ${year - 1}-beispieltage/gardens\n` : "";
    put(
      join(folder, "talks/gardens.md"),
      record(`title: On gardens ${year}\nspeaker: Ben Muster\nlanguage: en\n${day}${before}`, "What grows."),
    );
  }
  put(join(german, "content/speakers/ada-beispiel.md"), record("name: Ada Beispiel\nphoto: ada.png\n", "Sie gärtnert."));
  put(
    join(german, "content/pages/hinweise.md"),
    record("title: Hinweise\n", "So kommen Sie in den Garten.\n\n![Das Tor des Gartens](/media/muster.png)\n\n[Folien](/media/deck.pdf)"),
  );
  put(join(german, "content/words.yaml"), WORDS);
  put(join(german, "content/topics.yaml"), TOPICS);
  put(join(german, "extensions/index.mjs"), EXTENSIONS);
  put(join(german, "extensions/dank.txt"), "Wir danken allen, die uns fördern.");
  put(join(german, "gestalt/pages/foerderer.njk"), SPONSORS);
  put(join(german, "gestalt/css/kinds/foerderer.css"), ".foerderer { list-style: none }\n");
  put(join(german, "templates/gruss.md"), "# Gruß\n");
  const media = join(german, "assets/media");
  put(join(media, "deck.pdf"), mixedDeck());
  put(join(media, "film.webm"), FILM);
  put(join(media, "film.vtt"), CAPTIONS);
  for (const [name, colour] of [
    ["logo", "#264"],
    ["muster", "#642"],
    ["ada", "#426"],
  ] as const)
    put(join(media, `${name}.png`), await picture(colour));
  const program = join(german, "node_modules/conference-archive");
  put(join(german, "gestalt/fonts/eigene.woff2"), readFileSync(join(program, "assets/fonts/archivo.woff2")));
  put(
    join(german, "gestalt/css/theme.css"),
    '@font-face { font-family: Eigene; src: url("../fonts/eigene.woff2") format("woff2") }\nh1 { font-family: Eigene }\n',
  );
  const home = readFileSync(join(program, "dist/pages/home.njk"), "utf8");
  put(join(german, "gestalt/pages/home.njk"), home.replace(/\{% endblock %\}\s*$/, '<p class="mine">Moin</p>{% endblock %}'));
}

/** The commands of the workflows, as the hosts run them, in a copy of the folder as it is checked in. */
function runWorkflows(folder: string): void {
  const copy = join(root, "checked out");
  cpSync(folder, copy, { recursive: true, filter: (path) => !/[/\\](node_modules|_site|_portable|\.cache)$/.test(path) });
  const workflows = join(copy, ".github/workflows");
  for (const file of readdirSync(workflows)) {
    const { jobs } = parse(readFileSync(join(workflows, file), "utf8")) as { jobs: Record<string, { steps: { run?: string }[] }> };
    for (const step of Object.values(jobs).flatMap(({ steps }) => steps))
      if (step.run !== undefined) succeed(runWith({ BASE_URL: "https://tage.example.org/archiv" }, copy, "bash", "-ec", step.run));
  }
  succeed(run(root, "rm", "-r", copy));
}

/** Begins an archive in a folder with the package. */
function begin(folder: string, ...told: string[]): void {
  // The package lies in the folder, so that whoever checks it out has it.
  const name = basename(tarball);
  put(join(folder, name), readFileSync(tarball));
  succeed(run(folder, "npm", "install", `./${name}`));
  succeed(run(folder, "npx", "--no", "conference-archive", "init", "--yes", ...told));
}

/** All that the archive of a conference is taken through in a year. */
function useAll(folder: string): void {
  for (const script of ["check", "build"]) succeed(run(folder, "npm", "run", script));
  succeed(archive(folder, folder, "verify", "--update"));
  succeed(run(folder, "npm", "run", "verify"));
  succeed(archive(folder, folder, "links"));
  succeed(archive(folder, folder, "build", "--portable"));
  ok(existsSync(join(folder, "_portable/index.html")));
  const bag = join(folder, "../bag");
  succeed(archive(folder, folder, "bag", "--output", bag));
  buildFromBag(join(bag, "data"));
  rmSync(bag, { recursive: true });
  runWorkflows(folder);
  // Nothing speaks of the archive that the program was written for.
  const { text } = run(folder, "grep", "-rilE", "--exclude-dir=node_modules", "--exclude-dir=.cache", "--exclude=*.tgz", "\\bxen", ".");
  equal(text, "");
}

/** The text of a script that a page of the German conference names. */
function scriptOf(page: string, name: string): string {
  const path = new RegExp(`src="/archiv/(assets/${name}-[0-9a-f]{10}\\.js)"`).exec(site(german, page))?.[1] ?? name;
  return site(german, path);
}

const site = (folder: string, path: string) => readFileSync(join(folder, "_site", path), "utf8");

const STEPS: Record<string, () => void | Promise<void>> = {
  "a German conference of three editions, with its own look": async () => {
    begin(
      german,
      "--name",
      "Beispieltage",
      "--url",
      "https://tage.example.org/archiv/",
      "--language",
      "de",
      "--event",
      "Beispieltage 2024",
      "--talk",
      "Über Gärten",
    );
    succeed(run(german, "rm", "-r", "content/events"));
    await writeGerman();
    useAll(german);
    const home = site(german, "index.html");
    for (const part of [
      '<html lang="de"',
      "Zum Inhalt",
      "#0b3d6e",
      '<p class="mine">Moin</p>',
      "font-src 'self'",
      "Gärtnerei Muster",
      "archiv@tage.example.org",
    ])
      ok(home.includes(part), part);
    const styles = /href="\/archiv\/(assets\/theme-[0-9a-f]{10}\.css)"/.exec(home)?.[1] ?? "";
    match(site(german, styles), /url\("?eigene-[0-9a-f]{10}\.woff2/);
    match(site(german, "events/2023-beispieltage/garten/index.html"), /<track [^>]*src="\/archiv\/media\/film\.vtt"/);
    match(site(german, "events/2023-beispieltage/gardens/index.html"), /<h1[^>]* lang="en"/);
    ok(existsSync(join(german, "_site/events/2022-beispieltage/garten/slides/index.html")));
    ok(home.includes('href="/archiv/foerderer/"'));
    match(site(german, "events/2023-beispieltage/garten/index.html"), /Worum es geht/);
    match(
      site(german, "foerderer/index.html"),
      /<p>Wir danken allen.*<ul class="foerderer"><li><picture><source [^>]*srcset=.* alt="Gärtnerei Muster"/s,
    );
    match(site(german, "hinweise/index.html"), /<picture>.*alt="Das Tor des Gartens"/);
    match(site(german, "namen.txt"), /Ada Beispiel\nBen Muster/);
    match(site(german, "topics/garten/index.html"), /Gärten und Beete/);
    match(scriptOf("events/2023-beispieltage/garten/index.html", "cite"), /Zitat mitnehmen/);
    succeed(run(german, "npm", "run", "eleventy"));
    match(site(german, "gruss/index.html"), /<h1[^>]*>Gruß/);
    rmSync(join(german, "_site/gruss"), { recursive: true });
  },

  "an Arabic conference": () => {
    begin(
      arabic,
      "--name",
      "أيام المثال",
      "--url",
      "https://ayyam.example.org/",
      "--language",
      "ar",
      "--event",
      "أيام المثال 2024",
      "--talk",
      "عن الحدائق",
    );
    // As `init` left it, and then with letters for its cards.
    useAll(arabic);
    const letters = join(PROJECT, "node_modules/@expo-google-fonts/noto-kufi-arabic/400Regular/NotoKufiArabic_400Regular.ttf");
    put(join(arabic, "assets/fonts/arabic.ttf"), readFileSync(letters));
    succeed(run(arabic, "npm", "run", "build"));
    match(site(arabic, "index.html"), /<html lang="ar" dir="rtl"/);
  },

  "a bag of one event, which builds its pages again": () => {
    const bag = join(root, "one event");
    succeed(archive(german, german, "bag", "--event", "2023-beispieltage", "--program", tarball, "--output", bag));
    const program = join(bag, "data/program");
    succeed(run(program, "npm", "ci"));
    succeed(run(program, "npx", "--no", "conference-archive", "build", "--part", "--output", join(bag, "again")));
    const page = readFileSync(join(bag, "again/events/2023-beispieltage/garten/index.html"), "utf8");
    for (const part of ["Gärten und Beete", "Worum es geht", "Förderer"]) ok(page.includes(part), part);
    for (const file of ["extensions/dank.txt", "templates/gruss.md", "eleventy.config.mjs", "gestalt/pages/foerderer.njk"])
      ok(existsSync(join(bag, "data", file)), file);
    rmSync(bag, { recursive: true });
  },

  "records in a repository of their own, as a submodule": () => {
    const [records, whole] = [join(root, "records"), join(root, "whole")];
    const git = (folder: string, ...words: string[]) =>
      succeed(run(folder, "git", "-c", "protocol.file.allow=always", "-c", "user.name=A", "-c", "user.email=a@example.org", ...words));
    cpSync(join(german, "content"), records, { recursive: true });
    for (const words of [
      ["init", "-q"],
      ["add", "-A"],
      ["commit", "-qm", "Records"],
    ])
      git(records, ...words);
    cpSync(german, whole, { recursive: true, filter: (path) => !/[/\\](content|_site|_portable|\.cache)$/.test(path) });
    git(whole, "init", "-q");
    git(whole, "submodule", "add", "-q", records, "content");
    for (const script of ["check", "build", "verify"]) succeed(run(whole, "npm", "run", script));
    equal(run(root, "diff", "--recursive", "--brief", join(whole, "_site"), join(german, "_site")).text, "");
    equal(run(join(whole, "content"), "git", "status", "--porcelain").text, "");
  },

  "an update by npm keeps every address": async () => {
    const [packed, home] = [join(root, "registry"), join(root, "updated")];
    mkdirSync(packed);
    cpSync(tarball, join(packed, basename(tarball)));
    const usual = succeed(run(root, "npm", "config", "get", "registry")).trim();
    const server = spawn(process.execPath, ["--import", "tsx", join(PROJECT, "test/package/registry.ts"), packed, usual], {
      cwd: PROJECT,
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      const address = await new Promise<string>((done) => server.stdout.once("data", (text) => done(String(text).trim())));
      // What the cache of npm knows of the package is not what this registry has.
      const npm = (...words: string[]) =>
        succeed(runWith({ npm_config_registry: address, npm_config_prefer_offline: "false" }, home, "npm", ...words));
      const version = () =>
        (JSON.parse(readFileSync(join(home, "node_modules/conference-archive/package.json"), "utf8")) as { version: string }).version;
      mkdirSync(home);
      npm("install", "conference-archive");
      succeed(
        archive(home, home, "init", "--yes", "--name", "Days", "--url", "https://example.org/", "--event", "Days 2024", "--talk", "One"),
      );
      npm("run", "build");
      succeed(archive(home, home, "verify", "--update"));
      const before = version();
      const after = before.replace(/\d+$/, (patch) => String(Number(patch) + 1));
      const next = join(root, "next");
      cpSync(join(home, "node_modules/conference-archive"), next, { recursive: true });
      const manifest = readFileSync(join(next, "package.json"), "utf8");
      writeFileSync(join(next, "package.json"), manifest.replace(`"version": "${before}"`, `"version": "${after}"`));
      succeed(run(packed, "npm", "pack", next, "--ignore-scripts"));
      npm("update", "conference-archive");
      equal(version(), after);
      npm("run", "build");
      npm("run", "verify");
      match(site(home, "index.html"), new RegExp(after.replaceAll(".", "\\.")));
    } finally {
      server.kill();
    }
  },
};

const tarball = pack();
await runSteps(STEPS);
