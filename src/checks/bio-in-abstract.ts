/** The warning that the speaker's bio was pasted into the abstract. */
import type { Archive, Talk } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";

const HEADING = /^[^\w\n]{0,20}(about the (speakers?|authors?|presenters?)|(speaker |short )?bio(graphy|s)?)\b/imu;
const VERBS = "(is|was|has|works|worked|leads|joined|holds|received)";

export function bioInAbstract(archive: Archive): Finding[] {
  return archive.talks.flatMap((talk) => {
    const sign = knownSignOf(talk);
    if (sign === undefined) return [];
    return [
      {
        rule: "bio-in-abstract",
        severity: "warning",
        file: talk.file,
        path: ["abstract"],
        message: `The abstract seems to hold a bio: “${sign}”.`,
        hint: "Move that part into `bio`, or into the speaker's own record.",
      },
    ];
  });
}

/** The answers of before, and what is known of the speakers that each is about: under `npm start` all but a few records stay the same. */
const answers = new WeakMap<Talk["record"], { speakers: string; sign: string | undefined }>();

function knownSignOf(talk: Talk): string | undefined {
  const speakers = JSON.stringify(talk.speakers.map(({ name, bio, person }) => [name, (bio ?? person.bio)?.markdown]));
  const known = answers.get(talk.record);
  if (known?.speakers === speakers) return known.sign;
  const sign = signOf(talk);
  answers.set(talk.record, { speakers, sign });
  return sign;
}

/** The words that give the bio away. */
function signOf(talk: Talk): string | undefined {
  const markdown = talk.abstract?.markdown ?? "";
  const bios = talk.speakers.map(({ bio, person }) => bio ?? person.bio);
  // Most texts are not even looked at closely.
  const suspicious =
    /about the (speaker|author|presenter)|\bbio/i.test(markdown) ||
    talk.speakers.some(({ name }) => markdown.includes(name)) ||
    bios.some((bio) => bio && markdown.includes(bio.markdown.slice(0, 20)));
  if (!suspicious) return undefined;
  const text = talk.abstract?.text ?? "";
  const heading = HEADING.exec(text)?.[0].trim();
  if (heading) return heading;
  for (const { name, person, bio } of talk.speakers) {
    const known = (bio ?? person.bio)?.text.slice(0, 80) ?? "";
    if (known.length === 80 && text.includes(known)) return `${known}…`;
    const start = text.indexOf(name);
    const sentence = start < 0 ? "" : text.slice(start, start + name.length + 40);
    const startsSentence = start === 0 || /[.!?\n]\s*$/u.test(text.slice(0, Math.max(start, 0)));
    if (sentence && startsSentence && new RegExp(`^ ${VERBS} (an? |the |been |at |as )`, "u").test(sentence.slice(name.length)))
      return `${sentence}…`;
  }
  return undefined;
}
