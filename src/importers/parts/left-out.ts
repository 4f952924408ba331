/** What a site holds beside its talks and people, which is told once a kind. */
import { count, someOf } from "../../text/wording.ts";
import type { ForeignFile, Place } from "../importer.ts";
import type { ForeignPage } from "./front-matter.ts";
import { problemAt, wholeFile } from "./place.ts";
import type { Reading } from "./reading.ts";

/** What is none. */
interface LeftOut {
  /** Pages about the venue, the sponsors and the like, and lists of those. */
  others: readonly ForeignPage[];
  posts: readonly ForeignPage[];
  /** Files of data that have no list. */
  empty: readonly ForeignFile[];
}

/** Tells of it. Where nothing else is there, that is an error. */
export function tellLeftOut({ others, posts, empty }: LeftOut, isAll: boolean, reading: Reading): void {
  const tell = (place: Place | undefined, message: string, hint: string) => {
    if (place) reading.add(problemAt(place, { rule: "not-a-talk", severity: isAll ? "error" : "warning", message, hint }));
  };
  const pages = others.filter(({ list }) => list === undefined);
  const entries = others.filter(({ list }) => list !== undefined);
  const lists = [...new Set(entries.map(({ list = "" }) => shortened(list)))];
  const mapped = (folder: string) =>
    `If they are talks, write a mapping file (\`import: front-matter\`, \`talks: ${folder}\`, \`fields:\` with \`title: <its name there>\`) and import it with them.`;
  const without = (all: readonly ForeignPage[]) =>
    all.length === 1 ? "names neither a speaker nor a time and is" : "name neither a speaker nor a time and are";
  tell(
    pages[0]?.place,
    `${count(pages.length, "page")} ${without(pages)} left out: ${named(pages.map(({ file }) => shortened(file.path)))}.`,
    mapped("<their folder>"),
  );
  tell(
    entries[0]?.place,
    `${entries.length === 1 ? "One entry of a list" : `${entries.length} entries of lists`} ${without(entries)} left out: ${named(lists)}.`,
    mapped(lists[0] ?? ""),
  );
  tell(
    posts[0]?.place,
    `${count(posts.length, "post")} ${posts.length === 1 ? "is" : "are"} left out, as the site has its talks elsewhere: ${named(posts.map(({ file }) => shortened(file.path)))}.`,
    mapped("<their folder>"),
  );
  tell(
    empty[0] && wholeFile(empty[0]),
    `${count(empty.length, "file")} ${empty.length === 1 ? "holds no list of talks or speakers and is" : "hold no list of talks or speakers and are"} left out: ${named(empty.map(({ path }) => shortened(path)))}.`,
    "Lists have a record for each talk or speaker, such as `- title: My talk` with `speakers: [Ann Lee]`.",
  );
}

const named = (names: readonly string[]) => someOf(names.map((name) => `\`${name}\``));

/** The end of a path. */
const shortened = (path: string) => path.split("/").slice(-2).join("/");
