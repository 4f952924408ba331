/** Pictures in free pages and in welcomes of events, made of files of the archive. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { LITTLE } from "../support/content.ts";
import { elements } from "../support/html.ts";
import { builtSite } from "../support/sites.ts";

test("come in several sizes and formats with the space that they need, and nothing of them is loaded before a reader comes near", async () => {
  const hall = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: "#345" } })
    .jpeg()
    .toBuffer();
  const { site, told } = await builtSite(
    {
      ...LITTLE,
      "events/2020-spring/event.md": `${LITTLE["events/2020-spring/event.md"]}\n![The hall](/media/hall.jpg)\n`,
      "pages/about.md": "---\ntitle: About\n---\n\nHere: ![The *full* hall & “guests”](/media/hall.jpg)\n",
    },
    { "media/hall.jpg": hall },
    "--base-url",
    "https://example.org/archive/",
  );
  expect(told).not.toMatch(/warning|error/);
  for (const [page, alt] of [
    ["about", "The full hall & “guests”"],
    ["events/2020-spring", "The hall"],
  ] as const) {
    const html = readFileSync(join(site, page, "index.html"), "utf8");
    const [picture, ...others] = elements(html).filter(({ tagName }) => tagName === "picture");
    expect(others).toEqual([]);
    const all = elements(html);
    const attributes = ({ attrs }: (typeof all)[number]) => Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
    const [img] = all.filter(({ tagName, attrs }) => tagName === "img" && attrs.some(({ value }) => value === alt)).map(attributes);
    expect(picture).toBeDefined();
    expect(img).toMatchObject({ alt, loading: "lazy", decoding: "async" });
    expect(Number(img?.["width"]) / Number(img?.["height"])).toBe(2);
    const sources = all.filter(({ tagName }) => tagName === "source").map(attributes);
    expect(sources.map(({ type }) => type)).toContain("image/avif");
    const paths = [img?.["src"], ...sources.map(({ srcset }) => srcset?.split(" ")[0])];
    for (const path of paths) expect(existsSync(join(site, path?.replace("/archive/", "") ?? "?")), path).toBe(true);
  }
});
