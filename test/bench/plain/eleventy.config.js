/** The site of a user who takes Eleventy as it comes: a Markdown template for each talk, and the minifier on every page. */
import { minify } from "html-minifier-terser";

export default function configure(eleventy) {
  eleventy.addPassthroughCopy("assets");
  eleventy.addFilter("day", (date) =>
    date.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
  );
  eleventy.addFilter("host", (url) => new URL(url).host);
  eleventy.addFilter("minutes", ({ start, end }) => minutes(end) - minutes(start));
  eleventy.addFilter("short", (html) => html.replace(/<[^>]*>/g, "").slice(0, 200));
  eleventy.addCollection("events", (all) => all.getFilteredByGlob("content/events/*/event.md").sort(byPath));
  eleventy.addCollection("talks", talksOf);
  eleventy.addCollection("bios", (all) =>
    Object.fromEntries(all.getFilteredByGlob("content/speakers/*.md").map((speaker) => [speaker.data.name, speaker.rawInput])),
  );
  eleventy.addCollection("beside", (all) => besideTalks(talksOf(all)));
  eleventy.addTransform("minify", (content, path) =>
    String(path).endsWith(".html") ? minify(content, { collapseWhitespace: true, removeComments: true, removeAttributeQuotes: true }) : content,
  );
  return { dir: { input: ".", output: "_site" } };
}

const minutes = (clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
const byPath = (a, b) => (a.inputPath < b.inputPath ? -1 : 1);
const eventOf = (talk) => talk.inputPath.split("/").at(-3);

function talksOf(all) {
  const key = (talk) => `${eventOf(talk)} ${talk.date.toISOString()} ${talk.data.start} ${talk.inputPath}`;
  return all
    .getFilteredByGlob("content/events/*/talks/*.md")
    .map((talk) => [key(talk), talk])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, talk]) => talk);
}

/** For every talk what its page links: its neighbours, more by the same speakers, related talks. */
function besideTalks(talks) {
  const byPerson = groupBy(talks, (talk) => talk.data.speakers.map((speaker) => speaker.name));
  const byTopic = groupBy(talks, (talk) => talk.data.topics);
  return Object.fromEntries(
    talks.map((talk, place) => {
      const [previous, next] = [talks[place - 1], talks[place + 1]].map((other) => other && eventOf(other) === eventOf(talk) && other);
      const more = new Set(talk.data.speakers.flatMap((speaker) => byPerson.get(speaker.name)));
      more.delete(talk);
      const scores = new Map();
      for (const list of talk.data.topics.map((topic) => byTopic.get(topic)).filter((list) => list.length <= 200))
        for (const other of list) if (other !== talk && !more.has(other)) scores.set(other, (scores.get(other) ?? 0) + 1 / list.length);
      const related = [...scores].sort(([, a], [, b]) => b - a).slice(0, 4).map(([other]) => other);
      return [talk.inputPath, { previous, next, more: [...more].reverse().slice(0, 12), related }];
    }),
  );
}

function groupBy(talks, keysOf) {
  const groups = new Map();
  for (const talk of talks)
    for (const key of keysOf(talk)) {
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(talk);
    }
  return groups;
}
