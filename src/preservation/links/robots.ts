/** `robots.txt` of others (RFC 9309): what a host asks programs not to read. */

export interface Robots {
  allows(url: URL): boolean;
  /** Milliseconds that the host wants between requests; 0 where it does not say. */
  delay: number;
}

export const ALLOW_ALL: Robots = { allows: () => true, delay: 0 };

interface Group {
  agents: string[];
  rules: { allow: boolean; pattern: string }[];
  delay: number;
}

const LONGEST_DELAY = 30_000;

/** Reads the rules for a program of that name, or for all programs where none are for it. */
export function parseRobots(text: string, agent: string): Robots {
  const groups = readGroups(text);
  const own = groups.filter(({ agents }) => agents.includes(agent.toLowerCase()));
  const wanted = own.length > 0 ? own : groups.filter(({ agents }) => agents.includes("*"));
  const rules = wanted.flatMap((group) => group.rules);
  return {
    delay: Math.min(LONGEST_DELAY, Math.max(0, ...wanted.map((group) => group.delay))),
    allows: ({ pathname, search }) => {
      const path = normal(pathname + search);
      if (path === "/robots.txt") return true;
      let best = { length: -1, allow: true };
      for (const { allow, pattern } of rules) {
        if (!matches(pattern, path)) continue;
        if (pattern.length > best.length || (pattern.length === best.length && allow)) best = { length: pattern.length, allow };
      }
      return best.allow;
    },
  };
}

function readGroups(text: string): Group[] {
  const groups: Group[] = [];
  let inAgents = false;
  for (const line of text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/)) {
    const [, key = "", value = ""] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? [];
    const field = key.toLowerCase();
    const text = value.trim();
    if (field === "user-agent") {
      if (!inAgents) groups.push({ agents: [], rules: [], delay: 0 });
      // The version behind the name does not count.
      groups.at(-1)?.agents.push((/^[a-z_-]+|^\*/i.exec(text)?.[0] ?? "").toLowerCase());
      inAgents = true;
    } else if (field === "allow" || field === "disallow") {
      if (text !== "") groups.at(-1)?.rules.push({ allow: field === "allow", pattern: normal(text) });
      inAgents = false;
    } else if (field === "crawl-delay") {
      const group = groups.at(-1);
      if (group) group.delay = Math.max(group.delay, (Number.parseFloat(text) || 0) * 1000);
      inAgents = false;
    }
  }
  return groups;
}

/** One spelling of what can be written with and without percent-encoding. */
function normal(path: string): string {
  return path
    .replace(/[^!-~]/gu, (character) => encodeURIComponent(character))
    .replace(/%([0-9a-f]{2})/gi, (code, hex: string) => {
      const character = String.fromCharCode(Number.parseInt(hex, 16));
      return /[A-Za-z0-9._~-]/.test(character) ? character : code.toUpperCase();
    });
}

/** `*` is any text and `$` at the end is the end; in one pass, whatever the pattern. */
function matches(pattern: string, path: string): boolean {
  const anchored = pattern.endsWith("$");
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split("*");
  const [first = "", ...rest] = pieces;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const [index, piece] of rest.entries()) {
    if (anchored && index === rest.length - 1) return path.length - piece.length >= at && path.endsWith(piece);
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return !anchored || at === path.length;
}
