/** Reads the index of a large archive (`src/outputs/talk-index.ts`) and draws its talks as `components/talk-item.njk` does. */
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
const once = (draw, drawn) => () => (drawn ??= draw());

/** A link to this site or a web address, and to nothing else. */
function link(href, properties, ...children) {
  const safe = /^(https?:\/)?\//i.test(href) && { href };
  return make("a", { ...safe, ...(!href.startsWith("/") && { rel: "external" }), ...properties }, ...children);
}

/** All talks in order; `item` and `home` (the list of its edition) are drawn when they are first shown. */
document.querySelector("#filter").readTalks = async (address) => {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status}`);
  const { people, topics, media, events } = await response.json();
  return events.flatMap(([event, href, year, list], place) => {
    const home = once(() => drawGroup(`event-${place}`, event, href));
    return list.map(([title, path, by, about, places, kind, lang]) => {
      const topic = about.map((number) => topics[number]);
      const names = by.map((number) => people[number]);
      const shown = places.map(([number, ...hrefs]) => [...media[number], ...hrefs]);
      return {
        ...{ title, event, year, topic, place, home },
        speakers: names.map(([name]) => name),
        kinds: shown.map(([kind]) => kind),
        item: once(() => {
          const item = drawTalk({ title, href: href + path, kind, lang }, names, shown);
          Object.assign(item.dataset, { year, event, topics: topic.join("|") });
          return item;
        }),
      };
    });
  });
};

function drawGroup(id, event, href) {
  const list = make("ul", { className: "talk-list" });
  make("section", { className: "talk-group" }, make("h2", { id }, link(href, {}, event)), list).setAttribute("aria-labelledby", id);
  return list;
}

function drawTalk({ title, href, kind, lang }, names, media) {
  const heading = make("p", { className: "talk-title" }, link(href, { dir: "auto", ...(lang && { lang }) }, title));
  if (kind) heading.append(" ", make("span", { className: "kind" }, kind));
  const item = make("li", { className: "talk-item" }, heading);
  const speakers = names.flatMap(([name, path]) => [", ", link(path, { dir: "auto" }, name)]).slice(1);
  if (speakers.length) item.append(make("p", { className: "talk-speakers" }, ...speakers));
  if (media.length) item.append(make("p", { className: "talk-media" }, ...media.flatMap((one) => drawMedia(title, lang, one))));
  return item;
}

function drawMedia(title, lang, [kind, label, where, isGone, copyLabel, href, copyHref]) {
  const of = () => make("span", { className: "visually-hidden" }, " of ", lang ? make("span", { lang, dir: "auto" }, title) : title);
  const place = make("small", {}, where);
  const copy = copyHref && link(copyHref, isGone ? {} : { className: "media-copy" }, copyLabel, of());
  if (copy && isGone) place.append(": ", copy);
  const media = isGone
    ? make("span", { className: "media gone" }, label, " ", place)
    : link(href, { className: "media" }, label, of(), " ", place);
  const drawn = copy && !isGone ? [media, copy] : [media];
  for (const element of drawn) element.dataset.kind = kind;
  return drawn.flatMap((element) => [element, " "]);
}
