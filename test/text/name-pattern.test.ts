import { describe, expect, test } from "vitest";
import { holdsName, nameKey, namePattern, possibleNames } from "../../src/text/name-pattern.ts";

describe("a name", () => {
  const pattern = namePattern(["Mihai Donțu"]);

  test.each([
    "Mihai Donțu",
    "by MIHAI DONŢU and others".replace("Ţ", "Ț"),
    "mihai-dontu.pdf",
    "Dontu, Mihai",
    "Mihai\n  Dontu",
    "https://example.org/people/mihai_dontu",
    "https://example.org/Mihai%20Don%C8%9Bu/",
    "Mihai Dont\u0326u".replace("t\u0326", "ț").normalize("NFD"),
    "M. is mihai.dontu@example.org",
    "https://example.org/mihaidontu",
  ])("is found in %j", (text) => expect(holdsName(pattern, text)).toBe(true));

  test.each(["Mihai Dontus", "Amihai Dontu", "Mihai met Dontu", ""])("is not found in %j", (text) =>
    expect(holdsName(pattern, text)).toBe(false),
  );

  test("of a script without capitals is found within other letters", () => {
    expect(holdsName(namePattern(["山田 太郎"]), "講演者は山田太郎です")).toBe(true);
  });

  test("has one key however it is written", () => {
    for (const text of ["Dontu, Mihai", "MIHAI DONTU", "mihai-dontu"]) expect(nameKey(text)).toBe(nameKey("Mihai Donțu"));
  });

  test("is among the possible names of texts and addresses that hold it", () => {
    const keys = (text: string) => [...possibleNames(text)].map(({ key }) => key);
    for (const text of ["A talk by Mihai Donțu, of Example", "https://example.org/mihai-dontu.html", "Don\u021bu, Mihai"])
      expect(keys(text)).toContain(nameKey("Mihai Donțu"));
    expect(keys("it was mihai")).toEqual([]);
  });

  test("pattern of no name finds nothing", () => expect("anything".search(namePattern([]))).toBe(-1));
});
