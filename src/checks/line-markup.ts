/** The warning that a title or another text of one line holds HTML, which readers see as it stands: a tag, or the name of a sign. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { clip } from "../model/records/fields.ts";

interface Line {
  file: string;
  path: FieldPath;
  text: string | undefined;
}

export function lineMarkup(archive: Archive): Finding[] {
  return [...lines(archive)].flatMap(({ file, path, text = "" }): Finding[] => {
    const [found] = MARKUP.exec(text) ?? [];
    if (found === undefined) return [];
    return [
      {
        rule: "html-in-line",
        severity: "warning",
        file,
        path,
        message: `The text holds HTML, \`${clip(found)}\`, which readers see as it stands.`,
        hint: found.startsWith("&") ? `Write ${SIGNS[found.toLowerCase()] ?? "the sign itself"}.` : "Write the words alone.",
      },
    ];
  });
}

const SIGNS: Readonly<Record<string, string>> = {
  "&amp;": "`&`",
  "&lt;": "`<`",
  "&gt;": "`>`",
  "&quot;": '`"`',
  "&#39;": "`'`",
  "&apos;": "`'`",
};
/** `std::vector<a>` may well be meant: of tags with a letter alone none is told without its end. */
const MARKUP =
  /&(?:amp|lt|gt|quot|apos|nbsp|[mn]dash|[lr][sd]quo|hellip|[a-z]uml|[a-z](?:acute|grave|cedil|tilde|circ)|szlig|#\d{2,5}|#x[\da-f]{2,5});|<\/(?:a|b|i|u|em|strong|span|p|sup|sub|small|font|code|h\d)>|<br ?\/?>/i;

function* lines({ talks, events, papers, pages, people }: Archive): Generator<Line> {
  for (const { file, record } of talks) {
    for (const field of ["title", "speaker", "role", "organization", "room", "track"] as const)
      yield { file, path: [field], text: record[field] };
    for (const [index, speaker] of (record.speakers ?? []).entries())
      for (const field of ["name", "role", "organization"] as const) yield { file, path: ["speakers", index, field], text: speaker[field] };
  }
  for (const { file, record } of events)
    for (const field of ["name", "venue", "city", "host"] as const) yield { file, path: [field], text: record[field] };
  for (const { file, record } of papers)
    for (const field of ["title", "venue"] as const) yield { file, path: [field], text: record[field] };
  for (const { file, record } of pages) yield { file, path: ["title"], text: record.title };
  for (const { record } of people) if (record) yield { file: record.file, path: ["name"], text: record.record.name };
}
