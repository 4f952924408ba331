/** `_headers`, which Netlify and Cloudflare Pages read. */
import { type Header, headerRules, SANDBOXED } from "../publishing/headers.ts";
import { encodedPath, HEADERS, href } from "../model/urls.ts";
import type { OutputFormat } from "./output-format.ts";

/** Cloudflare reads no more rules and no longer lines (https://developers.cloudflare.com/pages/configuration/headers/). */
const MOST_RULES = 100;
const LONGEST_LINE = 2000;

const POLICY = "Content-Security-Policy";

export const headersHosts = {
  name: "headers-hosts",
  alsoOf: ({ sections }) => sections,
  *files(archive, { sections }) {
    const { always, folders, types, shared } = headerRules(archive, sections);
    const at = (path: string) => encodedPath(href(archive.site.base, path));
    const rules = new Map<string, Header[]>([[`${at("/")}*`, always]]);
    const add = (pattern: string, ...headers: Header[]) => rules.set(pattern, [...(rules.get(pattern) ?? []), ...headers]);
    for (const { ending, type } of types) add(`${at("/")}*${ending}`, ["Content-Type", type]);
    for (const ending of shared) add(`${at("/")}*${ending}`, ["Access-Control-Allow-Origin", "*"]);
    const withExceptions = folders.flatMap(({ path, endings }) => (endings ? path : []));
    for (const { path, headers, endings } of folders) {
      if (endings) continue;
      const { [POLICY]: policy, ...others } = headers;
      // Hosts join what two rules say, so that a policy with exceptions is said of the ends of names that are none.
      const isForAll = !withExceptions.includes(path);
      if (policy !== undefined && !isForAll) for (const ending of SANDBOXED) add(`${at(path)}*${ending}`, [POLICY, policy]);
      const said = Object.entries(isForAll ? headers : others).flatMap(([name, value]): Header[] =>
        value === undefined ? [] : [[name, value]],
      );
      for (const pattern of path === "/" ? [at("/"), at("/404.html")] : [`${at(path)}*`]) add(pattern, ...said);
    }
    // What does not fit is left out: every page says its policy itself too.
    const blocks = [...rules].slice(0, MOST_RULES).map(([pattern, headers]) => {
      const lines = headers.map(([name, value]) => `  ${name}: ${value}\n`).filter((line) => line.length <= LONGEST_LINE);
      return `${pattern}\n${lines.join("")}`;
    });
    yield { path: HEADERS.hosts.slice(1), content: blocks.join("") };
  },
} satisfies OutputFormat;
