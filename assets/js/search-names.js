/** Finds what mistyped words may have meant: names of people, and words of titles and topics. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** How many letters two words differ by: too few, too many, others, or two exchanged. No more than `most` is looked for. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, last] = [[], [...b, ""].map((_, index) => index)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[b.length];
}

/** One letter in three may be wrong, and three at most. */
const allowed = (word) => Math.min(3, Math.floor(word.length / 3));

export async function readNames(address) {
  const response = await fetch(address, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status}`);
  const { people, words } = await response.json();
  const names = people.map((name) => ({ name, parts: fold(name).split(/[^\p{L}\p{N}]+/u) }));
  const known = [...new Set([...names.flatMap(({ parts }) => parts), ...words.map(fold)])];

  function nearest(word) {
    let best = { far: allowed(word) + 1 };
    for (const one of known) {
      const far = one.length < 3 ? best.far : distance(word, one, best.far - 1);
      if (far < best.far) best = { far, word: one };
    }
    return best.word;
  }

  /** The words as they may have been meant, and whose name they are then; nothing where no word is near enough. */
  function suggest(asked, wrong) {
    const meant = asked.map((word) => (wrong.includes(word) ? (nearest(word) ?? word) : word));
    if (meant.join(" ") === asked.join(" ")) return undefined;
    const person = names.filter(({ parts }) => meant.every((word) => parts.includes(word)));
    return person.length === 1 ? person[0].name : meant.join(" ");
  }

  return { suggest, knows: (word) => known.some((one) => one.startsWith(word)) };
}
