/** Owns the rule that every page has an address of its own, on hosts that do not tell capitals apart too. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { agendaPath, outputFile, PATHS } from "../model/urls.ts";

interface Claim {
  path: string;
  what: string;
  file: string;
  field: FieldPath;
}

export function addressClash(archive: Archive): Finding[] {
  const taken = new Map<string, Claim>();
  const findings: Finding[] = [];
  for (const claim of claims(archive)) {
    const key = outputFile(claim.path).toLowerCase();
    const other = taken.get(key);
    if (!other) taken.set(key, claim);
    else if (other.file !== claim.file || claim.field.length > 0)
      findings.push({
        rule: "address-clash",
        severity: "error",
        file: claim.file,
        path: claim.field,
        message: `The address \`${claim.path}\` of ${claim.what} is already that of ${other.what}.`,
        hint:
          claim.field[0] === "speaker" || claim.field[0] === "speakers"
            ? "If it is one person, join the spellings with `aliases` in a speaker record; if not, give one of them a record and name it with `person:`."
            : `Rename the file, or delete the former address${other.file === claim.file ? "" : ` (the other is in ${other.file})`}.`,
      });
  }
  return findings;
}

function* claims(archive: Archive): Generator<Claim> {
  const own = (path: string): Claim => ({ path, what: "a page that every archive has", file: archive.site.file, field: [] });
  for (const path of Object.values(PATHS)) yield own(path);
  for (const path of ["/sitemap.xml", "/robots.txt", "/media/", "/assets/", "/presentations/", "/about-this-build/"]) yield own(path);
  for (const event of archive.events) {
    yield { path: event.path, what: `the event “${event.record.name}”`, file: event.file, field: [] };
    yield { path: agendaPath(event.id), what: `the agenda of “${event.record.name}”`, file: event.file, field: [] };
  }
  for (const talk of archive.talks) yield { path: talk.path, what: `the talk “${talk.title}”`, file: talk.file, field: [] };
  for (const page of archive.pages) yield { path: page.path, what: `the page “${page.record.title}”`, file: page.file, field: [] };
  for (const person of archive.people) {
    const first = person.appearances[0];
    const index = first?.talk.speakers.findIndex((speaker) => speaker.person === person) ?? 0;
    const field = person.record || !first ? [] : first.talk.record.speakers ? ["speakers", index, "name"] : ["speaker"];
    yield { path: person.path, what: `the speaker ${person.name}`, file: person.record?.file ?? first?.talk.file ?? archive.site.file, field };
  }
  for (const { file, record } of [...archive.events, ...archive.talks, ...archive.pages])
    for (const [index, path] of (record.formerUrls ?? []).entries()) yield { path, what: "an older page", file, field: ["formerUrls", index] };
}
