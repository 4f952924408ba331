/** Which names an archive knows already, and what to say of a new one: it is known, nearly known, or new. */
import { sealFrom } from "../../content/sealed.ts";
import { readNames, tellsSealedName } from "../../intake/withheld-names.ts";
import type { Archive, Person } from "../../model/archive.ts";
import { clip } from "../../model/records/fields.ts";
import { writtenName } from "../../model/vocabulary.ts";
import { addTo } from "../../text/add-to.ts";
import { didYouMean, editDistance } from "../../text/similar.ts";
import { slug, wordKey } from "../../text/slug.ts";
import { UsageError } from "../options.ts";
import type { Draft } from "./check.ts";
import { type Answers, all, type NewKind, one } from "./kind.ts";

/** A name that can be chosen, with what tells it apart. */
export interface KnownName {
  name: string;
  hint: string;
}

export interface KnownNames extends Record<"events" | "speakers" | "topics" | "series", readonly KnownName[]> {
  /** The records of people who share a name, by that name; names that one person has alone are not there. */
  namesakes: ReadonlyMap<string, readonly KnownName[]>;
}

/** The names of an archive: the newest events first, all else from A to Z. */
export function knownNames(archive: Archive): KnownNames {
  return {
    events: archive.events.map(({ id, record }) => ({ name: id, hint: record.name })).reverse(),
    speakers: uniqueNames(
      archive.people.flatMap((person) =>
        spellingsOf(person).map((spelling) => ({
          name: spelling,
          hint: spelling === person.name ? (person.appearances.at(-1)?.organization ?? "") : `is ${person.name}`,
        })),
      ),
    ),
    namesakes: namesakesOf(archive.people),
    topics: archive.topics.map((topic) => ({ name: writtenName(topic), hint: "" })),
    series: (archive.site.record.series ?? []).map(({ id, name }) => ({ name: id, hint: name })),
  };
}

function spellingsOf({ name, record, appearances }: Person): string[] {
  return [...new Set([name, ...(record?.record.aliases ?? []), ...appearances.map((appearance) => appearance.name)])];
}

/** Each name once, with the hints of all who have it. */
function uniqueNames(names: readonly KnownName[]): KnownName[] {
  const hints = new Map<string, string[]>();
  for (const { name, hint } of names) hints.set(name, [...(hints.get(name) ?? []), ...(hint ? [hint] : [])]);
  return [...hints].map(([name, all]) => ({ name, hint: [...new Set(all)].join(" or ") }));
}

function namesakesOf(people: readonly Person[]): Map<string, KnownName[]> {
  const byName = new Map<string, KnownName[]>();
  for (const person of people) {
    const { record, slug: name, appearances } = person;
    if (!record) continue;
    const organization = appearances.at(-1)?.organization ?? record.record.organizations?.at(-1)?.name;
    const hint = [organization, record.record.country].filter(Boolean).join(", ");
    for (const spelling of new Set([person.name, ...(record.record.aliases ?? [])])) addTo(byName, spelling, { name, hint });
  }
  return new Map([...byName].filter(([, records]) => records.length > 1));
}

export interface NameReport {
  /** Names that cannot be meant; each is a sentence with what to do. */
  problems: string[];
  /** Names that are near to known ones, which is a mistake more often than not. */
  doubts: string[];
  /** Names that the archive does not know yet. */
  news: string[];
}

/** Looks up every name among the answers. */
export function reportNames({ kind, fields }: NewKind, answers: Answers, known: KnownNames): NameReport {
  const report: NameReport = { problems: [], doubts: [], news: [] };
  for (const field of fields) {
    if (field.known === undefined || field.known === "namesakes") continue;
    const names = known[field.known].map(({ name }) => name);
    for (const given of all(answers, field.flag) ?? []) {
      if (names.includes(given)) continue;
      const said = `\`${clip(given)}\``;
      if (field.known === "events" || field.known === "series") {
        const near = didYouMean(slug(given), names) ?? known[field.known].find(({ hint }) => slug(hint) === slug(given))?.name;
        const what = field.known === "events" ? "event" : "series";
        report.problems.push(
          `There is no ${what} ${said}. ${near ? `Did you mean \`${near}\`?` : field.known === "events" ? "Write the name of its folder in `content/events/`." : "Add it to `series` in `content/site.yaml`."}`,
        );
        continue;
      }
      const near = nearest(given, names);
      const what = field.known === "speakers" ? "speaker" : "topic";
      if (near) report.doubts.push(`There is no ${what} ${said}. Did you mean \`${near}\`?`);
      else if (kind === "talk" || what === "topic") report.news.push(`${said} is a new ${what}.`);
      else report.news.push(`No talk names ${said} yet.`);
    }
  }
  return report;
}

/** The event of a text, which may be its full name too. */
export function eventOf(answers: Answers, known: KnownNames): string | undefined {
  const given = one(answers, "event");
  return known.events.find(({ name, hint }) => name === given || hint === given)?.name;
}

/** A known name that differs in a letter or two, in accents, blanks or capitals only. */
function nearest(given: string, names: readonly string[]): string | undefined {
  const wanted = wordKey(given);
  const limit = wanted.length <= 5 ? 1 : 2;
  let best: { name: string; distance: number } | undefined;
  for (const name of names) {
    const other = wordKey(name);
    if (Math.abs(other.length - wanted.length) > limit) continue;
    const distance = editDistance(wanted, other);
    if (distance <= limit && distance < (best?.distance ?? limit + 1)) best = { name, distance };
  }
  return best?.name;
}

/** Refuses a record that tells a name which must not be told any more; `needsKey` says whether one is written where nobody can look that up. */
export function refuseSealedNames(archive: Archive, answers: Answers, draft: Draft, contentDir: string, needsKey: boolean): void {
  if (!needsKey && !sealFrom(process.env)) return;
  const sealed = readNames(contentDir, process.env, "Nothing was written.");
  if (!sealed) return;
  const known = new Set(archive.people.flatMap(({ name, record }) => [name, ...(record?.record.aliases ?? [])]));
  const names = [...(all(answers, "speaker") ?? []), ...(all(answers, "name") ?? [])];
  if (tellsSealedName({ names, text: draft.text }, sealed, known))
    throw new UsageError(
      "The record tells a name that must not be told any more, or one that is close to it. If it is somebody else, write the record by hand; nothing was written.",
    );
}
