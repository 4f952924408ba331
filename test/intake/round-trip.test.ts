import { describe, expect, test } from "vitest";
import { scheduleJson } from "../../src/outputs/schedule-json.ts";
import { scheduleXml } from "../../src/outputs/schedule-xml.ts";
import { folderOf, SITE } from "../support/content.ts";
import { errorsIn, exported, records, schedule, take } from "./make.ts";

const TALKS = [
  {
    title: "One & <all>",
    id: "1",
    date: "2030-05-01T10:00:00+02:00",
    duration: "00:45",
    speakers: ["Ann Able", "Bob Baker"],
    url: "https://conf.example/one/",
  },
  {
    title: "Same",
    id: "2",
    date: "2030-05-01T11:00:00+02:00",
    abstract: "Line one\nline two\n\n- a *list*\n- `code`  \n\n    indented",
    room: "Saal Ä",
  },
  { title: "Same", id: "3", date: "2030-05-02T00:30:00+02:00", duration: "01:00", speakers: ["山田太郎"] },
  { title: "Without a time", id: "4" },
  { title: "Without a length", id: "5", date: "2030-05-02T12:00:00+02:00" },
];

/** Of those, schedule.xml can hold none without a day, a time and a length. */
const COMPLETE = TALKS.filter(({ date, duration }) => date !== undefined && duration !== undefined);

describe.each([
  ["schedule.xml", scheduleXml, COMPLETE],
  ["schedule.json", scheduleJson, TALKS],
] as const)("our %s", (_, format, held) => {
  const imported = (talks: readonly (typeof TALKS)[number][] = TALKS) => {
    const folder = folderOf({ "site.yaml": SITE });
    expect(take(folder, schedule([...talks], { zone: "Europe/Berlin" }))).toMatchObject({ written: talks.length, told: [] });
    return folder;
  };

  test("imported where it comes from changes nothing", () => {
    const folder = imported();
    const before = records(folder);
    for (const text of exported(folder, format))
      expect(take(folder, text)).toMatchObject({ written: 0, merged: held.length, refused: 0, told: [] });
    expect(records(folder)).toEqual(before);
  });

  test("imported into an empty archive gives the same records, but for what the format cannot say", () => {
    const [folder, fresh] = [imported(held), folderOf({ "site.yaml": SITE })];
    for (const text of exported(folder, format)) expect(take(fresh, text)).toMatchObject({ written: held.length, refused: 0, told: [] });
    const sayable = (files: Record<string, string>) =>
      Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace(/^(formerUrls|sources):\n( {2}- .*\n)+/gm, "")]));
    expect(sayable(records(fresh))).toEqual(sayable(records(folder)));
    expect(errorsIn(fresh)).toEqual([]);
  });
});
