/** What is wrong with the folder of a theme is told with file and place. */
import { expect, test } from "vitest";
import { loadAssets, refuseMissingScripts } from "../../src/build/assets.ts";
import { folderOf } from "../support/content.ts";

const load = (files: Record<string, string>) => loadAssets(folderOf(files), { origin: "https://example.org", prefix: "" });

test.each([
  [
    "styles that cannot be read",
    { "css/site.css": "@import 'broken.css';", "css/broken.css": "a {\n  color: red;\n}\n}\n" },
    /broken\.css:\d+:\d+: /,
  ],
  ["an import that is not there", { "css/site.css": "@import 'nowhere.css';" }, /nowhere\.css|site\.css:1:/],
  [
    "a folder of styles without the first of them",
    { "css/other.css": "a { color: red }" },
    /lacks `site\.css`\. Copy what is missing there/,
  ],
])("%s", async (_, files, message) => {
  await expect(load(files)).rejects.toThrow(message);
});

test("a folder of scripts that lacks some", () => {
  const links = { styles: {}, icon: "", scripts: { frame: "" }, inline: {}, hashes: { styles: {}, scripts: {}, inline: [] } };
  expect(() => refuseMissingScripts("theme", links)).toThrow(
    /`theme\/js` takes the place .*, and lacks `agenda-zone`, .*`transcript`\. Copy/,
  );
});

test("a folder of its own for the icon alone is a theme", async () => {
  const { files } = await load({ "images/icon.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>" });
  expect(files.map(({ path }) => path).filter((path) => path.endsWith(".svg"))).toHaveLength(1);
});
