/** What `new talk` asks for and the record it becomes. */
import { slides, video } from "../../model/records/media.ts";
import { writtenBy } from "../../model/records/shared.ts";
import { TALK_KINDS, talkSchema } from "../../model/records/talk.ts";
import { type Answers, all, type NewKind, one } from "./kind.ts";
import { commandName } from "../../text/commands.ts";

const { shape } = talkSchema;

export const newTalk: NewKind = {
  kind: "talk",
  fields: [
    { flag: "event", value: "name", description: "event it was given at: the name of its folder", required: true, known: "events" },
    { flag: "title", value: "text", description: "title as published", required: true, schema: shape.title },
    {
      flag: "speaker",
      value: "name",
      description: "speaker, in the spelling of the programme",
      several: true,
      known: "speakers",
      schema: shape.speaker,
    },
    {
      flag: "person",
      value: "record",
      description: "which of several people of that name: the name of the speaker's record",
      several: true,
      ofSpeaker: true,
      known: "namesakes",
      schema: shape.person,
    },
    { flag: "role", value: "text", description: "role as published", several: true, ofSpeaker: true, schema: shape.role },
    {
      flag: "organization",
      value: "text",
      description: "organization as published",
      several: true,
      ofSpeaker: true,
      schema: shape.organization,
    },
    { flag: "date", value: "date", description: "day of the talk, such as 2012-08-27", schema: shape.date },
    { flag: "start", value: "time", description: "when it starts, such as 09:30", schema: shape.start },
    { flag: "end", value: "time", description: "when it ends, such as 10:00", schema: shape.end },
    { flag: "room", value: "text", description: "room", schema: shape.room },
    { flag: "track", value: "text", description: "track, or heading in the programme", schema: shape.track },
    { flag: "kind", value: "kind", description: "kind of session", choices: TALK_KINDS },
    { flag: "topic", value: "word", description: "topic, in lower case", several: true, known: "topics" },
    { flag: "slides", value: "address", description: "slides: an address, or a file below assets/media/" },
    { flag: "video", value: "address", description: "video: an address, or a file below assets/media/" },
    { flag: "abstract", value: "text", description: "what the talk is about, in Markdown", schema: shape.abstract },
    { flag: "abstract-by", value: "who", description: "who wrote the abstract", choices: writtenBy.options, silent: true },
    { flag: "also-given-at", value: "name", description: "another event or talk where it was given too", several: true, silent: true },
    { flag: "licence", value: "id", description: "licence: an SPDX identifier or an address", schema: shape.licence, silent: true },
    {
      flag: "language",
      value: "tag",
      description: "language of the talk where it is not the site's",
      schema: shape.language,
      silent: true,
    },
    { flag: "original", value: "address", description: "original page of the talk", schema: shape.original },
    { flag: "source", value: "address", description: "page that states these facts", several: true, schema: shape.original },
  ],
  record: talkRecord,
  suggestedName: (answers) => one(answers, "title") ?? "",
  place: (answers, name) => {
    const event = one(answers, "event") ?? "";
    return { id: `${event}/${name}`, file: `events/${event}/talks/${name}.md` };
  },
  example: `${commandName("new")} talk --event 2012-north-america --title "A talk" --speaker "Jun Nakajima" --topic interrupts --yes`,
};

function talkRecord(answers: Answers): Record<string, unknown> {
  return {
    title: one(answers, "title"),
    ...speakerFields(answers),
    abstract: one(answers, "abstract"),
    abstractBy: one(answers, "abstract-by"),
    date: one(answers, "date"),
    start: one(answers, "start"),
    end: one(answers, "end"),
    room: one(answers, "room"),
    track: one(answers, "track"),
    kind: one(answers, "kind") === "talk" ? undefined : one(answers, "kind"),
    language: one(answers, "language"),
    alsoGivenAt: all(answers, "also-given-at"),
    topics: all(answers, "topic"),
    slides: media(one(answers, "slides"), slides),
    video: media(one(answers, "video"), video),
    licence: one(answers, "licence"),
    original: one(answers, "original"),
    sources: all(answers, "source"),
  };
}

/** One speaker stands in fields of the talk, several in a list. */
function speakerFields(answers: Answers): Record<string, unknown> {
  const speakers = (answers.get("speaker") ?? []).map((name, index) => ({
    name: name.trim(),
    person: answers.get("person")?.[index]?.trim() || undefined,
    role: answers.get("role")?.[index]?.trim() || undefined,
    organization: answers.get("organization")?.[index]?.trim() || undefined,
  }));
  const [first, ...others] = speakers;
  if (!first) return {};
  if (others.length > 0) return { speakers };
  const { name, ...rest } = first;
  return { speaker: name, ...rest };
}

/** An address stays one; anything else without a scheme is the path of a local file, if it can be one. */
function media(text: string | undefined, schema: typeof slides | typeof video): unknown {
  if (text === undefined || /^[a-z][a-z0-9+.-]*:/i.test(text)) return text;
  const local = { file: text };
  return schema.safeParse(local).success ? local : text;
}
