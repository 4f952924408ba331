/** Takes a person out of an archive in this process, with the answers of an editor. */
import { Life } from "../../src/cli/life/archive.ts";
import { changePerson, type PersonOptions } from "../../src/cli/life/person.ts";
import { Seal } from "../../src/content/sealed.ts";

/** As `forget-person` does; it fails, and nothing is written, where a place has no answer. */
export function forgetPerson(
  folders: { content: string; assets: string; ledger: string },
  who: string,
  answers: Partial<PersonOptions> = {},
): void {
  const life = new Life(folders);
  changePerson(life, who, undefined, {
    also: [],
    clear: [],
    keep: [],
    date: "2026-11-27",
    seal: new Seal("a secret of this test, and of nothing else"),
    decks: new Map(),
    ...answers,
  });
  life.edits.apply();
}
