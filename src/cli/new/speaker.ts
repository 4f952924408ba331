/** What `new speaker` asks for and the record it becomes. */
import { writtenBy } from "../../model/records/shared.ts";
import { speakerSchema } from "../../model/records/speaker.ts";
import { all, type NewKind, one } from "./kind.ts";
import { commandName } from "../../text/commands.ts";

const { shape } = speakerSchema;

export const newSpeaker: NewKind = {
  kind: "speaker",
  fields: [
    {
      flag: "name",
      value: "name",
      description: "name, in the spelling that the archive uses",
      required: true,
      known: "speakers",
      schema: shape.name,
    },
    { flag: "alias", value: "name", description: "other spelling that talks use", several: true },
    { flag: "country", value: "text", description: "country, where others have the same name", schema: shape.country },
    { flag: "organization", value: "text", description: "organization", several: true },
    { flag: "photo", value: "file", description: "portrait below assets/media/", schema: shape.photo },
    { flag: "bio", value: "text", description: "bio, in Markdown", schema: shape.bio },
    { flag: "bio-by", value: "who", description: "who wrote the bio", choices: writtenBy.options, silent: true },
    { flag: "bio-as-of", value: "date", description: "when the bio was true: a day, month or year", schema: shape.bioAsOf },
    { flag: "source", value: "address", description: "page that states these facts", several: true },
  ],
  record: (answers) => ({
    name: one(answers, "name"),
    aliases: all(answers, "alias"),
    country: one(answers, "country"),
    bio: one(answers, "bio"),
    bioBy: one(answers, "bio-by"),
    bioAsOf: one(answers, "bio-as-of"),
    photo: one(answers, "photo"),
    organizations: all(answers, "organization")?.map((name) => ({ name })),
    sources: all(answers, "source"),
  }),
  suggestedName: (answers) => one(answers, "name") ?? "",
  place: (_, name) => ({ id: name, file: `speakers/${name}.md` }),
  example: `${commandName("new")} speaker --name "Jun Nakajima" --organization Intel --yes`,
};
