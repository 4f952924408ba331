import { describe, expect, test } from "vitest";
import { changeText, isCut } from "../../src/text/name-change.ts";
import { halvesOfName, keysToKnow, keysToLookUp, NameFinder, nameKey, possibleNames } from "../../src/text/name-pattern.ts";

test.each([
  // Scripts without blanks, in which some set one.
  ["山田太郎", "山田 太郎と共に", "山田 太郎"],
  ["山田 太郎", "山田太郎と共に", "山田太郎"],
  ["李小龙", "见李·小龙。", "李·小龙"],
  ["Prof. 王明", "与王明", "王明"],
  ["محمد علي", "مع محمد علي.", "محمد علي"],
  // Letters as they are typed.
  ["Đặng Thùy Trâm", "by Dang Thuy Tram", "Dang Thuy Tram"],
  ["Dang Thuy Tram", "by Đặng Thùy Trâm", "Đặng Thùy Trâm"],
  ["Đorđe Example", "by Djordje Example", "Djordje Example"],
  ["Дмитрий Щукин", "by Dmitry Shchukin", "Dmitry Shchukin"],
  ["Дмитрий Щукин", "Д м и т р и й   Щ у к и н", "Д м и т р и й   Щ у к и н"],
  // Signs are no word of a name, and brackets may be written with it.
  ["Ada -- Example", "by Ada Example - and", "Ada Example"],
  ["Ada (Bit) Example", "by Ada (Bit) Example", "Ada (Bit) Example"],
  ["Ada Example", "by (Ada) Example (a pair)", "(Ada) Example"],
  ["Ada Example", "(by Example (Ada))", "Example (Ada)"],
  ["Ada Example", "(by Ada Example)", "Ada Example"],
  ["李小龙 (Bruce Lee)", "by 李小龙（Bruce Lee）.", "李小龙（Bruce Lee）"],
])("%s is found in %j, and is no plain words", (name, text, found) => {
  const finder = new NameFinder([name]);
  expect(finder.find(text).map(({ start, end, isPlain }) => [text.slice(start, end), isPlain])).toEqual([[found, false]]);
});

test.each([
  ["Ada Example", "by Ada Maria Example", "Ada Maria Example"],
  ["Ada Example", "by Ada “Bit” Example", "Ada “Bit” Example"],
  ["María José García Márquez", "by M. J. García Márquez", "M. J. García Márquez"],
  ["María José García Márquez", "by Maria García Márquez", "Maria García Márquez"],
  ["María José García Márquez", "by María José García", "María José García"],
  ["Jean-Luc Example", "by JL Example", "JL Example"],
  ["Дмитрий Щукин", "Щукин Д.", "Щукин Д."],
  ["Ludwig van Beethoven", "of @LudwigBeethoven", "LudwigBeethoven"],
])("%s may be meant by all of %j", (name, text, found) => {
  const finder = new NameFinder([name]);
  expect(finder.find(text, true).map(({ start, end, isPerhaps }) => [text.slice(start, end), isPerhaps])).toEqual([[found, true]]);
});

test.each([
  ["Zelda Quuxbury", "the Quuxburys, and a quuxbury", ["Quuxburys"]],
  ["Zelda Quuxbury", "Zelda Quuxbury's", []],
  ["Wei Liu", "Weiland and LiuW", ["LiuW"]],
])("of %s, %j holds words alone and within others", (name, text, found) => {
  const finder = new NameFinder([name]);
  expect(finder.partsWithin(text).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

test("an address needs no capitals", () => {
  const text = "https://example.org/~wliu/quuxburyz";
  const found = ["Wei Liu", "Zelda Quuxbury"].flatMap((name) => new NameFinder([name]).partsWithin(text, true));
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["wliu", "quuxburyz"]);
});

test.each([
  ["Ada Example", "Ada and Bob Example"],
  ["Ada Example", "Ada met Example"],
  ["Ada Example", "Ada, Maria Example"],
  ["이수", "아이 수업"],
])("%s is not meant by %j", (name, text) => {
  expect(new NameFinder([name]).find(text, true)).toEqual([]);
});

test("a first or last name alone is found in scripts without capitals and without blanks, and signs are none", () => {
  const parts = (name: string, text: string) => new NameFinder([name]).parts(text).map(({ start, end }) => text.slice(start, end));
  expect(parts("山田 太郎", "山田は研究者です。")).toEqual(["山田"]);
  expect(parts("ნინო გელაშვილი", "ნინო speaks.")).toEqual(["ნინო"]);
  expect(parts("Ada ❤️ Example", "With us - here, always.")).toEqual([]);
  expect(new NameFinder(["???"]).find("A talk of 2020?", true)).toEqual([]);
});

test.each([
  ["李小龙 (Bruce Lee)", ["李小龙", "Bruce Lee"]],
  ["Bruce Lee (李小龙)", ["Bruce Lee", "李小龙"]],
  ["李小龙 / Bruce Lee", ["李小龙", "Bruce Lee"]],
  ["Дмитрий Щукин (Intel)", ["Дмитрий Щукин"]],
  ["Ada Example (Example Inc)", []],
  ["Bruce Lee (北京大学)", ["Bruce Lee"]],
  ["Ada Example", []],
  ["Ada Example ❤️", []],
])("the halves of %s", (name, halves) => expect(halvesOfName(name)).toEqual(halves));

test("imports know halves of a name, but not what may be where somebody works", () => {
  expect(keysToKnow("Bruce Lee 李小龙").perhaps).toContain(nameKey("李小龙"));
  expect(keysToKnow("Дмитрий Щукин (Red Hat)").perhaps).not.toContain("hat-red");
});

describe("a name", () => {
  const finder = new NameFinder(["Mihai Donțu"]);

  test.each([
    "Mihai Donțu",
    "by MIHAI DONŢU and others",
    "mihai-dontu.pdf",
    "Dontu, Mihai",
    "Mihai\n  Dontu",
    "https://example.org/people/mihai_dontu",
    "https://example.org/Mihai%20Don%C8%9Bu/",
    "Mihai Donțu".normalize("NFD"),
    "M. is mihai.dontu@example.org",
    "https://example.org/mihaidontu",
    // Cut by markup and escapes.
    "**Mihai** *Donțu*",
    "Mi**hai** <b>Dontu</b>",
    "[Mihai](https://example.org/) Dontu",
    "<https://example.org/Mihai%20Dontu>",
    "<https://example.org/Mihai%2520Dontu>",
    "Mihai&#32;Don&#x21b;u",
    "Mihai&nbsp;Don&tcedil;u",
    "Mihai\\ Dontu",
    "Mihai <br> Dontu",
    "<v Mihai Dontu>Good morning",
    "Mihai Don-\ntu",
    "\\u004dihai Dontu",
    // Two cues of captions share it.
    "by Mihai\n\n00:01.000 --> 00:02.000\nDontu for",
    "by Mihai\r\n\r\n2\r\n00:00:01,000 --> 00:00:02,000 line:0\r\n<v Ann>Dontu for",
    "by Mihai\n2\n00:01.000 --> 00:02.000\nDontu for",
    "by Mihai\n\nNOTE\nlooked\nat by Ann\n\nNOTE again\n\n2\n00:01.000 --> 00:02.000\nDontu for",
    // Other letters for the same.
    "Ｍｉｈａｉ　Ｄｏｎｔｕ",
    "Mi\u00adhai\u200b Don\u200dtu",
    "mihai‑dontu",
    "ᴍɪʜᴀɪ ᴅᴏɴᴛᴜ",
    "🅜🅘🅗🅐🅘 🅳🅾🅽🆃🆄",
    "🇲 🇮 🇭 🇦 🇮 🇩 🇴 🇳 🇹 🇺",
    "Hi\u{e004d}\u{e0069}\u{e0068}\u{e0061}\u{e0069}\u{e0020}\u{e0044}\u{e006f}\u{e006e}\u{e0074}\u{e0075}",
    // Letters apart.
    "M i h a i   D o n ț u",
    "by D O N Ț U, M I H A I",
    "M.i.h.a.i_D.o.n.t.u",
    // In addresses: joined, in either order, with something around.
    "https://example.org/DontuMihai",
    "https://example.org/dontu_mihai",
    "@realmihaidontu",
  ])("is found in %j", (text) => expect(finder.holds(text)).toBe(true));

  test.each([
    ["By ᴍɪʜᴀɪ ᴅᴏɴᴛᴜ today", "By […] today"],
    ["By M i h a i  D o n ț u today", "By […] today"],
    ["Hi\u{e004d}\u{e0069}\u{e0068}\u{e0061}\u{e0069}\u{e0020}\u{e0044}\u{e006f}\u{e006e}\u{e0074}\u{e0075} all", "Hi[…] all"],
    [
      "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} flag",
      "\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} flag",
    ],
  ])("is taken out of %j whole, and asks nobody whether it is a sentence", (text, without) => {
    expect(changeText(text, [{ finder, name: undefined }])).toBe(without);
    expect(finder.find(text).some(({ isPlain }) => isPlain)).toBe(false);
  });

  test.each(["Mihai Dontus", "Amihai Dontu", "Mihai met Dontu", "https://example.org/%E2%28%A1", ""])("is not found in %j", (text) =>
    expect(finder.find(text, true)).toEqual([]),
  );

  test.each(["M. Donțu", "Dontu, M.", "Mihai X. Dontu", "mdontu@example.org", "Mihai D."])("may be meant by %j", (text) => {
    expect(finder.holds(text)).toBe(false);
    expect(finder.find(text, true)).toMatchObject([{ isPerhaps: true }]);
  });

  test.each([
    ["Seán O’Brien", "Sean O'Brien"],
    ["Seán O’Brien", "sean-obrien"],
    ["Seán O’Brien", "sean_o_brien"],
    // Letters that look and are used as apostrophes.
    ["Seán O’Brien", "Seán OʼBrien"],
    ["Seán O'Brien", "Seán OʻBrien"],
    ["Seán O’Brien", "SEÁN OꞌBRIEN"],
    ["Seán OʼBrien", "Seán O’Brien"],
    ["Дар’я Приклад", "Дарʼя Приклад"],
    ["Jörg Müller", "Joerg Mueller"],
    ["Anna-Lena Groß", "ANNA‑LENA GROSS"],
    ["Dr. Ann B. Lee, PhD", "Lee, Ann B."],
    // A short one joined, as in addresses.
    ["Wei Liu", "https://example.org/~weiliu/code"],
    ["Wei Liu", "/media/liuwei-2014.pdf"],
    ["Wei Liu", "by @WeiLiu"],
    ["Иван Петров", "ivan-petrov"],
    ["Gabriel García Márquez", "García Márquez, Gabriel"],
    ["Ada van den Example", "van-den-example-ada.pdf"],
    ["Maria de la Cruz Garcia Lopez", "Garcia Lopez, Maria de la Cruz"],
    // The last letter of a word with and without its dots, and words that are drawn longer.
    ["ليلى حداد", "ليلي حداد"],
    ["ليلى حداد", "لیلی حداد"],
    ["ليلى حداد", "ليـلى حـداد"],
    ["ليلى حداد", "lyla-hdad"],
    ["أحمد فتحي", "احمد فتحى"],
  ])("such as %s is found in %j", (name, text) => expect(new NameFinder([name]).holds(text)).toBe(true));

  test.each(["A. van den Example", "van den Example, A.", "avandenexample@example.org"])(
    "of several last names may be meant by all of %j",
    (text) => {
      const [hit, ...more] = new NameFinder(["Ada van den Example"]).find(text, true);
      expect([hit?.isPerhaps, hit && text.slice(hit.start, hit.end), more]).toEqual([true, text.replace(/@.*/, ""), []]);
    },
  );

  test("that two cues of captions share is left to a person, for one of them would be lost", () => {
    const text = "by Mihai\n\n00:01.000 --> 00:02.000\nDontu for";
    expect(finder.find(text).map((hit) => isCut(text, hit))).toEqual([true]);
    expect(finder.find(`${text}\n\nMihai Dontu`).map((hit) => isCut(`${text}\n\nMihai Dontu`, hit))).toEqual([true, false]);
  });

  test("of few letters joined in a sentence may be plain words, or somebody else where there are four", () => {
    for (const text of ["in a kimono today", "Kimono patterns", "a kimono/obi"])
      expect(new NameFinder(["Kim Ono"]).find(text)).toMatchObject([{ isPlain: true, isPerhaps: false }]);
    expect(new NameFinder(["Kim Ono"]).find("by Kim Ono, @KimOno")).toMatchObject([{ isPlain: false }, { isPlain: false }]);
    expect(new NameFinder(["Kim Ono"]).find("all kimonos")).toEqual([]);
    expect(new NameFinder(["Bo Li"]).find("mail boli@example.org", true)).toMatchObject([{ isPerhaps: true }]);
  });

  test("of a script without capitals is found within other letters", () => {
    expect(new NameFinder(["山田 太郎"]).holds("講演者は山田太郎です")).toBe(true);
  });

  test.each(["José", "Ngô Thị Hà", "Ada André"])("of decomposed letters goes with its last mark: %s", (name) => {
    const finder = new NameFinder([name]);
    for (const form of ["NFC", "NFD"] as const)
      expect(changeText(`by ${name}, 2012`.normalize(form), [{ finder, name: undefined }])).toBe("by […], 2012");
  });

  test("is found in part near the person, with a capital, and not where the new name has that part too", () => {
    const found = (text: string, now?: string) =>
      new NameFinder(["Mihai Donțu"], now).parts(text).map(({ start, end }) => text.slice(start, end));
    expect(found("Mihai shows what Mihai Donțu, or DONTU, made of mihai.")).toEqual(["Mihai", "DONTU"]);
    expect(found("Mihai and Dontu", "Mihai Other")).toEqual(["Dontu"]);
  });

  test("has one key however it is written", () => {
    for (const text of ["Dontu, Mihai", "MIHAI DONTU", "mihai-dontu"]) expect(nameKey(text)).toBe(nameKey("Mihai Donțu"));
  });

  test.each([
    ["Mihai Donțu", "Prof. Dr. Mihai Dontu, PhD", "sure"],
    ["Mihai Donțu", "Dontu, Mihai (Example)", "sure"],
    ["Mihai Donțu", "mihaidontu", "sure"],
    ["Wei Liu", "liuwei", "perhaps"],
    ["Dr. Mihai Donțu", "Mihai Dontu", "sure"],
    ["Mihai Donțu", "M. Dontu", "perhaps"],
    ["Mihai Donțu", "Dontu, M.", "perhaps"],
    ["Mihai Donțu", "Mihai X. Dontu", "perhaps"],
    ["Mihai Donțu", "Mihai Xavier Dontu", "perhaps"],
    ["Mihai Xavier Donțu", "Mihai X. Dontu", "perhaps"],
    ["Mihai Xavier Donțu", "Mihai Dontu", "perhaps"],
    ["Gabriel García Márquez", "G. García Márquez", "perhaps"],
    ["Mihai Donțu", "Maria Dontu", "no"],
    ["Mihai Donțu", "Mihai Other", "no"],
    ["Mihai Xavier Donțu", "Mihai Yves Dontu", "no"],
    ["Mihai X. Donțu", "Mihai Xavier Dontu", "perhaps"],
    ["Mihai X. Donțu", "Mihai Yves Dontu", "no"],
  ])("%s is known again in %s: %s", (name, text, answer) => {
    const known = keysToKnow(name);
    const { sure, short, shortened } = keysToLookUp(text);
    const has = (list: readonly string[], ...keys: string[]) => keys.some((key) => list.includes(key));
    const isNear = has(known.perhaps, ...sure, ...short) || has(known.sure, ...short, ...shortened);
    expect(has(known.sure, ...sure) ? "sure" : isNear ? "perhaps" : "no").toBe(answer);
  });

  test("is among the possible names of texts and addresses that hold it", () => {
    const keys = (text: string) => [...possibleNames(text)].flatMap(({ key, short }) => [key, ...short]);
    for (const text of [
      "A talk by Mihai Donțu, of Example",
      "https://example.org/mihai-dontu.html",
      "see https://example.org/mihai_dontu, please",
      "Donțu, Mihai",
      "**Mihai** *Donțu*",
      "Mihai X. Dontu",
      "Mihai&#32;Dontu",
    ])
      expect(keys(text), text).toContain(nameKey("Mihai Donțu"));
    expect(keys("it was mihai")).toEqual([]);
  });

  test("finder of no name finds nothing", () => expect(new NameFinder([]).holds("anything")).toBe(false));

  test("is looked for in time that grows with the size of a text alone", () => {
    const time = (text: string) => {
      const before = process.cpuUsage().user;
      changeText(text, [{ finder, name: undefined, isWide: true }]);
      for (const one of possibleNames(text)) expect(one.name).not.toBe("");
      return process.cpuUsage().user - before;
    };
    for (const piece of ["](", "[", "<a ", "%25", "&amp;", "mihai ", "*", "-\n", "<v>\n\n00:00.000 -->", "<\n", "a@", "http://", "\\]"]) {
      time(piece.repeat(400));
      expect(time(piece.repeat(8000)), piece).toBeLessThan(60 * Math.max(time(piece.repeat(800)), 3000));
    }
  });
});

describe("another name in a text", () => {
  const finder = new NameFinder(["Zelda Quuxbury"]);
  const to = (text: string, name?: string) => changeText(text, [{ finder, name }]);

  test.each([
    ["**Zelda** *Quuxbury* spoke", "Nora New spoke", "[…] spoke"],
    ["[Zelda](https://example.org/) Quuxbury", "Nora New", "[…]"],
    ["Dr. Zelda Quuxbury’s talk", "Dr. Nora New’s talk", "[…]’s talk"],
    ["see https://example.org/quuxbury_zelda, and", "see […], and", "see […], and"],
    ["see <https://example.org/Zelda%20Quuxbury>.", "see […].", "see […]."],
    ["of zelda.quuxbury@example.org", "of […]", "of […]"],
    ["[her page](https://example.org/zelda-quuxbury) is", "her page is", "her page is"],
    ["[Zelda Quuxbury](/speakers/zelda-quuxbury/) is", "Nora New is", "[…] is"],
    ["![a portrait](/media/zelda-quuxbury.png)", "a portrait", "a portrait"],
    ["Her [page].\n\n[page]: https://example.org/zelda-quuxbury\n", "Her page.\n\n", "Her page.\n\n"],
    ["Nobody.", "Nobody.", "Nobody."],
  ])("%j", (text, renamed, forgotten) => expect([to(text, "Nora New"), to(text)]).toEqual([renamed, forgotten]));

  test("of an address is nothing", () => expect(to("https://example.org/zelda-quuxbury", "Nora New")).toBeUndefined());

  test("is left to an editor where markup begins or ends within it", () => {
    const text = "**By Zelda** *Quuxbury*";
    expect(finder.find(text).map((hit) => isCut(text, hit))).toEqual([true]);
    expect(finder.find("**Zelda** Quuxbury").map((hit) => isCut("**Zelda** Quuxbury", hit))).toEqual([false]);
    const list = "<li>Ed</li>";
    expect(new NameFinder(["Ed Li"]).find(list).map((hit) => isCut(list, hit))).toEqual([true]);
  });
});

describe("a name of two common words", () => {
  const finder = new NameFinder(["Will Power"]);
  const isPlain = (text: string) => finder.find(text, true).map((hit) => hit.isPlain);

  test.each(["it will power the host", "Will power be cut?", "by willpower", "will-power", "w power", "a *will* power"])(
    "may be plain words in %j",
    (text) => expect(isPlain(text)).toEqual([true]),
  );

  test.each([
    "Will Power",
    "WILL POWER",
    "WillPower",
    "will.power@example.org",
    "@willpower",
    "https://example.org/will-power/",
    "/speakers/will-power/",
    "will-power.pdf",
  ])("is meant in %j", (text) => expect(isPlain(text)).toEqual([false]));

  test("is no sentence where the name itself has small letters", () =>
    expect(new NameFinder(["Jan van Dijk", "will power"]).find("Jan van Dijk, will power").map((hit) => hit.isPlain)).toEqual([
      false,
      false,
    ]));
});
