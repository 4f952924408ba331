/** The plural forms of languages, under the names that Unicode CLDR gives them. */

export const PLURAL_FORMS = ["zero", "one", "two", "few", "many", "other"] as const;
export type PluralForm = (typeof PLURAL_FORMS)[number];

type Rule = (number: number) => PluralForm;

const oneOrOther: Rule = (number) => (number === 1 ? "one" : "other");

/** Whether its last digit lies between two digits, and is that of no number from ten to nineteen. */
const endsIn = (number: number, from: number, to: number) =>
  Math.floor((number % 100) / 10) !== 1 && number % 10 >= from && number % 10 <= to;
const isBetween = (number: number, from: number, to: number) => number >= from && number <= to;

/** Rules, each behind the tags of the languages that have it; all others tell one from the rest. */
const RULES: readonly (readonly [languages: string, Rule])[] = [
  [
    "ar",
    (number) => {
      if (number < 3) return (["zero", "one", "two"] as const)[number] ?? "other";
      const rest = number % 100;
      return rest >= 3 && rest <= 10 ? "few" : rest >= 11 ? "many" : "other";
    },
  ],
  ["pt-pt", oneOrOther],
  ["ak am as bn fa ff fr gu hi hy kab kn kok ln mg pa pt si ti wa zu", (number) => (number < 2 ? "one" : "other")],
  ["bm bo dz id ig ii ja jv km ko lo ms my sg su th to vi wo yo yue zh", () => "other"],
  ["be ru uk", (number) => (endsIn(number, 1, 1) ? "one" : endsIn(number, 2, 4) ? "few" : "many")],
  ["bs hr sr", (number) => (endsIn(number, 1, 1) ? "one" : endsIn(number, 2, 4) ? "few" : "other")],
  ["pl", (number) => (number === 1 ? "one" : endsIn(number, 2, 4) ? "few" : "many")],
  ["cs sk", (number) => (number === 1 ? "one" : isBetween(number, 2, 4) ? "few" : "other")],
  ["dsb hsb sl", (number) => (["other", "one", "two", "few", "few"] as const)[number % 100] ?? "other"],
  ["is mk", (number) => (endsIn(number, 1, 1) ? "one" : "other")],
  ["lt", (number) => (endsIn(number, 1, 1) ? "one" : endsIn(number, 2, 9) ? "few" : "other")],
  ["lv", (number) => (endsIn(number, 1, 1) ? "one" : endsIn(number, 2, 9) ? "other" : "zero")],
  ["ro", (number) => (number === 1 ? "one" : number === 0 || isBetween(number % 100, 1, 19) ? "few" : "other")],
  ["he iu naq se sma smj smn sms", (number) => (["other", "one", "two"] as const)[number] ?? "other"],
  ["cy", (number) => (["zero", "one", "two", "few", "other", "other", "many"] as const)[number] ?? "other"],
  [
    "ga",
    (number) =>
      isBetween(number, 3, 6) ? "few" : isBetween(number, 7, 10) ? "many" : ((["other", "one", "two"] as const)[number] ?? "other"),
  ],
  [
    "gd",
    (number) =>
      number === 1 || number === 11 ? "one" : number === 2 || number === 12 ? "two" : isBetween(number, 3, 19) ? "few" : "other",
  ],
  [
    "mt",
    (number) => {
      const rest = number % 100;
      if (number === 1 || number === 2) return number === 1 ? "one" : "two";
      return number === 0 || isBetween(rest, 3, 10) ? "few" : isBetween(rest, 11, 19) ? "many" : "other";
    },
  ],
  ["fil tl", (number) => (isBetween(number, 1, 3) || ![4, 6, 9].includes(number % 10) ? "one" : "other")],
];

/** The form of a whole number in a language (BCP 47): `pt-BR` has those of `pt` where it has none of its own. */
export function pluralForm(language: string, number: number): PluralForm {
  const tag = language.toLowerCase();
  const ruleOf = (wanted: string) => RULES.find(([languages]) => languages.split(" ").includes(wanted))?.[1];
  return (ruleOf(tag) ?? ruleOf(tag.split("-")[0] ?? "") ?? oneOrOther)(number);
}
