import { expect, test } from "vitest";
import { parse } from "yaml";
import { editorFrom } from "../../src/cli/editor-options.ts";
import { editorConfig, gitHubRepository } from "../../src/outputs/editor-config.ts";
import { archiveOf } from "../model/make.ts";

const GITHUB = { url: "https://github.com/xen-project/archive", branch: "main", folder: "content" };
const config = (site: Record<string, unknown>, options = {}) => parse(editorConfig(archiveOf({ site }), options));

test("records on GitHub are saved as pull requests", () => {
  expect(config({ repository: GITHUB })).toMatchObject({
    backend: { name: "github", repo: "xen-project/archive", branch: "main" },
    publish_mode: "editorial_workflow",
    media_folder: "assets/media",
  });
  expect(config({ repository: GITHUB }).local_backend).toBeUndefined();
});

test("a local server is used only when asked for", () => {
  const proxy_url = "http://localhost:8090/api/v1";
  expect(config({ repository: GITHUB }, { localPort: 8090 })).toMatchObject({
    backend: { name: "github" },
    local_backend: { url: proxy_url },
  });
  expect(config({}, { localPort: 8090 })).toMatchObject({ backend: { name: "proxy", proxy_url }, local_backend: { url: proxy_url } });
});

test("an own login service and a content folder further down are kept", () => {
  const made = config({ repository: { ...GITHUB, folder: "sites/xen/content" } }, { loginUrl: "https://login.example.org/github/auth" });
  expect(made.backend).toMatchObject({ base_url: "https://login.example.org", auth_endpoint: "github/auth" });
  expect(made.media_folder).toBe("sites/xen/assets/media");
  expect(made.collections[0].files[0].file).toBe("sites/xen/content/site.yaml");
});

test("the form of talks stands in the file once, however many events there are", () => {
  const of = (events: number) => {
    const files = Array.from({ length: events }, (_, index) => [
      `20${index + 10}-summit`,
      { name: `Summit ${index}`, startDate: `20${index + 10}` },
    ]);
    return editorConfig(archiveOf({ site: { repository: GITHUB }, events: Object.fromEntries(files) }), {});
  };
  const [first, ...others] = parse(of(9)).collections.filter(({ name }: { name: string }) => name.startsWith("talks-"));
  expect(others).toHaveLength(8);
  expect(first.fields.length).toBeGreaterThan(10);
  for (const { fields } of others) expect(fields).toEqual(first.fields);
  expect(of(9).length - of(1).length).toBeLessThan(8 * 500);
});

test("the body is offered once, and nothing can be deleted past a pull request", () => {
  const { collections } = config({ repository: GITHUB });
  for (const { name, fields, delete: mayDelete } of collections.filter((one: { folder?: string }) => one.folder)) {
    const names = fields.map((field: { name: string }) => field.name);
    expect(
      names.filter((one: string) => one === "body"),
      name,
    ).toHaveLength(1);
    expect(names).not.toContain("welcome");
    expect(mayDelete).toBe(false);
  }
});

test.each([
  ["https://github.com/a/b", "a/b"],
  ["https://github.com/a/b.git", "a/b"],
  ["https://github.com/a/b/", "a/b"],
  ["https://gitlab.com/a/b", undefined],
  ["https://github.com/a", undefined],
])("%s is the repository %s", (url, repository) => {
  expect(gitHubRepository(archiveOf({ site: { repository: { ...GITHUB, url } } }))).toBe(repository);
});

test.each([
  "http://login.example.org/",
  "https://e.org:99999/",
  "https://[::/",
  "https://e.org/a b",
  "https://me:secret@e.org/",
  "https://",
])("%s is refused as the address of a login service", (adminLogin) => {
  expect(() => editorFrom({ adminLogin })).toThrow("is not an address");
});
