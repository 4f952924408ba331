/** No record that can hold an outside address is left out of a check of links. */
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadArchive } from "../../../src/content/load.ts";
import { collectAddresses } from "../../../src/preservation/links/collect.ts";
import { folderOf, SITE } from "../../support/content.ts";

test("every kind of record is asked for its addresses", () => {
  const contentDir = folderOf({
    "site.yaml": `${SITE.replaceAll("https://example.org/", "https://site.example/")}sponsors:\n  - name: A\n    url: https://sponsor.example/\n`,
    "organizations.yaml": "organizations:\n  - name: Example Systems\n    url: https://organization.example/\n",
    "events/2020-spring/event.md": "---\nname: Event\nstartDate: 2020-05-04\nsources: [https://event.example/]\n---\n",
    "events/2020-spring/talks/a.md": "---\ntitle: A\nslides: https://talk.example/a.pdf\n---\n",
    "speakers/ada-example.md": "---\nname: Ada Example\nlinks:\n  - title: Home\n    url: https://speaker.example/\n---\n",
    "papers/paper.md": "---\ntitle: Paper\nauthors: [Ada Example]\nyear: 2020\nurl: https://paper.example/\n---\n",
    "pages/page.md": "---\ntitle: Page\n---\n\nSee <https://page.example/>.\n",
  });
  const { archive, findings } = loadArchive({ contentDir, assetsDir: join(contentDir, "assets") });
  expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const hosts = [...collectAddresses(archive).uses.keys()].map((address) => new URL(address).hostname.split(".")[0]);
  const expected = ["site", "sponsor", "event", "talk", "speaker", "paper", "page", "organization"];
  expect(new Set(hosts)).toEqual(new Set(expected));
});
