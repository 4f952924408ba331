/** The making of media before the pages: what is known is taken from the cache, the rest is made, and what cannot be is a warning. */
import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { lstatSync, readFileSync } from "node:fs";
import { basename, extname, resolve } from "node:path";
import { isSettled, looksOf, stampOf } from "../content/file-state.ts";
import type { Archive } from "../model/archive.ts";
import type { MadeMedia, Picture } from "../model/made-media.ts";
import { claimedKind } from "../model/media-kinds.ts";
import type { Finding } from "../model/problem.ts";
import { slug } from "../text/slug.ts";
import { madePath } from "../model/urls.ts";
import { LARGEST_PDF } from "./jobs.ts";
import { makerVersion } from "./maker-version.ts";
import { type Kept, type Known, Store, digestOfFile } from "./media-cache.ts";
import { type Wanted, wantedMedia } from "./wanted.ts";
import { captionsWarning, tellsWarning, warningOf } from "./warnings.ts";
import { LIMITS, type Limits, Maker } from "./worker.ts";
import { parseWebVtt } from "./webvtt.ts";

export interface MediaSettings {
  /** The folder of media files. */
  mediaDir: string;
  cacheDir: string;
  limits?: Limits;
}

/** Thrown when the cache loses what was made while it is used; the message says what to do. */
export class LostError extends Error {}

/** Told what is being made, such as `Slides: page 12 of 60 of x.pdf`. */
export type OnProgress = (text: string) => void;

/** The files that were made of one file, to be published below one folder. */
export interface MadeFiles {
  key: string;
  folder: string;
  /** Where they lie in the cache. */
  kept: string;
  /** Sees to it that one of them lies there as it was made. */
  mend: (name: string) => Promise<void>;
  /** Name and bytes of each; made again where the cache lost them meanwhile. */
  read: () => AsyncIterable<{ path: string; content: Uint8Array }>;
}

export interface Prepared {
  made: MadeMedia;
  files: MadeFiles[];
  warnings: Finding[];
}

/** No captions are longer. */
const MOST_CAPTIONS = 5_000_000;

/** Makes what pages show of the media that records name, or of others. */
export async function prepareMedia(
  archive: Archive,
  settings: MediaSettings,
  tell: OnProgress = () => {},
  wanted: readonly Wanted[] = wantedMedia(archive),
): Promise<Prepared> {
  const maker = new Maker(settings.limits ?? LIMITS);
  try {
    return await new Preparation(archive, settings, maker, tell).run(wanted);
  } finally {
    maker.stop();
  }
}

/** Forgets whatever was made before. */
export function forgetMade(cacheDir: string): void {
  new Store(cacheDir).forgetAll();
}

class Preparation {
  readonly #archive: Archive;
  readonly #settings: MediaSettings;
  readonly #maker: Maker;
  readonly #tell: OnProgress;
  readonly #store: Store;
  readonly #before: Record<string, Known>;
  readonly #now: Record<string, Known> = {};
  #mending: Promise<void> = Promise.resolve();

  constructor(archive: Archive, settings: MediaSettings, maker: Maker, tell: OnProgress) {
    this.#archive = archive;
    this.#settings = settings;
    this.#maker = maker;
    this.#tell = tell;
    this.#store = new Store(settings.cacheDir);
    this.#before = this.#store.known();
  }

  async run(wanted: readonly Wanted[]): Promise<Prepared> {
    const [pictures, decks, transcripts, versions] = [new Map(), new Map(), new Map(), new Map<string, string>()];
    const files: MadeFiles[] = [];
    const warnings: Finding[] = [];
    for (const one of wanted) {
      // Nothing is made of it, so it need not be read, which takes its time where it has gigabytes.
      if (one.kind === "deck" && this.#bytesOf(one) > LARGEST_PDF) {
        versions.set(one.path, `too large ${this.#seen(one)}`);
        warnings.push(warningOf(one, "too large"));
        continue;
      }
      // Its package opens more than these, such as drawings in a gzip, which fonts of the machine have a part in.
      if (one.kind === "picture" && !isPicture(one.path)) {
        versions.set(one.path, `broken ${this.#seen(one)}`);
        warnings.push(warningOf(one, "broken"));
        continue;
      }
      const key = await this.#keyOf(one);
      versions.set(one.path, key);
      if (one.kind === "transcript") {
        const mistakes: { line: number; message: string }[] = [];
        const transcript = this.#transcriptOf(one, (line, message) => mistakes.push({ line, message }));
        if (transcript) transcripts.set(one.path, transcript);
        if (mistakes.length > 0) warnings.push(captionsWarning(one, mistakes));
        continue;
      }
      const kept = this.#store.find(key) ?? (await this.#make(one, key));
      if (kept === undefined || "refused" in kept.outcome) {
        const refused = kept && "refused" in kept.outcome ? kept.outcome.refused : "broke down";
        versions.set(one.path, `${key} ${refused}`);
        warnings.push(warningOf(one, refused));
        continue;
      }
      const { made } = kept.outcome;
      // The name changes with every byte of the file and of the program, so that browsers may keep what they got for ever.
      const hash = createHash("sha256").update(key).digest("hex").slice(0, 12);
      const folder = madePath(`${slug(basename(one.path, extname(one.path)))}-${hash}`);
      if ("deck" in made)
        decks.set(one.path, {
          pages: made.deck.pages.map((page) => ({
            ...page,
            picture: placed(page.picture, folder),
            thumbnail: placed(page.thumbnail, folder),
          })),
        });
      else {
        pictures.set(one.path, placed(made.picture, folder));
        if (made.tells.length > 0) warnings.push(tellsWarning(one, made.tells));
      }
      // Files of the same name and bytes in two folders are made into the same.
      if (!files.some((made) => made.folder === folder))
        files.push({
          key,
          folder,
          kept: this.#store.folder(key),
          mend: (name) => this.#mend(one, key, kept, [name]),
          read: () => this.#read(one, key, kept, folder),
        });
    }
    this.#forgetOld();
    return { made: { pictures, decks, transcripts, versions }, files, warnings };
  }

  /** What stands for the bytes of a file and the program that makes something of it. A file that looks as before is not read. */
  async #keyOf({ kind, path }: Wanted): Promise<string> {
    const before = Object.hasOwn(this.#before, path) ? this.#before[path] : undefined;
    const seen = this.#seen({ path });
    if (before && seen !== "" && before.seen === seen && before.key.startsWith(`${kind}-`) && before.key.endsWith(makerVersion())) {
      this.#now[path] = before;
      return before.key;
    }
    const file = this.#file(path);
    const now = Date.now();
    const stats = lstatSync(file);
    const key = await keyOfFile(kind, file);
    this.#now[path] = { seen: isSettled(stats, now) ? stampOf(stats) : "", key };
    return key;
  }

  /** How a file looks on the disk. */
  #seen({ path }: Pick<Wanted, "path">): string {
    return this.#archive.media.get(path)?.seen ?? "";
  }

  #bytesOf({ path }: Pick<Wanted, "path">): number {
    return this.#archive.media.get(path)?.bytes ?? 0;
  }

  #transcriptOf({ path }: Wanted, onMistake: (line: number, message: string) => void) {
    if (this.#bytesOf({ path }) > MOST_CAPTIONS) {
      onMistake(1, "The file is larger than 5 MB.");
      return undefined;
    }
    const bytes = readFileSync(this.#file(path));
    const text = bytes.toString("utf8");
    if (!isUtf8(bytes)) onMistake(text.slice(0, text.indexOf("\ufffd")).split("\n").length, "The text is not UTF-8.");
    return parseWebVtt(text, onMistake);
  }

  /**
   * Makes something of a file. That the maker broke down, or what the system refused, is not kept, for it was not the file; nor is what was
   * made until then, or of a file that somebody changes meanwhile.
   */
  async #make({ kind, path }: Wanted, key: string): Promise<Kept | undefined> {
    if (kind === "transcript") return undefined;
    const file = this.#file(path);
    const before = looksOf(file);
    if ((await keyOfFile(kind, file)) !== key) return undefined;
    const draft = this.#store.draft(key);
    const name = basename(path);
    if (kind === "picture") this.#tell(`Picture: ${name}`);
    try {
      const outcome = await this.#maker.make({ kind, file, folder: draft }, (at, of) =>
        this.#tell(`Slides: page ${at} of ${of} of ${name}`),
      );
      if ("refused" in outcome && outcome.refused === "broke down") return undefined;
      if (looksOf(file) !== before) return undefined;
      if ("refused" in outcome) this.#store.draft(key);
      return this.#store.keep(key, draft, outcome as Kept["outcome"]);
    } finally {
      this.#store.forget(basename(draft));
    }
  }

  /** Makes again what the cache lost or damaged; one thing at a time. */
  #mend(one: Wanted, key: string, { files }: Kept, names: readonly string[]): Promise<void> {
    this.#mending = this.#mending.then(async () => {
      const isWhole = () => names.every((name) => this.#store.read(key, name, files[name] ?? "") !== undefined);
      if (isWhole()) return;
      await this.#make(one, key).finally(() => this.#maker.stop());
      if (!isWhole())
        throw new LostError(
          `What was made of \`${one.path}\` is damaged in the cache folder, and cannot be made again of the file as it is now. Build again.`,
        );
    });
    return this.#mending;
  }

  async *#read(one: Wanted, key: string, kept: Kept, folder: string): AsyncGenerator<{ path: string; content: Uint8Array }> {
    const { files } = kept;
    await this.#mend(one, key, kept, Object.keys(files));
    for (const [name, bytes] of Object.entries(files)) {
      const content = this.#store.read(key, name, bytes);
      if (content === undefined) throw new LostError(`What was made of \`${one.path}\` was deleted from the cache folder. Build again.`);
      yield { path: `${folder.slice(1)}${name}`, content };
    }
  }

  /** Forgets what was made of former bytes, and of files that no record names any more. */
  #forgetOld(): void {
    const used = new Set(Object.values(this.#now).map(({ key }) => key));
    for (const { key } of Object.values(this.#before)) if (!used.has(key)) this.#store.forget(key);
    if (JSON.stringify(this.#before) !== JSON.stringify(this.#now)) this.#store.keepKnown(this.#now);
  }

  #file(path: string): string {
    return resolve(this.#settings.mediaDir, path);
  }
}

const keyOfFile = async (kind: Wanted["kind"], file: string) => `${kind}-${(await digestOfFile(file)).slice(0, 24)}-${makerVersion()}`;

const isPicture = (path: string) => claimedKind(path)?.type.startsWith("image/") === true;

function placed(picture: Picture, folder: string): Picture {
  return { ...picture, sources: picture.sources.map((source) => ({ ...source, path: `${folder}${source.path}` })) };
}
