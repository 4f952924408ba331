/** The plural forms of languages, under the names that Unicode CLDR gives them. */

export const PLURAL_FORMS = ["zero", "one", "two", "few", "many", "other"] as const;
export type PluralForm = (typeof PLURAL_FORMS)[number];

const ONE_OR_OTHER = (number: number): PluralForm => (number === 1 ? "one" : "other");

/** By the tags of languages; all others tell one from the rest. */
const RULES: Readonly<Record<string, (number: number) => PluralForm>> = {
  ar: (number) => {
    if (number < 3) return (["zero", "one", "two"] as const)[number] ?? "other";
    const rest = number % 100;
    return rest >= 3 && rest <= 10 ? "few" : rest >= 11 ? "many" : "other";
  },
  fr: (number) => (number < 2 ? "one" : "other"),
  ja: () => "other",
};

/** The form of a whole number in a language. */
export function pluralForm(language: string, number: number): PluralForm {
  return (RULES[language] ?? ONE_OR_OTHER)(number);
}
