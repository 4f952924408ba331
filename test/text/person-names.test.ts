/** Proves that names fall into the parts that a citation needs, and stay whole where nobody can tell. */
import { describe, expect, it } from "vitest";
import { cpuSeconds } from "../support/cpu.ts";
import { citedName, isOrganization, fullFamily, readingName, sortedWord, withoutEmail } from "../../src/text/person-names.ts";

describe("a name", () => {
  it.each([
    ["Jun Nakajima", "Jun", "", "Nakajima", ""],
    ["José Renato Santos", "José Renato", "", "Santos", ""],
    ["Dutch T. Meyer", "Dutch T.", "", "Meyer", ""],
    ["Greg Kroah-Hartman", "Greg", "", "Kroah-Hartman", ""],
    ["Ludwig van Beethoven", "Ludwig", "van", "Beethoven", ""],
    ["Ursula von der Leyen", "Ursula", "von der", "Leyen", ""],
    ["Jan Van Damme", "Jan", "", "Van Damme", ""],
    ["Charles de la Vallée Poussin", "Charles", "de la", "Vallée Poussin", ""],
    ["José Ortega y Gasset", "José", "", "Ortega y Gasset", ""],
    ["Martin Luther King Jr.", "Martin Luther", "", "King", "Jr."],
    ["Martin Luther King, Jr.", "Martin Luther", "", "King", "Jr."],
    ["King, Martin Luther, Jr.", "Martin Luther", "", "King", "Jr."],
    ["Nakajima, Jun", "Jun", "", "Nakajima", ""],
    ["van Beethoven, Ludwig", "Ludwig", "van", "Beethoven", ""],
    ["John Smith III", "John", "", "Smith", "III"],
    ["Dr. Ada Example", "Ada", "", "Example", ""],
    ["Prof. Dr. Ada Example", "Ada", "", "Example", ""],
    ["Ada Example, PhD", "Ada", "", "Example", ""],
    ["Ada Example, Ph.D., MBA", "Ada", "", "Example", ""],
    ["Ada Example MD", "Ada", "", "Example", ""],
    ["Example, Ada, PhD", "Ada", "", "Example", ""],
    ["Martin Luther King Jr., PhD", "Martin Luther", "", "King", "Jr."],
    ["Ada Example (Red Hat, Inc.)", "Ada", "", "Example", ""],
    ["Ada Example (she/her)", "Ada", "", "Example", ""],
    ["Taro Yamada (山田 太郎)", "Taro", "", "Yamada", ""],
    ["Jack Ma", "Jack", "", "Ma", ""],
    ["haitao zhang", "haitao", "", "zhang", ""],
    ["Van Jacobson", "Van", "", "Jacobson", ""],
    ["山田 太郎", "太郎", "", "山田", ""],
    ["김 철수", "철수", "", "김", ""],
    ["MÜLLER Hans", "Hans", "", "MÜLLER", ""],
    ["DE LA CRUZ Juan", "Juan", "", "DE LA CRUZ", ""],
    ["Hans MÜLLER", "Hans", "", "MÜLLER", ""],
    ["JRR Tolkien", "JRR", "", "Tolkien", ""],
    ["KC Wang", "KC", "", "Wang", ""],
    ["ADA EXAMPLE", "ADA", "", "EXAMPLE", ""],
    ["Ada Example OBE", "Ada", "", "Example", ""],
    ["Prof. Dr.-Ing. Ada Example", "Ada", "", "Example", ""],
    ["Jinping XI", "Jinping", "", "XI", ""],
    ["ADA SA", "ADA", "", "SA", ""],
    ["John Paul II", "John", "", "Paul", "II"],
    ["  Mihai   Donțu ", "Mihai", "", "Donțu", ""],
  ])("%s has its parts", (name, given, particle, family, suffix) => {
    const parts = citedName(name);
    expect(parts).toMatchObject({ given, family });
    expect(parts).toEqual({ ...parts, particle: particle || undefined, suffix: suffix || undefined });
  });

  it.each([
    "Plato",
    "The Linux Foundation",
    "Xen Project",
    "Intel Corporation",
    "Example, Inc.",
    "University of Cambridge",
    "Ada Example & Bob Example",
    "山田太郎",
    "ジョン・スミス",
    "Xen Project 山田",
    "A, B, C, D",
    "von Braun",
    "Ada Example and Ben Muster",
    "Ada Example und Ben Muster",
    "Beispiel Bahn AG",
    "Example SE",
    "Beispiel GmbH & Co. KG",
    "Verein der Beispiele e. V.",
    "Beispiele e.V.",
    "Exemple S.A.",
    "Exemple SAS",
    "Esempio S.p.A.",
    "Voorbeeld B.V.",
    "Esimerkki Oy",
    "Exempel AB",
    "Example PLC",
    "Universität Wien",
    "Technische Hochschule Beispielstadt",
    "Universidad de Ejemplo",
    "Société Exemple",
    "Example Systems",
    "株式会社 例",
    "例 大学",
    "جامعة مثال",
    "Henry VIII",
    "Elizabeth II",
  ])("%s stays whole", (name) => {
    expect(citedName(name)).toEqual({ literal: name });
  });

  it.each([
    ["Ada Example", "Example"],
    ["Jan Van Damme", "Damme"],
    ["Sammy Davis Jr.", "Davis"],
    ["Ada Example, PhD", "Example"],
    ["Example, Ada", "Example"],
    ["Ada Example (Intel)", "Example"],
    ["Xen Project", "Project"],
    ["Plato", "Plato"],
    ["Beispiel Bahn AG", "Bahn"],
    ["Example, Inc.", "Example"],
    ["Beispiel e. V.", "Beispiel"],
  ])("%s is sorted by %s", (name, word) => {
    expect(sortedWord(name)).toBe(word);
  });

  it("with two capitals behind one word may be a person, and is whole", () => {
    expect(["Beispiel Bahn AG", "Exemple S.A."].map(isOrganization)).toEqual([true, true]);
    for (const name of ["Manjunath BV", "Vinod KG"]) {
      expect(isOrganization(name)).toBe(false);
      expect(citedName(name)).toEqual({ literal: name });
    }
    expect(sortedWord("Manjunath BV")).toBe("Manjunath");
    const people = ["Arun Kumar KG", "Ricardo de SA", "Maria DE SA", "Dr. Vinod KG", "Mr. SA"];
    expect(people.filter(isOrganization)).toEqual([]);
    expect(citedName("ADA SA")).toMatchObject({ family: "SA" });
  });

  it("is told from the email addresses beside it", () => {
    const texts = ["Ada Example <a@x.example> <b@x.example>", "Ada Example, a@x.example; b@x.example", "a@x.example Ada Example"];
    for (const text of texts) expect(withoutEmail(text)).toBe("Ada Example");
  });

  it("takes no time in a flood", () => {
    for (const text of ["a".repeat(200_000), `${"a".repeat(200_000)} AG`, "Ann ".repeat(50_000), ", AG".repeat(50_000)])
      expect(
        cpuSeconds(() => citedName(text)),
        text.slice(0, 9),
      ).toBeLessThan(2);
  });

  it("is read in its own order", () => {
    for (const name of ["Ludwig van Beethoven", "山田 太郎", "Plato", "Martin Luther King Jr.", "José Ortega y Gasset"])
      expect(readingName(citedName(name))).toBe(name);
    expect(fullFamily({ family: "Beethoven", particle: "van" })).toBe("van Beethoven");
  });
});
