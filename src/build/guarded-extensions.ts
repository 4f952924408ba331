/** What extensions give while they run: a fault in their code, or a thing that is not what it should be, becomes a sentence that names the extension. */
import type { Check } from "../checks/index.ts";
import type { Archive } from "../model/archive.ts";
import type { Importer } from "../importers/importer.ts";
import type { PageHead } from "../layouts/frame.ts";
import type { OutputFile, OutputFormat } from "../outputs/output-format.ts";
import type { PageKind } from "../pages/page-kind.ts";
import { isObject } from "../text/is-object.ts";
import { thrownText } from "../text/thrown-text.ts";
import { faultInImported } from "./imported-faults.ts";
import { faultInView } from "./view-faults.ts";

/** Thrown when extensions cannot be used; the message says which and why. */
export class ExtensionError extends Error {}

const LISTS = ["events", "talks", "people", "topics", "organizations", "papers", "pages"] as const;

/** The archive with its lists kept from being put in another order, which all that is made after it would have. */
function shielded(archive: Archive): Archive {
  for (const list of LISTS) Object.freeze(archive[list]);
  return archive;
}

/** A kind of pages whose views are what they should be, or an `ExtensionError`; `file` is where extensions are. */
export function guardedPages(kind: PageKind, file: string): PageKind {
  const who = `The kind of pages \`${kind.name}\` of \`${file}\``;
  const { groups } = kind;
  const views = (some: () => Iterable<PageHead>) =>
    rememberable(who, each(who, some, isView, "a view: an object that begins with what `pageHead` gives"));
  return {
    ...kind,
    views: (archive) => views(() => kind.views(shielded(archive))),
    ...(groups && {
      *groups(archive) {
        for (const group of told(who, () => groups.call(kind, shielded(archive))))
          yield { ...group, views: () => views(() => group.views()) };
      },
    }),
  };
}

/** The same of an output and its files. */
export function guardedOutput(output: OutputFormat, file: string): OutputFormat {
  const who = `The output \`${output.name}\` of \`${file}\``;
  const { files, eventFiles, talkFiles } = output;
  const made = (some: () => Iterable<OutputFile>) =>
    each(who, some, isFile, "a file: an object with `path`, and `content` that is text or bytes");
  return {
    ...output,
    ...(files && { files: (archive, ...given) => made(() => files.call(output, shielded(archive), ...given)) }),
    ...(eventFiles && { eventFiles: (archive, ...given) => made(() => eventFiles.call(output, shielded(archive), ...given)) }),
    ...(talkFiles && { talkFiles: (archive, ...given) => made(() => talkFiles.call(output, shielded(archive), ...given)) }),
  };
}

/** The same of a check and its findings. */
export function guardedCheck(check: Check, place: number, file: string): Check {
  const who = `The check \`checks[${place}]\` of \`${file}\``;
  const what =
    'a finding: an object with `rule`, `severity`, `file`, `message` and `hint`, whose `path`, if it has one, is a list such as `["title"]`';
  return (archive, ...given) => [...each(who, () => check(shielded(archive), ...given), isFinding, what)];
}

/** The same of an importer. */
export function guardedImporter(importer: Importer, file: string): Importer {
  const who = `The importer \`${importer.name}\` of \`${file}\``;
  return {
    ...importer,
    recognises: (...given) => {
      const answer: unknown = tried(who, () => importer.recognises(...given));
      if (typeof answer === "object" && answer !== null && "then" in answer)
        throw new ExtensionError(`${who} gives a promise. \`recognises\` says at once whether it knows a file.`);
      return Boolean(answer);
    },
    read(...given) {
      const imported = tried(who, () => importer.read(...given));
      const fault = faultInImported(imported);
      if (fault !== undefined) throw new ExtensionError(`${who} ${fault}`);
      return imported;
    },
  };
}

/** What is made of what an importer gave; fields of another kind than records have become a sentence too. */
export function madeOfImported<Made>({ name }: Importer, make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new ExtensionError(
      `The importer \`${name}\` of your extensions gives a field that is of another kind than the record has: ${error.message}. Hold \`event\`, \`record\` and \`links\` against the type \`Imported\`; nothing was imported.`,
    );
  }
}

/** What a function of an extension gives, one after the other; plain JavaScript may give anything. */
function* each<One extends object>(who: string, make: () => Iterable<One>, fits: (thing: Thing) => boolean, what: string): Generator<One> {
  for (const one of told(who, make)) {
    if (typeof one !== "object" || one === null || !fits(one as Thing))
      throw new ExtensionError(`${who} gives something that is not ${what}.`);
    yield one;
  }
}

/** Views by which a build sees later whether their pages are as they were. */
function* rememberable(who: string, views: Iterable<PageHead>): Generator<PageHead> {
  for (const view of views) {
    const fault = faultInView(view);
    if (fault !== undefined)
      throw new ExtensionError(
        `${who} gives a view of ${view.path} that cannot be told from another: ${fault}. Give what the template prints, as texts, numbers, lists and plain objects.`,
      );
    yield view;
  }
}

function* told<One>(who: string, make: () => Iterable<One>): Generator<One> {
  try {
    const made: unknown = make();
    if (!(made instanceof Object && Symbol.iterator in made))
      throw new ExtensionError(`${who} gives no list. Return one, or write a generator (\`function*\`); nothing can be waited for.`);
    yield* made as Iterable<One>;
  } catch (error) {
    throw failure(who, error);
  }
}

function tried<Given>(who: string, run: () => Given): Given {
  try {
    return run();
  } catch (error) {
    throw failure(who, error);
  }
}

/** The sentence about an error that an extension throws, or rejects a promise with, when nobody waits for it; nothing where it is of our code. */
export function lateFailure(error: unknown): string | undefined {
  const places = stackOf(error).match(/^\s+at .+$/gm) ?? [];
  const own = places.find((place) => /file:.*\/extensions\/[^/]/.test(place) && !place.includes("/node_modules/"));
  if (!own && places.some((place) => !/\(node:|at (async )?node:/.test(place))) return undefined;
  return failure(`Something that ${own ? "an extension" : "the program or an extension"} began, and that nothing waited for,`, error)
    .message;
}

/** An error with the first place of the stack, which is where the extension stumbled. */
function failure(who: string, error: unknown): ExtensionError {
  if (error instanceof ExtensionError) return error;
  const [, place] = /\n\s+at .*?((?:file:\/\/)?\/[^\s()]+:\d+:\d+)/.exec(stackOf(error)) ?? [];
  return new ExtensionError(`${who} failed: ${thrownText(error)}${place ? `\n  at ${place}` : ""}`);
}

/** The stack of an error; empty for what is thrown and none, or has something else in its place. */
const stackOf = (error: unknown): string => (error instanceof Error && typeof error.stack === "string" ? error.stack : "");

type Thing = Readonly<Record<string, unknown>>;

/** By some of the fields that `pageHead` alone makes. */
const isView = ({ path, windowTitle, programs }: Thing) =>
  isPath(path) && path.startsWith("/") && typeof windowTitle === "string" && typeof programs === "object" && programs !== null;
const isFile = ({ path, content }: Thing) => isPath(path) && (typeof content === "string" || content instanceof Uint8Array);
const isFinding = ({ rule, severity, file, path, within, range, message, hint }: Thing) =>
  [rule, file, message, hint, within ?? ""].every((text) => typeof text === "string") &&
  (severity === "error" || severity === "warning") &&
  (path === undefined || (Array.isArray(path) && path.every((step) => typeof step === "string" || typeof step === "number"))) &&
  (range === undefined || (isObject(range) && [range["start"], range["end"]].every(Number.isInteger)));
/** Half of a character can stand in no address. */
const isPath = (path: unknown): path is string => typeof path === "string" && !/\p{Surrogate}/u.test(path);
