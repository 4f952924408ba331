/** `npm run bench -- --search`: how often the search has what is asked for on top, beside other searches of the same documents. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { loadArchive } from "../../src/content/load.ts";
import { searchDocuments } from "../../src/search/documents.ts";
import { grade, onAnyPage, ourSearch, qualityTable, type Question } from "../support/search-quality.ts";
import { miniSearch, pagefindAlone } from "../support/search-rivals.ts";
import { measure } from "./measure.ts";
import { OUR_PROGRAM } from "./measurements.ts";
import { SITE } from "./synthetic-talks.ts";
import { createFolder, PROJECT } from "./workspace.ts";

const OWN = { content: join(PROJECT, "content"), questions: join(PROJECT, "test/xen-summit/queries.json") };
const VIDEO_QUESTIONS = join(import.meta.dirname, "video-questions.json");

/**
 * Asks and grades, and answers with a table of Markdown. `videos` is a folder with a copy of PyVideo's data; without one, the project's own
 * records are asked. Throws where there are no questions, or the videos cannot be imported.
 */
export async function askSearch(videos: string | undefined, say: (line: string) => void): Promise<string> {
  const { content, questions } = videos === undefined ? OWN : { content: await imported(videos, say), questions: VIDEO_QUESTIONS };
  if (!existsSync(questions)) throw new Error(`There are no questions to ask: ${questions} is missing.`);
  const { archive } = loadArchive({ contentDir: content, assetsDir: join(PROJECT, "assets") });
  const documents = [...searchDocuments(archive)];
  const paths = new Set(documents.map(({ path }) => onAnyPage(path)));
  const all: Question[] = JSON.parse(readFileSync(questions, "utf8"));
  const asked = all.filter(({ expect }) => expect.some((path) => paths.has(path)));
  const searches = {
    ours: () => ourSearch(archive),
    "Pagefind alone": () => pagefindAlone(documents),
    MiniSearch: () => miniSearch(documents),
  };
  const graded: Parameters<typeof qualityTable>[0] = {};
  for (const [name, search] of Object.entries(searches)) {
    say(`Asking ${name} …`);
    Object.assign(graded, { [name]: await grade(await search(), asked) });
  }
  const left = all.length - asked.length;
  return [
    `${archive.talks.length} talks, ${documents.length} documents; ${asked.length} questions${left > 0 ? `; ${left} left out, whose pages are not there` : ""}`,
    "",
    qualityTable(graded),
  ].join("\n");
}

/** The records that an import makes of PyVideo's data, in a temporary folder. */
async function imported(videos: string, say: (line: string) => void): Promise<string> {
  const content = join(createFolder(), "content");
  mkdirSync(content);
  writeFileSync(join(content, "site.yaml"), SITE);
  say(`Importing ${videos} …`);
  await measure([...OUR_PROGRAM.cli, "import", resolve(videos), "--content", content], PROJECT);
  return content;
}
