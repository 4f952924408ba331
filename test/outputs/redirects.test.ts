/** Former addresses as rules for servers: read as the formats say, and tried with nginx and Caddy where they are installed. */
import { writeFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { redirectsCaddy } from "../../src/outputs/redirects-caddy.ts";
import { redirectsHosts } from "../../src/outputs/redirects-hosts.ts";
import { redirectsNginx } from "../../src/outputs/redirects-nginx.ts";
import { removedPages } from "../../src/pages/removed.ts";
import { archiveOf, type Made } from "../model/make.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";
import { needs } from "../support/programs.ts";
import { freePort, startCaddy, startNginx } from "../support/web-servers.ts";

const LONG = `/${"very-long-folder-name".repeat(9)}/${"page".repeat(40)}.html`;
const MADE: Made = {
  events: { "2020-spring": { formerUrls: ["/xensummit/2020"] } },
  talks: { "2020-spring/a-talk": { formerUrls: ["/old/T1.html", "/old/folder/", LONG] } },
  speakers: { "ada-example": { name: "Ada Example", formerUrls: ["/speakers/a-example/"] } },
  pages: { about: { formerUrls: ["/~user/About_us.html"] } },
  notTopics: ["Break", "break"],
};

/** What is asked for and where it leads, without the prefix. */
const RULES: [from: string, to: string][] = [
  ["/xensummit/2020", "/events/2020-spring/"],
  ["/xensummit/2020/", "/events/2020-spring/"],
  ["/old/T1.html", "/events/2020-spring/a-talk/"],
  ["/old/folder/", "/events/2020-spring/a-talk/"],
  ["/old/folder", "/events/2020-spring/a-talk/"],
  [LONG, "/events/2020-spring/a-talk/"],
  ["/speakers/a-example/", "/speakers/ada-example/"],
  ["/speakers/a-example", "/speakers/ada-example/"],
  ["/~user/About_us.html", "/about/"],
  ["/topics/break/", "/topics/"],
  ["/topics/break", "/topics/"],
];

/** Prefixes that the address of a site may have, with everything that could be more than text. */
const PREFIXES = ["", "/archive", "/a%22%20%7B$HOME%7D;*:x", "/%7B$PATH%7D%60%5C%0A", "/j%C3%BCrgen/%23(a)+!'"];

const fileOf = (format: { files: typeof redirectsHosts.files }, made: Made) => {
  const files = [...format.files(archiveOf(made))];
  return files.length === 0 ? undefined : String(files[0]?.content);
};
const at = (prefix: string): Made => ({ ...MADE, url: `https://example.org${prefix}/` });
const same = (path: string) => decodeURIComponent(new URL(path, "http://x").pathname);

describe("_redirects", () => {
  test.each(PREFIXES)("under `%s` every line is a path, a path and 301", (prefix) => {
    const text = fileOf(redirectsHosts, at(prefix)) ?? "";
    const lines = text.trimEnd().split("\n");
    const rules = lines.map((line) => {
      const fields = /^(\/\S*) (\/\S*) 301$/.exec(line);
      expect(line).not.toMatch(/[*:#]|[^ -~]/);
      expect(line.length).toBeLessThan(1000);
      return [decodeURIComponent(fields?.[1] ?? ""), decodeURIComponent(fields?.[2] ?? "")];
    });
    const wanted = RULES.map(([from, to]) => [same(`${prefix}${from}`), same(`${prefix}${to}`)]);
    expect(rules.toSorted()).toEqual(wanted.toSorted());
  });

  test("is not written for an archive that never moved", () => {
    for (const format of [redirectsHosts, redirectsNginx, redirectsCaddy])
      expect(fileOf(format, { events: { e: {} }, talks: { "e/a-talk": {} } })).toBeUndefined();
  });
});

/** Status and target of an answer; the path goes out as it is. */
function ask(port: number, path: string): Promise<{ status: number; location: string }> {
  return new Promise((done, fail) =>
    get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      response.resume();
      done({ status: response.statusCode ?? 0, location: response.headers.location ?? "" });
    }).on("error", fail),
  );
}

async function expectRules(port: number, prefix: string): Promise<void> {
  for (const [from, to] of RULES) {
    const { status, location } = await ask(port, `${prefix}${from}`);
    expect({ from, status, to: same(location) }).toEqual({ from, status: 301, to: same(`${prefix}${to}`) });
  }
  for (const path of ["/events/2020-spring/", "/old/T2.html", "/old/T1.html/x", "/"]) {
    expect({ path, status: (await ask(port, `${prefix}${path}`)).status }).toEqual({ path, status: 418 });
  }
}

describe("nginx", needs("nginx"), () => {
  test.each(PREFIXES)("under `%s` leads on, and nothing else does", async (prefix) => {
    const [folder, port] = [temporaryFolder(), await freePort()];
    writeFileSync(join(folder, "redirects"), fileOf(redirectsNginx, at(prefix)) ?? "");
    const server = `listen 127.0.0.1:${port}; if ($archive_moved) { return 301 $archive_moved; } location / { return 418; }`;
    // As its first lines say, other maps follow.
    await startNginx(`include ${folder}/redirects; map $uri $other { default ""; } server { ${server} }`, port);
    await expectRules(port, prefix);
  });
});

describe("Caddy", needs("caddy"), () => {
  test.each(PREFIXES)("under `%s` leads on, and nothing else does", async (prefix) => {
    const [folder, port] = [temporaryFolder(), await freePort()];
    writeFileSync(join(folder, "redirects"), fileOf(redirectsCaddy, at(prefix)) ?? "");
    await startCaddy(`import ${folder}/redirects\n\trespond 418`, port);
    await expectRules(port, prefix);
  });
});

test("what was removed and is there again is not said to be gone", () => {
  const removed = ["/topics/testing/", "/topics/gone/"].map((path) => ({ path, date: "2026-11-27" }));
  const made = { events: { "2020-spring": {} }, talks: { "2020-spring/other": { topics: ["testing"] } }, addresses: { removed } };
  for (const output of [redirectsNginx, redirectsCaddy]) {
    expect(fileOf(output, made)).toContain("/topics/gone/");
    expect(fileOf(output, made)).not.toContain("/topics/testing/");
  }
  expect([...removedPages.views(archiveOf(made))].map(({ path }) => path)).toEqual(["/topics/gone/"]);
});

describe("what was removed", () => {
  const GONE: Made = {
    events: { "2020-spring": {} },
    talks: { "2020-spring/other": {} },
    addresses: {
      removed: [
        { path: "/events/2020-spring/a-talk/", date: "2026-11-27" },
        { path: "/old/T1.html", date: "2026-11-27" },
        { path: "/media/2020/a.pdf", date: "2026-11-27" },
      ],
    },
  };
  /** A site with the pages that say so, and what each address is answered with. */
  const siteOf = (prefix: string) =>
    folderOf({
      [`${prefix.slice(1)}/events/2020-spring/a-talk/index.html`]: "removed",
      [`${prefix.slice(1)}/old/T1.html`]: "removed",
      [`${prefix.slice(1)}/404.html`]: "lost",
      [`${prefix.slice(1)}/events/2020-spring/other/index.html`]: "here",
    });
  const ANSWERS: [path: string, status: number, body?: string][] = [
    ["/events/2020-spring/a-talk/", 410, "removed"],
    ["/old/T1.html", 410, "removed"],
    ["/events/2020-spring/a-talk/a-talk.bib", 410],
    ["/events/2020-spring/a-talk/slides/", 410],
    ["/media/2020/a.pdf", 410],
    ["/events/2020-spring/other/", 200, "here"],
    ["/events/2020-spring/a-talker/", 404],
  ];

  async function expectAnswers(port: number, prefix: string): Promise<void> {
    for (const [path, status, body] of ANSWERS) {
      const answer = await fetch(`http://127.0.0.1:${port}${prefix}${path}`, { redirect: "manual" });
      const text = await answer.text();
      expect({ path, status: answer.status, ...(body !== undefined && { body: text }) }).toEqual({
        path,
        status,
        ...(body !== undefined && { body }),
      });
    }
  }

  test.each(["", "/archive"])("under `%s` nginx answers with 410 and the page that says so", needs("nginx"), async (prefix) => {
    const [folder, port] = [temporaryFolder(), await freePort()];
    writeFileSync(join(folder, "redirects"), fileOf(redirectsNginx, { ...GONE, url: `https://example.org${prefix}/` }) ?? "");
    const server = `listen 127.0.0.1:${port}; root ${siteOf(prefix)}; if ($archive_gone) { return 410; } error_page 410 $archive_gone;`;
    await startNginx(`include ${folder}/redirects; server { ${server} }`, port);
    await expectAnswers(port, prefix);
  });

  test.each(["", "/archive"])("under `%s` Caddy does too", needs("caddy"), async (prefix) => {
    const [folder, port] = [temporaryFolder(), await freePort()];
    writeFileSync(join(folder, "redirects"), fileOf(redirectsCaddy, { ...GONE, url: `https://example.org${prefix}/` }) ?? "");
    await startCaddy(`import ${folder}/redirects\n\troot * ${siteOf(prefix)}\n\tfile_server`, port);
    await expectAnswers(port, prefix);
  });
});
