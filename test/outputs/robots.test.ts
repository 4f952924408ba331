import { expect, test } from "vitest";
import { robots } from "../../src/outputs/robots.ts";
import { sitemap } from "../../src/outputs/sitemap.ts";
import { archiveOf, existing } from "../model/make.ts";

const context = { pagePaths: ["/"], sections: [], readMedia: () => new Uint8Array(), readRecord: () => new Uint8Array() };

/** The lines of `robots.txt`, as field and value. */
function lines(url: string): string[][] {
  const [file, ...others] = robots.files(archiveOf({ url }));
  expect(others).toEqual([]);
  expect(file?.path).toBe("robots.txt");
  return String(file?.content)
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const [, field, value] = existing(/^([A-Za-z-]+): ?(.*)$/.exec(line));
      return [existing(field).toLowerCase(), existing(value)];
    });
}

test("nobody is kept out", () => {
  const all = lines("https://example.org/archive/");
  expect(all).toContainEqual(["user-agent", "*"]);
  expect(all.filter(([field]) => field === "disallow")).toEqual([]);
});

test.each(["https://example.org/", "https://example.org/archive", "http://localhost:8080/a/b/"])(
  "the sitemap is where it is written, at %s",
  (url) => {
    const [address] = lines(url).flatMap(([field, value]) => (field === "sitemap" ? [existing(value)] : []));
    const written = [...sitemap.files(archiveOf({ url }), context)].map(({ path }) => `${url.replace(/\/$/, "")}/${path}`);
    expect(written).toContain(address);
  },
);
