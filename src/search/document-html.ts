/** A document of the index as Pagefind reads it: a page of HTML whose markup is ours and whose words are all escaped. */
import { type MetaField, type SearchDocument, some } from "./document.ts";
import { asTyped, forIndex, hiddenForms } from "../text/indexed-words.ts";
import { nameKey, wordsOfName } from "../text/search-question.ts";
import type { WordRules } from "../text/search-words.ts";
import { searchRules } from "../words/words.ts";

/**
 * The page that stands for a document in the index; nobody else sees it. Places, and what is only shown, go into the names of anchors,
 * which come with a result but are no words of it.
 */
export function documentHtml({ meta, names = [], stretches, kind, filters, shown, date }: SearchDocument, siteLanguage: string): string {
  const rules = searchRules(siteLanguage);
  const texts = Object.entries(meta).map(([name, text]) => (NEVER_SHOWN.has(name) ? "" : text));
  const forms = hiddenForms([...texts, ...stretches.map(({ text }) => text)].join("\n"));
  const also = [meta.also, ...forms].filter(Boolean).join(" ");
  const typed = new Set(names.flatMap((name) => [name, asTyped(name)]));
  const keys = [...new Set([...typed].map((name) => nameKey(wordsOfName(name, rules))))];
  const head = [
    ...Object.entries({ ...meta, ...some("also", also) }).map(([name, text]) =>
      fact("meta", name, NEVER_SHOWN.has(name) ? onlyIndexed(text, rules) : forIndex(text, rules)),
    ),
    ...(keys.length > 0 ? [fact("meta", "name", keys.join(" "))] : []),
    ...Object.entries(filters).flatMap(([name, values]) => values.map((value) => fact("filter", name, value))),
    fact("sort", "date", date),
  ];
  const body = [
    ...Object.entries({ kind, ...shown }).map(([name, text]) => anchor([`=${name}`, text])),
    ...stretches.map(({ place, picture, text, lang }) => {
      const drawn = picture ? [picture.path, `${picture.width}`, `${picture.height}`] : lang ? ["", "", ""] : [];
      const where = place === "" ? (lang ? ["=text", lang] : []) : [place, ...drawn, ...(lang ? [lang] : [])];
      return `${where.length > 0 ? anchor(where) : ""}<p>${escaped(forIndex(text, rules))}</p>`;
    }),
    // What has no text at all would be left out of the index; the name of its kind is the smallest text.
    ...(stretches.length === 0 ? [anchor(["=bare", "yes"]), `<p>${escaped(filters.kind?.[0] ?? "")}</p>`] : []),
  ];
  return `<!doctype html><html lang="${escaped(siteLanguage)}"><head>${head.join("")}</head><body data-pagefind-body>${body.join("")}</body></html>`;
}

const NEVER_SHOWN: ReadonlySet<string> = new Set<MetaField>(["known", "also", "words", "asked"]);

/** A text without its stop words, so that what is around them stands side by side as in a question. */
const onlyIndexed = (text: string, rules: WordRules) => forIndex(text, rules).replace(/[\ue000-\uf8ff]\s*|\p{Co}/gu, "");

/** Blanks do not survive in the name of an anchor. */
const anchor = (parts: readonly string[]) => `<a id="${parts.map((part) => encodeURIComponent(whole(part))).join("|")}"></a>`;

function fact(kind: "meta" | "filter" | "sort", name: string, content: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escaped(content)}">`;
}

function escaped(text: string): string {
  if (!/[&<>"\ud800-\udfff]/.test(text)) return text;
  return whole(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** A lone half of a pair of surrogates is no text, and the indexer refuses it. */
function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\uFFFD");
}
