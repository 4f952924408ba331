/** The rule that pages speak the language that they say they do. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { languageOfWords, WORD_LANGUAGES } from "../words/words.ts";

export function interfaceLanguage({ site, words }: Archive): Finding[] {
  const { language } = site.record;
  if (languageOfWords(language) !== undefined) return [];
  return [
    {
      rule: "no-words",
      severity: "warning",
      file: site.file,
      path: ["language"],
      message: `The program has no words in ${words.language(language)}, so that its own words on pages are English.`,
      hint: `Write one of: ${WORD_LANGUAGES.join(", ")}; or put words of your own into \`words.yaml\` beside this file, or add \`src/words/${language.toLowerCase()}.ts\` to the program.`,
    },
  ];
}
