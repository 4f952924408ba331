/** Names that are alike: 120 made pairs of all kinds, right and wrong ones, with what is found of them. */
import { expect, test } from "vitest";
import { NameLikeness, readName } from "../../src/text/name-likeness.ts";

/** Pairs of one person by what makes them alike; the last ones are those of two people. */
const ONE: Record<string, string> = {
  spelling:
    "Ada Example=ada EXAMPLE; Jürgen Sample=Jurgen Sample; Jun-Wei Probe=JunWei Probe; Siobhán O'Model=Siobhan OModel; Ana María Prueba=Ana Maria Prueba; “Ada” Example=Ada Example",
  order: "Lee, Ann=Ann Lee; Tang, Ing Wei=Ing Wei Tang; Example Ada=Ada Example; Chu, Hua-Rong=Hua-Rong Chu; SAMPLE Greta=Greta Sample",
  title:
    "Dr. Greg Example=Greg Example; Prof Ada Sample=Ada Sample; Ada Sample, PhD=Ada Sample; Tom Model, MBA=Tom Model; Dr.-Ing. Uwe Probe=Uwe Probe",
  addition:
    "Ann Lee (Acme)=Ann Lee; Ann/Anna Lee=Anna Lee; Ann/Anna Lee=Ann Lee; Ann (Annie) Lee=Annie Lee; Ben \"Benny\" Model=Benny Model; Ann Lee - Acme=Ann Lee; Ann Lee, et al=Ann Lee; Ann Lee (keynote)=Ann Lee; Annie (Ann Lee)=Ann Lee; Ann Lee | Acme=Ann Lee; Ann Lee [she/her]=Ann Lee; Wei Probe / 試驗=Wei Probe; Ann Lee, Acme=Ann Lee; Paul '@pmod' Model=Paul Model; Ann Lee / alee=Ann Lee",
  handle:
    "annexample=Ann Example; @torusample=Toru Sample; ann_example=Ann Example; ann.example=Ann Example; GregModel=Greg Model; Teru Sample (terusam)=terusam",
  transliteration:
    "Dmitry Probov=Dmitriy Probov; Sergey Samplov=Sergei Samplov; Yuri Exampler=Yury Exampler; Jörg Müller=Joerg Mueller; Андрей Пробов=Andrey Probov; Aleksandr Modelsky=Alexander Modelski; Erik Sample=Eric Sample; Matthias Probe=Mathias Probe; Mikhail Samplov=Mihail Samplov; Kristian Model=Christian Model; Titus Köller=Titus Koeller; Anna Wiśniewska=Anna Wisniewska",
  nickname:
    "Robert Example=Bob Example; William Sample=Bill Sample; Mike Model=Michael Model; Kate Probe=Katherine Probe; Liz Example=Elizabeth Example; Jim Sample=James Sample; Chris Model=Christopher Model; Tony Probe=Anthony Probe; Peggy Example=Margaret Example; Ted Sample=Theodore Sample; Nick H. Model=Nicholas Model; Steven Probe=Stephen Probe",
  "short form": "Alexandre Example=Alex Example; Guenevere Sample=Guen Sample; Tishampati Model=Tisham Model",
  "middle name":
    "Konrad Example=Konrad Middle Example; Ann B. Lee=Ann Lee; Ann B. Lee=Ann Beatrix Lee; Leo Rocha Sample=Leo Sample; Juan Diego Prueba=Diego Prueba; João de Modelo=João Modelo; Ada J K Example=Ada Example; Michael Model=John Michael Model",
  initial:
    "C. Titus Sample=Titus Sample; Min RK=Min Rand-Keller; M. Modelski=Maciej Modelski; S. Chris Probe=Chris Probe; Nina HP=Nina Haro Padman",
  "family name": "Ana Prueba=Ana Prueba Modelo; José Luis Ejemplo=José Luis Ejemplo Pérez",
  slip: "Ada Exampel=Ada Example; Merdydd Sample=Meredydd Sample; Anton Coceres=Anton Caceres; Greta Smaple=Greta Sample; Alfonzo Model=Alfonso Model; Jack Diedreich=Jack Diederich",
};
const TWO =
  "Ann B. Lee=Ann C. Lee; Ann Lee=Ann Li; Daniel Model=Daniela Model; Mario Sample=Maria Sample; Wei Zhang=Wei Zhao; Ann Lee=Bob Lee; Ann Lee / Bob Ray=Ann Lee; Ann Lee & Bob Ray=Ann Lee; Speaker 1=Speaker 2; John Smith=Jon Smythers; Ada Example=Eva Example; Tom Model=Tim Model; Juan Prueba=Juanita Prueba; Ann Lee=Ann Leeds; Karl Probe=Klara Probe; Min Li=Ming Li; Paul Sample=Paula Sample; Andrea Modelli=Andreas Modelli; Jan Muster=Jana Muster; Simon Probe=Simone Probe; Rob Example=Bob Sample; Greg Model=Grace Model; Ann Smith Lee=Ann Jones Lee; Kim Jun-ki=Kim Jun-ho; Julian Sample=Juliana Sample; Acme Team=Beta Team; Lars Nilsen=Lars Olsen; Peter Model=Petra Model; Chen Wei=Chen Mei; 王伟=王芳; Max Probe=Marx Prober; Edward Sample=Eduardo Ejemplo; Ann-Marie Lee=Ann-Sofie Lee; Christian Model=Christiane Model; Robin Day=Robin Dale";

const pairsOf = (text: string) => text.split("; ").map((pair) => pair.split("=") as [string, string]);
const likeness = new NameLikeness();
const find = (a: string, b: string) => likeness.compare(readName(a), readName(b));
const shareKey = (a: string, b: string) => {
  const keys = likeness.keysOf(readName(b));
  return [...likeness.keysOf(readName(a))].some((key) => keys.has(key));
};

test("of 120 pairs, nearly all of one person are found and hardly any of two", () => {
  const right = Object.values(ONE).flatMap(pairsOf);
  const wrong = pairsOf(TWO);
  expect(right.length + wrong.length).toBe(120);
  const found = right.filter(([a, b]) => find(a, b));
  const falsely = wrong.filter(([a, b]) => find(a, b));
  const [recall, precision] = [found.length / right.length, found.length / (found.length + falsely.length)];
  console.log(
    `recall ${recall.toFixed(2)}, precision ${precision.toFixed(2)}; not found: ${right
      .filter((pair) => !found.includes(pair))
      .map((pair) => pair.join(" = "))
      .join("; ")}; falsely found: ${falsely.map((pair) => pair.join(" = ")).join("; ")}`,
  );
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(precision).toBeGreaterThanOrEqual(0.95);
});

test("a name without Latin letters is as many words as it has, in scripts of any age", () => {
  for (const name of ["דוד כהן", "अमित कुमार", "สมชาย ใจดี", "王 伟"]) expect(readName(name).forms[0]?.words, name).toHaveLength(2);
  expect(find("דוד כהן", "הדו דכן")).toBeUndefined();
});

test.each(Object.entries(ONE))("pairs by %s have a key in common, in either order", (_, text) => {
  for (const [a, b] of pairsOf(text)) {
    expect(find(b, a), `${b} and ${a}`).toEqual(find(a, b));
    if (find(a, b)) expect(shareKey(a, b), `${a} and ${b}`).toBe(true);
  }
});
