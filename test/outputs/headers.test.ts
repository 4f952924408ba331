/** Headers as rules for hosts and servers: what hosts can read, what no two rules say twice, and odd prefixes with nginx and Caddy. */
import { get } from "node:http";
import { describe, expect, test } from "vitest";
import { MEDIA_KINDS } from "../../src/model/media-kinds.ts";
import { MEDIA_POLICY, policyText } from "../../src/publishing/policy.ts";
import { headersCaddy } from "../../src/outputs/headers-caddy.ts";
import { headersHosts } from "../../src/outputs/headers-hosts.ts";
import { headersNginx } from "../../src/outputs/headers-nginx.ts";
import type { OutputContext } from "../../src/outputs/output-format.ts";
import type { SectionPolicy } from "../../src/publishing/section-policies.ts";
import { archiveOf } from "../model/make.ts";
import { folderOf } from "../support/content.ts";
import { headersFor, readHeaderRules } from "../support/host.ts";
import { needs } from "../support/programs.ts";
import { freePort, startCaddy, startNginx } from "../support/web-servers.ts";

const section = (name: string, more: Partial<SectionPolicy> = {}): SectionPolicy => ({
  section: name,
  pages: 1,
  policy: `default-src 'none';style-src 'self' ${name}.example`,
  frames: [],
  opensWindows: false,
  ...more,
});
const SECTIONS = [
  section(""),
  section("about"),
  section("events", { pages: 9, frames: ["https://player.vimeo.com"] }),
  section("speakers"),
];

const context = (sections: readonly SectionPolicy[]): OutputContext => ({
  pagePaths: [],
  sections,
  readMedia: () => new Uint8Array(),
  readRecord: () => new Uint8Array(),
});
const written = (format: { files: typeof headersHosts.files }, sections = SECTIONS, url = "https://example.org/") =>
  Object.fromEntries(
    [...format.files(archiveOf({ url, events: { e: {} } }), context(sections))].map(({ path, content }) => [path, content]),
  );

const PATHS = [
  "/",
  "/404.html",
  "/feed.atom",
  "/events/",
  "/events/e/",
  "/events/e/linkset.json",
  "/events/e/t/t.csl.json",
  "/events/e/t/t.ics",
  "/data/archive.json",
  "/assets/site-0123456789.js",
  "/media/a.vtt",
  "/about/",
  "/nothing/",
];

describe("_headers", () => {
  test.each(["", "/archive"])("under `%s` says no header twice for one path", (prefix) => {
    const rules = readHeaderRules(String(written(headersHosts, SECTIONS, `https://example.org${prefix}/`)["_headers"]));
    for (const path of PATHS) {
      const said = headersFor(rules, prefix + path).map(([name]) => name);
      expect(said, path).toContain("X-Content-Type-Options");
      expect(said, path).toEqual([...new Set(said)]);
    }
    expect(new Set(rules.map(({ pattern }) => pattern)).size).toBe(rules.length);
  });

  test("keeps to what Cloudflare reads, also with many pages and long policies", () => {
    const many = Array.from({ length: 150 }, (_, index) => section(`page-${index}`, { policy: `style-src ${"x".repeat(index * 20)}` }));
    const rules = readHeaderRules(String(written(headersHosts, [...SECTIONS, ...many])["_headers"]));
    expect(rules.length).toBe(100);
    expect(rules.some(({ pattern }) => pattern === "/events/*")).toBe(true);
    for (const { pattern, headers } of rules) {
      expect(pattern.split("*").length).toBeLessThanOrEqual(2);
      for (const [name, value] of headers) expect(`  ${name}: ${value}`.length).toBeLessThan(2000);
    }
  });

  test("lets players of the site do what readers ask of them, and pages frame each other only where they do", () => {
    const all = (sections: SectionPolicy[]) => readHeaderRules(String(written(headersHosts, sections)["_headers"]));
    const of = (sections: SectionPolicy[]) => new Map(all(sections)[0]?.headers);
    expect(of(SECTIONS).get("Permissions-Policy")).toContain('fullscreen=(self "https://player.vimeo.com")');
    expect(of(SECTIONS).get("Permissions-Policy")).toContain("camera=()");
    expect(of(SECTIONS).get("X-Frame-Options")).toBe("DENY");
    const framed = all([section(""), section("about"), section("events", { frames: ["'self'"] })]);
    const said = ["/", "/404.html", "/about/", "/events/e/t/slides/", "/media/a.vtt", "/assets/a.js"].map((path) =>
      headersFor(framed, path).filter(([name]) => name === "X-Frame-Options"),
    );
    expect(said.map((headers) => headers.map(([, value]) => value).join())).toEqual(["DENY", "DENY", "DENY", "SAMEORIGIN", "DENY", "DENY"]);
  });

  test("asks for HTTPS only where the site has it", () => {
    expect(written(headersHosts)["_headers"]).toContain("Strict-Transport-Security");
    expect(written(headersHosts, SECTIONS, "http://example.org/")["_headers"]).not.toContain("Strict-Transport-Security");
  });
});

test("a policy names nothing that is not a source, so that no record can add to it", () => {
  const odd = ["https://a.example", "https://b.example;script-src *", "*", "javascript:", "https://c.example/path", "'unsafe-inline'"];
  const text = policyText({ styles: odd, scripts: odd, frames: odd, forms: odd, search: false });
  expect(text).toContain("frame-src https://a.example;");
  expect(text).toContain("form-action 'self' https://a.example;");
  expect(text).not.toMatch(/b\.example|c\.example|\*|javascript|unsafe|script-src|style-src/);
});

/** Prefixes that the address of a site may have, with everything that could be more than text. */
const PREFIXES = ["", "/archive", "/a%22%20%7B$HOME%7D;*:x", "/j%C3%BCrgen/%23(a)+!'"];

function ask(port: number, path: string): Promise<Record<string, string | undefined>> {
  return new Promise((done, fail) =>
    get({ host: "127.0.0.1", port, path, agent: false }, (response) => {
      response.resume();
      done(response.headers as Record<string, string>);
    }).on("error", fail),
  );
}

/** The same with slides that pages of the site may frame. */
const FRAMED = SECTIONS.map((one) => (one.section === "events" ? { ...one, frames: ["'self'"] } : one));

async function expectHeaders(port: number, prefix: string): Promise<void> {
  for (const [path, policy, framing] of [
    ["/", "", "DENY"],
    ["/events/e/", "events", "SAMEORIGIN"],
    ["/about/", "about", "DENY"],
    ["/nothing/", "", "DENY"],
  ]) {
    const headers = await ask(port, `${prefix}${path}`);
    expect({ path, policy: headers["content-security-policy"] }).toEqual({ path, policy: section(policy ?? "").policy });
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect({ path, framing: headers["x-frame-options"] }).toEqual({ path, framing });
  }
  expect((await ask(port, `${prefix}/assets/a.js`))["cache-control"]).toContain("immutable");
  expect((await ask(port, `${prefix}/events/e/talks.csv`))["content-type"]).toBe("text/csv; charset=utf-8");
  expect((await ask(port, `${prefix}/events/e/t/t.bib`))["access-control-allow-origin"]).toBe("*");
}

test.each(PREFIXES)("nginx says them under `%s`", needs("nginx"), async (prefix) => {
  const files = written(headersNginx, FRAMED, `https://example.org${prefix}/`);
  const [folder, port] = [folderOf(files), await freePort()];
  const server = `listen 127.0.0.1:${port}; include ${folder}/_headers.nginx; location / { return 200; }`;
  await startNginx(`include ${folder}/_headers.nginx-http; server { ${server} }`, port);
  await expectHeaders(port, prefix);
});

test.each(PREFIXES)("Caddy says them under `%s`", needs("caddy"), async (prefix) => {
  const [folder, port] = [folderOf(written(headersCaddy, FRAMED, `https://example.org${prefix}/`)), await freePort()];
  await startCaddy(`import ${folder}/_headers.caddy\n\trespond 200`, port);
  await expectHeaders(port, prefix);
});

test("whatever lies in /media/ has a sandbox in every file of headers, but for PDFs", () => {
  const archive = archiveOf({});
  const [hosts] = [...headersHosts.files(archive, context(SECTIONS))];
  const rules = readHeaderRules(String(hosts?.content));
  const policyOf = (path: string) => headersFor(rules, path).find(([name]) => name === "Content-Security-Policy")?.[1];
  for (const { endings } of MEDIA_KINDS)
    for (const ending of endings) expect(policyOf(`/media/2020/a${ending}`), ending).toBe(ending === ".pdf" ? undefined : MEDIA_POLICY);
  const [caddy] = [...headersCaddy.files(archive, context(SECTIONS))];
  const [nginx] = [...headersNginx.files(archive, context(SECTIONS))];
  const nginxMap = /map \$uri \$archive_content_security_policy \{[^}]*\}/.exec(String(nginx?.content))?.[0] ?? "";
  for (const text of [String(caddy?.content), nginxMap]) {
    // The first row that fits counts; its first value is the policy.
    const rows = [...text.matchAll(/[`"]~\^(\/media\/.*?)[`"] "([^"]*)"/g)];
    const policyIn = (path: string) => rows.find(([, source = ""]) => new RegExp(`^${source.replace("(?i:", "(?:")}`, "i").test(path))?.[2];
    for (const ending of [...MEDIA_KINDS.flatMap(({ endings }) => endings), ".svg", ".html", ".PDF/a.xhtml", "", ".PDF"])
      expect(policyIn(`/media/2020/a${ending}`), ending).toBe(/\.pdf$/i.test(ending) ? "" : MEDIA_POLICY);
  }
});
