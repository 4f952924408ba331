import { expect, test } from "vitest";
import { inRepository } from "../../src/publishing/repository.ts";

test.each([
  ["https://github.com/example/archive", "main", "content", "https://github.com/example/archive/edit/main/content/site.yaml"],
  ["https://github.com/example/archive.git", "main", "content/", "https://github.com/example/archive/edit/main/content/site.yaml"],
  [
    "https://github.com/example/archive/",
    "next/4.2#rc",
    "my records",
    "https://github.com/example/archive/edit/next/4.2%23rc/my%20records/site.yaml",
  ],
  ["https://git.example.org/a.git/", "main", "", "https://git.example.org/a/edit/main/site.yaml"],
])("a file of %s on %s in %s", (url, branch, folder, page) => {
  expect(inRepository({ url, branch, folder }, "edit", branch, folder, "site.yaml")).toBe(page);
});
