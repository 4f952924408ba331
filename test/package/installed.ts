/**
 * Packs the program and uses it as others do: installed from the tarball into empty folders, with a new archive that `init` begins.
 * A step of `npm run test:all`. Packages come from the cache of npm where it has them.
 */
import { deepEqual, equal, match, ok } from "node:assert/strict";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../support/cli.ts";
import { mixedDeck } from "../support/decks.ts";
import { generateContent } from "../support/generate.ts";
import { archive, buildFromBag, filesOf, pack, printed, put, root, run, runSteps, succeed } from "./use.ts";

const STEPS: Record<string, () => void | Promise<void>> = {
  "a new archive in a folder with blanks and umlauts": () => {
    succeed(run(home, "npm", "install", tarball));
    const told = [
      "--name",
      "Beispieltage",
      "--url",
      "https://tage.example.org/archiv/",
      "--event",
      "Beispieltage 2024",
      "--talk",
      "Eröffnung",
    ];
    succeed(run(home, "npx", "--no", "conference-archive", "init", ...told));
    put(join(home, "assets/media/deck.pdf"), mixedDeck());
    put(join(home, TALK), "---\ntitle: Eröffnung\nspeaker: Ada Beispiel\nslides:\n  file: deck.pdf\n---\n");
    for (const script of ["check", "build", "verify"]) succeed(run(home, "npm", "run", script));
    for (const file of ["index.html", "events/2024-beispieltage/eroffnung/index.html", "pagefind/entry.json"])
      ok(existsSync(join(home, "_site", file)), file);
  },

  "it holds neither loader nor bundler nor the editor's React": () => {
    for (const name of ["tsx", "esbuild", "react", "decap-cms", "typescript"])
      equal(existsSync(join(home, "node_modules", name)), false, name);
  },

  "the same bytes as the project writes": () => {
    const site = join(root, "by the project");
    const start = join(PROJECT, "src/cli/start.js");
    succeed(run(PROJECT, process.execPath, start, "build", "--project", home, "--output", site, "--cache", join(root, "cache")));
    equal(run(root, "diff", "--recursive", "--brief", site, join(home, "_site")).text, "");
  },

  "from any other folder, nothing is made again, and nothing else is written": () => {
    const before = filesOf(home, ["_site", ".cache"]);
    for (const [from, ...args] of [[join(home, "content/events")], ["/", "--project", home], [root, `--project=${home}`]] as const)
      match(succeed(archive(from, home, "build", ...args)), /^Wrote 0 pages to /m);
    succeed(archive(join(home, "content"), home, "check"));
    succeed(archive("/", home, "verify", "--project", home));
    succeed(archive(home, home, "bag", "--output", join(root, "bag")));
    const known = new Set(before);
    deepEqual(
      filesOf(home, ["_site", ".cache"]).filter((file) => !known.has(file)),
      [],
    );
    ok(existsSync(join(root, "bag/data/package-lock.json")));
  },

  "the program in a bag builds the same site again": () => {
    const bag = join(root, "bag/data");
    for (const file of ["portable/index.html", "portable/assets/files/pagefind/entry.json.js"]) ok(existsSync(join(bag, file)), file);
    buildFromBag(bag);
  },

  "so does that of a bag of this repository, which is packed from its source": () => {
    const bag = join(root, "our bag");
    const start = join(PROJECT, "src/cli/start.js");
    succeed(run(PROJECT, process.execPath, start, "bag", "--project", PROJECT, "--output", bag, "--program", tarball));
    buildFromBag(join(bag, "data"));
  },

  "several processes make the same site as one": () => {
    const large = join(root, "large");
    for (const [path, text] of Object.entries(generateContent(4, 150))) put(join(large, "content", path), text);
    const build = (jobs: string) => {
      const output = join(root, `by ${jobs}`);
      const folders = ["--content", join(large, "content"), "--assets", join(large, "assets"), "--output", output];
      succeed(archive(root, home, "build", ...folders, "--cache", join(root, `cache of ${jobs}`), "--jobs", jobs));
      return output;
    };
    equal(run(root, "diff", "--recursive", "--brief", build("1"), build("3")).text, "");
  },

  "the web editor without installing it": () => {
    succeed(archive(home, home, "build", "--admin-local", "--output", join(root, "with editor"), "--cache", join(root, "editor cache")));
    ok(readdirSync(join(root, "with editor/admin")).some((name) => name.startsWith("decap-cms-")));
  },

  "Eleventy's own command, with a template of the user that later builds leave alone": () => {
    put(join(home, "templates/hello.md"), "# Hello\n");
    succeed(run(home, "npm", "run", "eleventy"));
    match(readFileSync(join(home, "_site/hello/index.html"), "utf8"), /<h1[^>]*>Hello/);
    succeed(archive(home, home, "build"));
    ok(existsSync(join(home, "_site/hello/index.html")));
    rmSync(join(home, "templates/hello.md"));
  },

  "a preview that answers": async () => {
    const main = join(home, "node_modules/conference-archive/dist/cli/main.js");
    const server = spawn(process.execPath, [main, "serve", "--port", "0"], { cwd: home, stdio: ["ignore", "ignore", "pipe"] });
    try {
      let told = "";
      const address = await new Promise<string>((done, fail) => {
        server.stderr.on("data", (chunk) => {
          told += chunk;
          const found = /http:\/\/localhost:\d+\S*/.exec(told)?.[0];
          if (found) done(found);
        });
        server.on("close", () => fail(new Error(told)));
      });
      match(await (await fetch(address)).text(), /Beispieltage/);
    } finally {
      server.kill();
    }
  },

  "records in a repository of their own": () => {
    const apart = join(root, "records");
    cpSync(join(home, "content"), join(apart, "content"), { recursive: true });
    cpSync(join(home, "assets"), join(apart, "assets"), { recursive: true });
    const output = join(root, "from records");
    const folders = ["--content", join(apart, "content"), "--assets", join(apart, "assets"), "--output", output];
    succeed(archive(home, home, "build", ...folders, "--cache", join(root, "records cache")));
    ok(existsSync(join(output, "events/2024-beispieltage/eroffnung/index.html")));
  },

  "a workspace that hoists": () => {
    const workspace = join(root, "workspace");
    const member = join(workspace, "packages/archive");
    put(join(workspace, "package.json"), '{"private":true,"workspaces":["packages/*"]}');
    put(join(member, "package.json"), '{"name":"archive","version":"1.0.0","type":"module"}');
    succeed(run(member, "npm", "install", tarball));
    ok(existsSync(join(workspace, "node_modules/conference-archive")), "npm hoists the package");
    succeed(archive(member, workspace, "init", "--name", "Days", "--url", "https://example.org/", "--event", "Days 2024", "--talk", "One"));
    for (const script of ["check", "build", "verify", "eleventy"]) succeed(run(member, "npm", "run", script));
    succeed(archive(member, workspace, "bag", "--output", join(root, "bag of the workspace")));
    ok(existsSync(join(root, "bag of the workspace/data/package-lock.json")), "the lock file of the workspace");
  },

  "packages that are put together by links, as pnpm does": () => {
    const apart = join(root, "linked");
    put(join(apart, "package.json"), '{"private":true}');
    succeed(run(apart, "npm", "install", "--install-strategy=linked", tarball));
    equal(existsSync(join(apart, "node_modules/@11ty")), false);
    succeed(archive(apart, apart, "init", "--name", "Days", "--url", "https://example.org/", "--event", "Days 2024", "--talk", "One"));
    for (const script of ["check", "build", "verify", "eleventy"]) succeed(run(apart, "npm", "run", script));
    const bag = join(root, "bag of what is linked");
    succeed(archive(apart, apart, "bag", "--output", bag));
    buildFromBag(join(bag, "data"));
  },

  "scripts of one's own ask for what makes them": () => {
    put(join(home, "assets/js/mine.ts"), "document.title = '';\n");
    const { code, text } = archive(home, home, "build");
    equal(code, 1);
    match(text, /esbuild, which is not installed/);
    rmSync(join(home, "assets/js"), { recursive: true });
  },

  "a theme with colours, styles of its own and a template": () => {
    const site = join(home, "content/site.yaml");
    const before = readFileSync(site, "utf8");
    const own = readFileSync(join(home, "node_modules/conference-archive/dist/pages/home.njk"), "utf8");
    put(site, `${before}theme: looks\ncolours:\n  link:\n    light: "#0b3d6e"\n    dark: "#9fd0e0"\n`);
    put(join(home, "looks/css/theme.css"), ".mine { color: var(--link) }\n");
    put(join(home, "looks/pages/home.njk"), own.replace(/\{% endblock %\}\s*$/, '<p class="mine">Mine</p>{% endblock %}'));
    succeed(archive(home, home, "build"));
    const styles = readdirSync(join(home, "_site/assets")).filter((name) => /^theme-.*\.css$/.test(name));
    const page = ["index.html", ...styles.map((name) => `assets/${name}`)]
      .map((path) => readFileSync(join(home, "_site", path), "utf8"))
      .join();
    for (const part of ["#0b3d6e", ".mine{color:var(--link)}", '<p class="mine">Mine</p>']) ok(page.includes(part), part);
    put(join(home, "looks/pages/home.njk"), `${own}<script>run()</script>`);
    const { code, text } = archive(home, home, "build");
    equal(code, 1);
    match(text, /looks\/pages\/home\.njk:\d+:\d+: `<script>run\(\)<\/script>` Scripts/);
    rmSync(join(home, "looks"), { recursive: true });
    put(site, before);
  },

  "what it prints can be typed here": () => {
    put(join(home, TALK), '---\ntitle: "Eröffnung"\ndate: 2024-05-01\nstart: 09:30\n---\n');
    archive(home, home, "check");
    for (const command of [
      "bag",
      "build",
      "check",
      "import",
      "init",
      "links",
      "new talk",
      "new event",
      "restore",
      "schemas",
      "serve",
      "verify",
    ])
      succeed(archive(home, home, ...command.split(" "), "--help"));
    match(printed(), /npx conference-archive check/);
    equal(/npm run archive|src\//.exec(printed())?.[0], undefined);
  },
};

const TALK = "content/events/2024-beispieltage/talks/eroffnung.md";
const home = join(root, "Über uns/meine Konferenz");
mkdirSync(home, { recursive: true });
const tarball = pack();
await runSteps(STEPS);
