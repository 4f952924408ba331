/** What `rename-person` and `forget-person` have in common: options, key, closing words. */
import { KEY_VARIABLE, needSeal, sealFrom } from "../../content/sealed.ts";
import { wantedMedia } from "../../media/wanted.ts";
import { prepareMediaAlone } from "../media.ts";
import { speakerSchema } from "../../model/records/speaker.ts";
import { commandName } from "../../text/commands.ts";
import { enumerate } from "../../text/wording.ts";
import type { Command } from "../command.ts";
import { UsageError } from "../options.ts";
import { forgetBatches } from "../people/undo.ts";
import { usualFolders } from "../project.ts";
import { runCommand } from "../report.ts";
import { addLifeOptions, Life, type LifeOptions, nextSteps } from "./archive.ts";
import { changePerson } from "./person.ts";

/** For the help of both commands. */
export const SECRET = `
The name is found cut by markup or escapes, in other letters, in either order, in addresses, office files, zips and PDFs. Places that no program can decide about are listed: texts and captions of others, addresses, files that hold the name or could not
be looked into, and what may be the name (initials, another middle name, a first or last name alone in texts near the person). Nothing is
written until each is answered with \`--clear\` or \`--keep\`; \`all\` answers for all others. What has a small letter where the name has a
capital may be plain words ("will power the host"), so that \`--clear all\` leaves it open; \`--clear words\` and \`--keep words\` answer for that. Imports withhold such names, and say so.
Where a word of the name stands alone in files of others, that is only told; \`--also\` with that word asks about each place.

The old name is kept for imports as a slow hash (scrypt) under the key in ${KEY_VARIABLE}. Keep the key outside the repository, such as in a
password manager: without it nobody can test a guess of the name, and imports refuse to run. Whoever has it can. The hash protects
from readers of the repository as it is from now on; the history of the repository still holds the name, until it is rewritten.
`;

export interface PersonCommandOptions extends LifeOptions {
  also?: string[];
  clear?: string[];
  keep?: string[];
  cache: string;
}

const several = (text: string, before: string[] | undefined) => [...(before ?? []), text];

/** Adds the options of both commands. */
export function addPersonOptions(command: Command): Command {
  return addLifeOptions(command)
    .option(
      "--also <spelling>",
      "a further spelling of the old name, such as `A. Example`; a single word is only asked about; may be given again",
      several,
    )
    .option("--clear <place>", "take the name out of a place that was listed; may be given again", several)
    .option("--keep <place>", "leave the name in a place that was listed; may be given again", several)
    .option("--cache <dir>", "folder of what builds leave, such as the text of slides", usualFolders().cacheDir);
}

/** Runs either command; without a name the person leaves. */
export async function runPersonCommand(who: string, name: string | undefined, options: PersonCommandOptions): Promise<void> {
  return runCommand(async () => {
    const isName = (text: string) => speakerSchema.shape.name.safeParse(text).success;
    if (name !== undefined && !isName(name))
      throw new UsageError("The new name has to be one line of at most 200 characters; nothing was changed.");
    for (const [what, text] of [["The name", who], ...(options.also ?? []).map((one) => ["What `--also` gives", one] as const)] as const)
      if (!isName(text)) throw new UsageError(`${what} has to be one line of 1 to 200 characters; nothing was changed.`);
    const seal =
      options.dryRun === true
        ? sealFrom(process.env)
        : needSeal(process.env, "The old name is sealed with a key, so that imports know it.");
    const life = await Life.open(options);
    const pdfs = [...life.archive.media.values()].filter(({ looksLike }) => looksLike === "pdf");
    const others = pdfs.map(({ path }) => ({ kind: "deck" as const, path, record: life.media(path), field: [] }));
    // What a record names comes first; of each file one is enough.
    const wanted = [...new Map([...wantedMedia(life.archive), ...others].reverse().map((one) => [one.path, one])).values()];
    const settings = { assetsDir: options.assets, cacheDir: options.cache };
    const decks = pdfs.length > 0 ? (await prepareMediaAlone(life.archive, settings, wanted)).made.decks : new Map();
    const { also = [], clear = [], keep = [] } = options;
    const { withdrawn, shared, holds } = changePerson(life, who, name, { also, clear, keep, date: life.today, seal, decks });
    if (shared.length > 0)
      process.stderr.write(
        `Another person is called ${enumerate(shared)} too, so that imports cannot tell who is meant: look through what they bring.\n`,
      );
    if (withdrawn > 0) process.stderr.write(`${withdrawn === 1 ? "1 address leaves" : `${withdrawn} addresses leave`} the ledger.\n`);
    await life.finish(`${nextSteps()} The history of the repository and copies elsewhere still hold the name.`, () => {
      const forgotten = forgetBatches(options.cache, holds);
      if (forgotten > 0)
        process.stderr.write(
          `Decisions about people that held the name can be taken back with \`${commandName("people")} --undo\` no more.\n`,
        );
    });
  });
}
