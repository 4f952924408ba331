/** What a session of Sessionize says beside its title, time and speakers: room, kind, track, topics, recordings, slides. */
import type { ForeignTalk, Place } from "../importer.ts";
import { filled, lineOf, type Reading, textOf, topicsOf } from "./reading.ts";
import { isObject } from "./schedule-node.ts";
import type { View } from "./sessionize-views.ts";
import { textToMarkdown } from "./text-to-markdown.ts";

export function sessionRecord(
  title: string,
  data: Record<string, unknown>,
  view: View,
  place: Place,
  reading: Reading,
): ForeignTalk["record"] {
  const chosen = categoriesOf(data, view);
  const named = (pattern: RegExp) => chosen.filter(({ category }) => pattern.test(category)).map(({ name }) => name);
  const [format = ""] = named(/format|session type|^type|kind of (session|talk)/i);
  const [language = ""] = named(/language|sprache|idioma|langue/i);
  const answers = answersOf(data, view);
  const slides = answers.find(({ question }) => /slide|presentation (url|link)|deck/i.test(question))?.answer ?? "";
  const links = [{ title: "Live stream", url: reading.address(textOf(data["liveUrl"]), place) }];
  return {
    title,
    ...reading.languages(language, place),
    ...filled({
      abstract: textToMarkdown(textOf(data["description"])),
      room: lineOf(data["room"]) || view.rooms.get(textOf(data["roomId"])),
      track: named(/\btracks?\b|stream\b/i).join(", "),
      kind: data["isServiceSession"] === true ? serviceKind(title) : reading.kind(format, title, true, "format"),
      topics: topicsOf(named(/topic|\btags?\b|technolog|subject|theme|area|thema/i)),
      video: reading.address(textOf(data["recordingUrl"]), place),
      slides: /^https?:/i.test(slides.trim()) ? reading.address(slides, place) : undefined,
      links: links.filter((link): link is { title: string; url: string } => link.url !== undefined),
    }),
  };
}

/** Service sessions are what organizers put between the talks. */
function serviceKind(title: string): ForeignTalk["record"]["kind"] {
  if (/^(welcome|opening)\b|opening (remarks|words|session|ceremony)/i.test(title)) return "opening";
  if (/^closing\b|closing (remarks|words|session|ceremony)/i.test(title)) return "closing";
  if (/\b(party|social|dinner|reception|happy hour|drinks)\b/i.test(title)) return "social";
  return "break";
}

function categoriesOf(data: Record<string, unknown>, view: View): { category: string; name: string }[] {
  const groups = (Array.isArray(data["categories"]) ? data["categories"] : []).filter(isObject);
  const written = groups.flatMap((group) =>
    (Array.isArray(group["categoryItems"]) ? group["categoryItems"] : [])
      .filter(isObject)
      .map((item) => ({ category: lineOf(group["name"] ?? group["title"]), name: lineOf(item["name"]) })),
  );
  const numbered = (Array.isArray(data["categoryItems"]) ? data["categoryItems"] : []).flatMap(
    (id: unknown) => view.categories.get(textOf(id)) ?? [],
  );
  return [...written, ...numbered].filter(({ name }) => name !== "");
}

function answersOf(data: Record<string, unknown>, view: View): { question: string; answer: string }[] {
  return (Array.isArray(data["questionAnswers"]) ? data["questionAnswers"] : []).filter(isObject).map((one) => ({
    question: lineOf(one["question"]) || (view.questions.get(textOf(one["questionId"] ?? one["id"])) ?? ""),
    answer: textOf(one["answer"] ?? one["answerValue"]),
  }));
}
