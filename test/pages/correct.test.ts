/** The way for people to have something corrected or removed. */
import { expect, test } from "vitest";
import { PAGE_KINDS } from "../../src/pages/index.ts";
import { archiveOf, existing } from "../model/make.ts";

const linksWith = (contact: string | undefined) => {
  const archive = archiveOf({
    site: contact === undefined ? {} : { contact },
    events: { e: {} },
    talks: { "e/t": { title: "T", speaker: "Ada Example" } },
  });
  return Object.fromEntries(PAGE_KINDS.map(({ name, views }) => [name, existing([...views(archive)][0] ?? { correct: null }).correct]));
};

test("leads from the pages of talks and people to the contact of the site, and says which page is meant", () => {
  const mail = linksWith("archive@example.org");
  expect(mail["talk"]).toEqual({
    label: "Correct or remove",
    href: `mailto:archive@example.org?subject=${encodeURIComponent("Correct or remove: https://little.example.org/events/e/t/")}`,
  });
  expect(mail["speaker"]?.href).toContain(encodeURIComponent("/speakers/ada-example/"));
  expect(Object.values(mail).filter(Boolean)).toHaveLength(2);
  expect(linksWith("https://example.org/contact")["talk"]?.href).toBe("https://example.org/contact");
  expect(Object.values(linksWith(undefined)).filter(Boolean)).toEqual([]);
});
