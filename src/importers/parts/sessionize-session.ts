/** What a session of Sessionize says beside its title, time and speakers: room, kind, track, topics, recordings, slides. */
import type { ForeignTalk, Place } from "../importer.ts";
import { filled, lineOf, type Reading, textOf } from "./reading.ts";
import type { View } from "./sessionize-views.ts";
import { textToMarkdown } from "./text-to-markdown.ts";
import { isObject } from "../../text/is-object.ts";

export function sessionRecord(
  title: string,
  data: Record<string, unknown>,
  view: View,
  place: Place,
  reading: Reading,
): ForeignTalk["record"] {
  const chosen = categoriesOf(data, view, reading);
  const kept = new Set<object>();
  const named = (pattern: RegExp, isOne = false) => {
    const found = chosen.filter(({ category }) => pattern.test(category)).slice(0, isOne ? 1 : undefined);
    for (const one of found) kept.add(one);
    return found.map(({ name }) => name);
  };
  const [format = ""] = data["isServiceSession"] === true ? [] : named(/format|session type|^type|kind of (session|talk)/i, true);
  const [language = ""] = named(/language|sprache|idioma|langue/i, true);
  const [track, topics] = [named(/\btracks?\b|stream\b/i), named(/topic|\btags?\b|technolog|subject|theme|area|thema/i)];
  for (const one of chosen) if (!kept.has(one)) reading.drop(`categories.${one.category}`);
  const answers = answersOf(data, view);
  const slides = answers.find(
    ({ question, answer }) =>
      /slide|presentation (url|link)|deck/i.test(question) && !OF_OTHERS.test(question) && /^\s*https?:/i.test(answer),
  );
  for (const one of answers) if (one !== slides && one.answer !== "") reading.drop(`questionAnswers.${one.question}`);
  const links = [{ title: "Live stream", url: reading.address(textOf(data["liveUrl"]), place) }];
  return {
    title,
    ...reading.languages(language, place),
    ...filled({
      abstract: textToMarkdown(textOf(data["description"])),
      room: lineOf(data["room"]) || roomOf(textOf(data["roomId"]), view, reading),
      track: track.join(", "),
      kind: data["isServiceSession"] === true ? serviceKind(title) : reading.kind(format, title, true, "format"),
      topics: reading.topics(topics),
      video: reading.address(textOf(data["recordingUrl"]), place),
      slides: slides && reading.address(slides.answer, place),
      links: links.filter((link): link is { title: string; url: string } => link.url !== undefined),
    }),
  };
}

/** Questions about slides of another talk, or whose answers are not for everybody. */
const OF_OTHERS =
  /earlier|previous|past|prior|former|another|other|example|sample|draft|template|committee|reviewers?\b|private|internal|confidential|organi[sz]ers?\b|\bonly\b|not (?:be )?publi/i;

/** Service sessions are what organizers put between the talks. */
function serviceKind(title: string): ForeignTalk["record"]["kind"] {
  if (/^(welcome|opening)\b|opening (remarks|words|session|ceremony)/i.test(title)) return "opening";
  if (/^closing\b|closing (remarks|words|session|ceremony)/i.test(title)) return "closing";
  if (/\b(party|social|dinner|reception|happy hour|drinks)\b/i.test(title)) return "social";
  return "break";
}

/** The name of a room; a number that no list explains is told. */
function roomOf(id: string, { rooms }: View, reading: Reading): string | undefined {
  return id === "" ? undefined : rooms.get(id) || reading.drop("roomId");
}

function categoriesOf(data: Record<string, unknown>, view: View, reading: Reading): { category: string; name: string }[] {
  const groups = (Array.isArray(data["categories"]) ? data["categories"] : []).filter(isObject);
  const written = groups.flatMap((group) =>
    (Array.isArray(group["categoryItems"]) ? group["categoryItems"] : [])
      .filter(isObject)
      .map((item) => ({ category: lineOf(group["name"] ?? group["title"]), name: lineOf(item["name"]) })),
  );
  const numbered = (Array.isArray(data["categoryItems"]) ? data["categoryItems"] : []).flatMap(
    (id: unknown) => view.categories.get(textOf(id)) ?? reading.drop("categoryItems") ?? [],
  );
  return [...written, ...numbered].filter(({ name }) => name !== "");
}

function answersOf(data: Record<string, unknown>, view: View): { question: string; answer: string }[] {
  return (Array.isArray(data["questionAnswers"]) ? data["questionAnswers"] : []).filter(isObject).map((one) => ({
    question: lineOf(one["question"]) || (view.questions.get(textOf(one["questionId"] ?? one["id"])) ?? ""),
    answer: textOf(one["answer"] ?? one["answerValue"]),
  }));
}
