/** Draws what the search found. Nothing of the index is taken for markup. */
const make = (tag, properties, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children.filter((child) => child !== ""));
  return element;
};

/** Words with those that were found marked; neighbours are one mark. */
function marked(pieces) {
  const children = [];
  for (const { text, isHit } of pieces) {
    const last = children.at(-1);
    if (!isHit) children.push(text);
    else if (last instanceof Element) last.append(text);
    else children.push(make("mark", {}, text));
  }
  return children;
}

/** The words of a title, of which those that begin like a word of the reader's are marked. */
function titleOf(title, words) {
  const fold = (text) =>
    text
      .normalize("NFD")
      .replace(/[\p{M}\p{P}]/gu, "")
      .toLowerCase();
  const isHit = (text) => words.some((word) => word.length > 1 && fold(text).startsWith(word.replace(/(?<=...)s$/u, "")));
  return marked(title.split(/(\s+)/u).map((text) => ({ text, isHit: isHit(text) })));
}

/** Cells are what the arrow keys lead to, each with one link; see `search-keys.js`. */
const cell = (className, ...children) => {
  const element = make("div", { className }, ...children);
  element.setAttribute("role", "gridcell");
  return element;
};

const clock = (seconds) => {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
};

/** `Slide 7`, `At 12:34`. */
function placeName(where) {
  const [, kind, number] = /#(slide|t)-(\d+)$/.exec(where) ?? [];
  if (kind === "slide") return `Slide ${number}`;
  return kind === "t" ? `At ${clock(Number(number))}` : "Further down";
}

function drawPlace(page, base, title, { where: [where, picture, width, height], excerpt }) {
  const link = make("a", { className: "place", href: base + (where.startsWith("/") ? where : page + where) });
  if (picture) link.append(make("img", { src: base + picture, width, height, alt: "", loading: "lazy", decoding: "async" }));
  const name = make("b", {}, placeName(where), make("span", { className: "visually-hidden" }, ` of ${title}: `));
  link.append(make("span", {}, name, " ", make("span", { className: "place-text", dir: "auto" }, ...marked(excerpt))));
  return cell("place-cell", link);
}

/** One thing that was found, as a row of the grid; `words` are those that were looked for. */
export function drawResult({ url, meta, shown, filters, excerpt, places, count }, base, words) {
  const kinds = filters.kind ?? [];
  const kind = kinds[0] === "Talk" ? kinds[1] : kinds[0];
  const title = make("a", { href: base + url, dir: "auto", ...(shown.lang && { lang: shown.lang }) }, ...titleOf(meta.title, words));
  const heading = make("p", { className: "talk-title" }, title);
  if (kind) heading.append(" ", make("span", { className: "kind" }, kind));
  const item = cell("hit-main", heading);
  const row = make("div", { className: "hit" }, item);
  row.setAttribute("role", "row");
  const facts = [meta.by, meta.event, kinds[0] === "Speaker" || kinds[0] === "Event" ? meta.from : "", shown.day].filter(Boolean);
  if (facts.length) item.append(make("p", { className: "talk-facts", dir: "auto" }, facts.join(" · ")));
  if (excerpt.length) item.append(make("p", { className: "hit-text", dir: "auto" }, ...marked(excerpt)));
  if (places.length) {
    const more = count > places.length ? `${count} places, of which the best ${places.length}` : "";
    if (more) item.append(make("p", { className: "hint" }, more));
    row.append(make("div", { className: "places" }, ...places.map((place) => drawPlace(url, base, meta.title, place))));
  }
  return row;
}
