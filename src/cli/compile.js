/**
 * Compiles the program (esbuild), once for each state of its source, because to compile it again at every start takes longer than most
 * commands. Plain JavaScript itself, for nothing is compiled yet.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const project = resolve(import.meta.dirname, "../..");
const compiled = join(project, "node_modules/.cache/conference-archive");

/**
 * A digest of the source as it is now, the same as `build/fingerprint.ts` makes. Declarations of types are left out, and what begins with a dot,
 * such as the links to nowhere by which Emacs marks what it edits.
 */
function sourceDigest(programDir) {
  const sum = createHash("sha256");
  const paths = readdirSync(programDir, { recursive: true });
  for (const path of paths.filter((one) => /\.[jt]s$/.test(one) && !/\.d\.ts$|(?:^|[\\/])\.[^\\/]*$/.test(one)).sort())
    sum.update(`\0${path}\0`).update(readFileSync(join(programDir, path)));
  return sum.digest("hex").slice(0, 32);
}

/** What packages there should be, and which npm has installed, which may be those of before. */
const PACKAGES = ["package-lock.json", "node_modules/.package-lock.json"];

/** The state of the source, and the folder of what is compiled of it with the packages that are installed. */
function wanted() {
  const source = sourceDigest(join(project, "src"));
  const digest = createHash("sha256").update(`${process.version} ${project} ${source}`);
  for (const path of PACKAGES)
    digest.update(`\0${path}\0`).update(existsSync(join(project, path)) ? readFileSync(join(project, path)) : "");
  return { source, folder: join(compiled, digest.digest("hex").slice(0, 32)) };
}

/** Compiles the program into a folder, unless the source changed meanwhile: nobody knows then which state of each file was read. */
async function compile(folder) {
  const draft = `${folder}.${process.pid}.draft`;
  // It is in the way. Of two starts that compile for the first time, the quicker one leaves a whole program, which stays.
  const isDamaged = existsSync(folder);
  try {
    // First of all: where nothing can be written, nothing need be compiled.
    mkdirSync(draft, { recursive: true });
    // Without it Node parses each file once more, to find out what kind of module it is.
    writeFileSync(join(draft, "package.json"), '{ "type": "module" }\n');
    const { build } = await import("esbuild");
    const { outputFiles } = await build({
      absWorkingDir: project,
      // Words in a file of their own: names of the rest of the program would change those of their facts, which texts name as places.
      entryPoints: ["src/cli/main.ts", "src/media/maker/main.ts", "src/index.ts", "src/words/words.ts"],
      outbase: ".",
      outdir: draft,
      // It would not say that a disk is full.
      write: false,
      bundle: true,
      splitting: true,
      // Packages too, whose many small files take longer to find and open than to run; not those that are native or look for files of their own.
      external: [
        "@11ty/eleventy-dev-server",
        "@napi-rs/canvas",
        "esbuild",
        "html-minifier-terser",
        "lightningcss",
        "pagefind",
        "pdfjs-dist",
        "sharp",
      ],
      // Some of them ask for what is built into Node as older modules do.
      banner: { js: 'import { createRequire as requireFrom } from "node:module";const require = requireFrom(import.meta.url);' },
      format: "esm",
      platform: "node",
      target: "node20.19",
      sourcemap: "linked",
      logLevel: "silent",
      plugins: [{ name: "places", setup: keepPlaces }],
    });
    for (const { path, contents } of outputFiles) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, contents);
    }
    const files = outputFiles
      .filter(({ path }) => path.endsWith(".js"))
      .map(({ path, contents }) => [relative(draft, path), contents.length]);
    writeFileSync(join(draft, LIST), JSON.stringify(files));
    if (wanted().folder !== folder) return;
    removeOld(folder);
    if (isDamaged && !isWhole(folder)) rmSync(folder, { recursive: true, force: true });
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** The list of the compiled files with their sizes. */
const LIST = "files.json";

/** Whether all compiled files are there as they were written: after a power cut they may be empty, and programs that clean up delete some. */
function isWhole(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, LIST), "utf8")).every(([path, size]) => statSync(join(folder, path)).size === size);
  } catch {
    return false;
  }
}

/** Removes what was compiled of former states of the source and nobody runs any more. */
function removeOld(folder) {
  for (const old of readdirSync(compiled)) if (!old.startsWith(basename(folder)) && !isInUse(join(compiled, old))) remove(old);
}

const remove = (name) => rmSync(join(compiled, name), { recursive: true, force: true });

/** Each start leaves its number in the compiled program that it runs; parts of it may be loaded at any time until that process ends. */
const USERS = "in-use";

function isInUse(folder) {
  const users = join(folder, USERS);
  const numbers = existsSync(users) ? readdirSync(users) : [];
  // A draft belongs to the process that compiles.
  const maker = /\.(\d+)\.draft$/.exec(folder)?.[1];
  return [...numbers, ...(maker ? [maker] : [])].some((number) => isAlive(Number(number)));
}

function isAlive(number) {
  try {
    return process.kill(number, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Notes that this process runs the compiled program, until it ends. */
function use(folder) {
  const note = join(folder, USERS, `${process.pid}`);
  try {
    mkdirSync(join(folder, USERS), { recursive: true });
    writeFileSync(note, "");
    process.on("exit", () => rmSync(note, { force: true }));
  } catch {
    // A folder that cannot be written to is not deleted by others either.
  }
}

/** Files find what lies beside them where their source is. */
function keepPlaces({ onLoad }) {
  onLoad({ filter: /\.ts$|@11ty[\\/]eleventy[\\/]src[\\/].*\.js$/ }, ({ path }) => {
    if (path.includes("node_modules") && path.endsWith(".ts")) return undefined;
    const places = { dirname: JSON.stringify(dirname(path)), url: JSON.stringify(pathToFileURL(path).href) };
    return {
      contents: readFileSync(path, "utf8").replace(/\bimport\.meta\.(dirname|url)\b/g, (_, name) => places[name]),
      loader: path.endsWith(".ts") ? "ts" : "js",
    };
  });
}

/** The folder of the compiled program, for as long as this process runs; nothing where it cannot be written. */
export async function compiledProgram() {
  let { source, folder } = wanted();
  try {
    for (let last; !isWhole(folder) && folder !== last; { source, folder } = wanted()) {
      last = folder;
      await compile(folder);
    }
  } catch (error) {
    // Another start was quicker, or the folder cannot be written to.
    if (!isWhole(folder) && error.code === undefined) throw error;
  }
  if (!isWhole(folder)) return undefined;
  use(folder);
  globalThis.compiledFrom = source;
  process.env.MEDIA_MAKER = join(folder, "src/media/maker/main.js");
  return folder;
}
