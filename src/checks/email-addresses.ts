/** Email addresses in what names people and where they belong. */
import type { Archive } from "../model/archive.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { clip } from "../model/records/fields.ts";
import { EMAIL_IN_NAME, withoutEmail } from "../text/person-names.ts";

export function emailAddresses(archive: Archive): Finding[] {
  return [...fields(archive)].flatMap(({ file, path, text, what }) => {
    const [email] = (text === undefined ? undefined : EMAIL_IN_NAME.exec(text)) ?? [];
    if (text === undefined || email === undefined) return [];
    const rest = clip(withoutEmail(text));
    return [
      {
        rule: "email-in-name",
        severity: "error",
        file,
        path,
        message: `The ${what} holds an email address, \`${clip(email.trim())}\`.`,
        hint: `${rest ? `Write \`${rest}\` alone` : `Write the ${what} alone, or leave it out`}; addresses of people are not published.`,
      },
    ];
  });
}

interface Field {
  file: string;
  path: FieldPath;
  text: string | undefined;
  what: "name" | "organization" | "role";
}

function* fields({ talks, people, papers }: Archive): Generator<Field> {
  for (const { file, record } of talks) {
    const { speaker, organization, role, speakers = [] } = record;
    yield { file, path: ["speaker"], text: speaker, what: "name" };
    yield { file, path: ["organization"], text: organization, what: "organization" };
    yield { file, path: ["role"], text: role, what: "role" };
    for (const [index, one] of speakers.entries()) {
      yield { file, path: ["speakers", index, "name"], text: one.name, what: "name" };
      yield { file, path: ["speakers", index, "organization"], text: one.organization, what: "organization" };
      yield { file, path: ["speakers", index, "role"], text: one.role, what: "role" };
    }
  }
  for (const { record: filed } of people) {
    if (!filed) continue;
    const { file, record } = filed;
    yield { file, path: ["name"], text: record.name, what: "name" };
    for (const [index, text] of (record.aliases ?? []).entries()) yield { file, path: ["aliases", index], text, what: "name" };
    for (const [index, { name }] of (record.organizations ?? []).entries())
      yield { file, path: ["organizations", index, "name"], text: name, what: "organization" };
  }
  for (const { file, record } of papers)
    for (const [index, text] of (record.authors ?? []).entries()) yield { file, path: ["authors", index], text, what: "name" };
}
