/** Words, names and chances of made-up archives, the same on every run. */

const FIRST =
  "Ada Aiko Anna Björn Bruno Carla Chen Dana David Dilnoza Elif Emeka Erik Eva Fatima Felix Goran Grace Hana Hugo Ines Ivo Jana João Jun Kai Karin Lars Leila Lena Luca Maja Marco Mei Mina Nadia Nils Nora Olga Omar Paulo Petra Pia Rafael Ravi Rosa Sara Seda Sofia Sven Tariq Tess Tomás Uma Vera Viktor Wanda Yara Yusuf Zoë".split(
    " ",
  );
const HEADS =
  "Alm Andr Bar Bern Brand Cald Chen Dahl Dorn Eck Falk Farr Gall Gild Gorm Hald Hart Holl Jans Kast Kell Krag Lamp Lind Mack Marr Mont Nord Oll Pfeif Quint".split(
    " ",
  );
const TAILS = "abend berg dottir egger feld gaard hoven inski kamp ley mann nova osto quist rup sen ström ura vic worth".split(" ");
export const SUBJECTS =
  "allocators archives boot browsers caches clocks compilers containers databases debuggers drivers emulators encryption filesystems firmware graphics hypervisors interrupts kernels keyboards licences maps memory microcode migration music networks packages phones postcards printers privacy protocols radios recovery release routers satellites scheduling search sensors storage telemetry terminals testing timekeeping tracing translation typography video virtualisation vulnerabilities windows".split(
    " ",
  );
export const QUALITIES =
  "ancient careful distributed embedded fast forgotten free local nested open portable quiet safe shared small trusted".split(" ");
export const WORDS =
  "a a a about after again all an and and are as at be because before between both build but by can change code community could data design each every few first for found from good had has have how if in into is it its kept learned little long made many measure more most much must need never new nobody not of of of on one only open or other our out over people problem project release running same second shows simple slow small so software some still system talk tell than that the the the the their them then there these they thing this those three time to to to two under until up use users very want was way we we were what when where which while who why will with without work would years you your".split(
    " ",
  );

/** No two of the first 37,000 are the same. */
export function personName(person: number): string {
  const first = person % FIRST.length;
  const last = (Math.floor(person / FIRST.length) + 37 * first) % (HEADS.length * TAILS.length);
  return `${FIRST[first]} ${HEADS[last % HEADS.length]}${TAILS[Math.floor(last / HEADS.length)]}`;
}

export function paragraph(random: () => number, length: number): string {
  const sentences: string[] = [];
  for (let left = length; left > 0; ) {
    const size = Math.min(left, 6 + Math.floor(random() * 12));
    sentences.push(`${capital(words(random, size))} ${pick(random, SUBJECTS)}.`);
    left -= size + 1;
  }
  return sentences.join(" ");
}

export function words(random: () => number, length: number): string {
  return Array.from({ length }, () => pick(random, WORDS)).join(" ");
}

export function pick(random: () => number, list: readonly string[]): string {
  return list[Math.floor(random() * list.length)] ?? "";
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function fileName(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/[^A-Za-z ]/g, "")
    .replaceAll(" ", "-")
    .toLowerCase();
}

/** A small generator of numbers between 0 and 1 (mulberry32), the same on every machine. */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
