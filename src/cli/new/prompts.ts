/** The questions on the terminal (@clack/prompts). */
import { autocomplete, cancel, intro, outro, text } from "@clack/prompts";

/** Somebody who can be asked; the terminal, or a script in tests. */
export interface Asker {
  /** A line of text; empty where it may be left out. `check` says what is wrong with an answer. */
  text(question: string, options: { required: boolean; check: (answer: string) => string | undefined }): Promise<string>;
  /** One of several names, found by typing a part of it; empty where it may be left out. With `free`, a new name will do too. */
  choose(
    question: string,
    options: { required: boolean; free: boolean; names: readonly { name: string; hint: string }[] },
  ): Promise<string>;
}

/** Thrown when the user leaves with Ctrl+C or Escape. */
class Cancelled extends Error {}

const NONE = "\u0000";

/** A conversation on the terminal and what it gave. When the user leaves, nothing comes back and the command ends with exit code 1. */
export async function askOnTerminal<Told>(title: string, converse: (asker: Asker) => Promise<Told>): Promise<Told | undefined> {
  try {
    const asker = terminalAsker(title);
    const told = await converse(asker);
    asker.end("Thank you.");
    return told;
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    process.exitCode = 1;
    return undefined;
  }
}

function terminalAsker(title: string): Asker & { end: (message: string) => void } {
  intro(title);
  return {
    text: async (question, { required, check }) => {
      const answer = await text({
        message: required ? question : `${question} (Enter: leave it out)`,
        validate: (given) => {
          const typed = given?.trim() ?? "";
          if (typed === "") return required ? "This is needed." : undefined;
          return check(typed);
        },
      });
      return answered(answer ?? "").trim();
    },
    choose: async (question, { required, free, names }) => {
      const known = names.map(({ name, hint }) => ({ value: name, label: name, ...(hint && { hint }) }));
      const options = [...(required ? [] : [{ value: NONE, label: "(leave it out)" }]), ...known];
      const answer = await autocomplete<string>({
        message: question,
        maxItems: 8,
        options: free
          ? function () {
              const typed = this.userInput.trim();
              const isNew = typed !== "" && !names.some(({ name }) => name === typed);
              return isNew ? [...options, { value: typed, label: `${typed} (new)` }] : options;
            }
          : options,
        validate: (given) => (given === undefined || given.length === 0 ? "Choose one." : undefined),
      });
      const name = answered(answer);
      return name === NONE ? "" : name;
    },
    end: (message) => outro(message),
  };
}

function answered(answer: string | symbol): string {
  if (typeof answer === "string") return answer;
  cancel("Nothing was written.");
  throw new Cancelled();
}
