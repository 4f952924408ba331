/** What a theme publishes beside its styles and scripts runs nothing in a browser. */
import { describe, expect, test } from "vitest";
import { loadAssets } from "../../src/build/assets.ts";
import { activeInDrawing } from "../../src/build/theme-files.ts";
import { folderOf } from "../support/content.ts";

const load = (files: Record<string, string>) => loadAssets(folderOf(files), { origin: "https://example.org", prefix: "" });
const SVG = "http://www.w3.org/2000/svg";
const svg = (inside: string, attributes = "") => `<svg xmlns="${SVG}" ${attributes}>${inside}</svg>`;

test.each(["x.html", "x.HTM", "x.xhtml", "x.xml", "x.js", "x.css.html", "x.pdf", "x", "x.", ".htaccess"])(
  "styles cannot publish %s",
  async (name) => {
    const files = { "css/theme.css": `p { background: url("../files/${name}") }`, [`files/${name}`]: "<script>alert(1)</script>" };
    await expect(load(files)).rejects.toThrow(/theme\.css:1:\d+: `.*` is no picture and no font/);
  },
);

test.each(["x.cur", "x.ico", "x.avif", "x.PNG", "x.ttf", "x.woff2"])("styles cannot publish a page under the name %s", async (name) => {
  for (const page of ["<html><script>alert(1)</script>", "\ufeff\n <b>ftypavif<script>alert(1)</script>"]) {
    const files = { "css/theme.css": `p { background: url("../files/${name}") }`, [`files/${name}`]: page };
    await expect(load(files)).rejects.toThrow(/theme\.css:1:\d+: `.*` begins as a web page does, so that it is not published/);
  }
});

test("pictures, fonts and plain drawings are published", async () => {
  const names = ["a.woff2", "b.TTF", "c.png", "d.svg"];
  const css = names.map((name, at) => `.a${at} { background: url(../files/${name}) }`).join("\n");
  const { files } = await load({
    "css/theme.css": css,
    ...Object.fromEntries(names.map((name) => [`files/${name}`, name.endsWith("svg") ? svg("<path d='M0 0'/>") : "bytes"])),
  });
  const found = files.map(({ path }) => path.replace(/-[0-9a-f]{10}/, ""));
  expect(found).toEqual(expect.arrayContaining(names.map((name) => `assets/${name}`)));
});

const ACTIVE: Record<string, string> = {
  "a script": svg("<script>alert(1)</script>"),
  "a script under a prefix": `<s:svg xmlns:s="${SVG}"><s:script>alert(1)</s:script></s:svg>`,
  "a handler": svg("", 'onload="alert(1)"'),
  "a handler within": svg('<path d="M0 0" onclick="alert(1)"/>'),
  "a page within": svg('<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">x</p></foreignObject>'),
  "a script of pages": svg('<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'),
  "an address that runs": svg('<a href="javascript:alert(1)">x</a>'),
  "an address that runs, hidden": svg('<a href=" java&#10;script&#58;alert(1)">x</a>'),
  "an address that runs, given later": svg('<a><set attributeName="href" to="javascript:alert(1)"/>x</a>'),
  "one of several": svg('<a><animate attributeName="href" values="#a; javascript:alert(1)"/>x</a>'),
  "a drawing in an address": svg('<use href="data:image/svg+xml,%3Csvg%3E#x"/>'),
  "a style sheet": `<?xml-stylesheet type="text/xsl" href="#x"?>${svg("")}`,
  "handlers in its declarations": `<!DOCTYPE svg [<!ATTLIST svg onload CDATA "alert(1)">]>${svg("")}`,
  "markup in its declarations": `<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]>${svg("&x;")}`,
  "no XML": "<svg><script>alert(1)</svg>",
  "no XML at all": "alert(1)",
};

describe("a drawing in which something could run", () => {
  test.each(Object.entries(ACTIVE))("%s", async (_, drawing) => {
    const why = /images\/icon\.svg` .*, so that it is not published: it could run/;
    await expect(load({ "images/icon.svg": drawing })).rejects.toThrow(why);
    const files = { "css/theme.css": "p { background: url(x.svg) }", "css/x.svg": drawing };
    await expect(load(files)).rejects.toThrow(/theme\.css:1:\d+: .*css\/x\.svg` .*, so that it is not published/);
  });

  test("is one in other letters too, which hide what they say", () => {
    expect(activeInDrawing(Buffer.from(`\ufeff${svg("<script/>")}`, "utf16le"))).toBe("is no SVG in UTF-8");
    expect(activeInDrawing(Buffer.from(`<?xml version="1.0" encoding="UTF-7"?>${svg("")}`))).toBe("is no SVG in UTF-8");
  });

  test("is none of those that drawing programs write", () => {
    const drawing = `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<!-- Made by hand --><svg xmlns="${SVG}" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:version="1">
<style>@media (prefers-color-scheme: dark) { path { fill: #fff } }</style><defs><path id="a" d="M0 0"/></defs>
<use xlink:href="#a"/><image href="data:image/png;base64,AAAA"/><a href="https://example.org/">x</a><i:view x="1"/></svg>`;
    expect(activeInDrawing(Buffer.from(`\ufeff${drawing}`))).toBeUndefined();
  });
});
