/** Scores an answer by the public rules of Mozilla's HTTP Observatory (its scoring document, as of 2025), taken as if over HTTPS. */

export interface Answer {
  headers: Record<string, string | undefined>;
  html: string;
}

export interface Score {
  score: number;
  grade: string;
  /** Points by rule. */
  points: Record<string, number>;
}

/** From this score on, bonus points count. */
const ENOUGH_FOR_BONUS = 90;
const GRADES: [least: number, grade: string][] = [
  [100, "A+"],
  [90, "A"],
  [85, "A-"],
  [80, "B+"],
  [70, "B"],
  [65, "B-"],
  [60, "C+"],
  [50, "C"],
  [45, "C-"],
  [40, "D+"],
  [30, "D"],
  [25, "D-"],
  [0, "F"],
];

const PRIVATE = new Set(["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"]);
const BROAD = /^(?:ftp:|https?:|\*|https?:\/\/\*(?:\.\*)?)$/;

type Rule = (answer: Answer) => number;

const RULES: Record<string, Rule> = {
  "content-security-policy": scoreOfPolicy,
  cookies: ({ headers }) => (headers["set-cookie"] === undefined ? 0 : -20),
  "cross-origin-resource-sharing": ({ headers }) => (headers["access-control-allow-credentials"] === "true" ? -50 : 0),
  "cross-origin-resource-policy": ({ headers }) => {
    const value = headers["cross-origin-resource-policy"];
    if (value === undefined || value === "cross-origin") return 0;
    return value === "same-origin" || value === "same-site" ? 10 : -5;
  },
  "referrer-policy": ({ headers }) => {
    const value = headers["referrer-policy"];
    return value === undefined ? 0 : PRIVATE.has(value) ? 5 : -5;
  },
  "strict-transport-security": ({ headers }) => {
    const age = /max-age=(\d+)/.exec(headers["strict-transport-security"] ?? "")?.[1];
    return age === undefined ? -20 : Number(age) >= 15_768_000 ? 0 : -10;
  },
  "subresource-integrity": ({ html }) => {
    const scripts = [...html.matchAll(/<script\b([^>]*\bsrc="([^"]*)"[^>]*)>/g)];
    const foreign = scripts.filter(([, , src = ""]) => /^(?:https?:)?\/\//.test(src));
    if (foreign.some(([, attributes = ""]) => !attributes.includes("integrity=")))
      return foreign.some(([, , src = ""]) => !src.startsWith("https:")) ? -50 : -5;
    return scripts.some(([, attributes = ""]) => attributes.includes("integrity=")) ? 5 : 0;
  },
  "x-content-type-options": ({ headers }) => (headers["x-content-type-options"] === "nosniff" ? 0 : -5),
  "x-frame-options": ({ headers }) => {
    const ancestors = directives(headers["content-security-policy"] ?? "").get("frame-ancestors");
    if (ancestors && !ancestors.some((source) => BROAD.test(source))) return 5;
    return /^(?:deny|sameorigin)$/i.test(headers["x-frame-options"] ?? "") ? 0 : -20;
  },
};

export function observatory(answer: Answer): Score {
  const points = Object.fromEntries(Object.entries(RULES).map(([name, rule]) => [name, rule(answer)]));
  const all = Object.values(points);
  const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
  const plain = Math.max(0, 100 + sum(all.filter((one) => one < 0)));
  const score = plain < ENOUGH_FOR_BONUS ? plain : plain + sum(all.filter((one) => one > 0));
  return { score, grade: GRADES.find(([least]) => score >= least)?.[1] ?? "F", points };
}

function directives(policy: string): Map<string, string[]> {
  return new Map(
    policy
      .split(";")
      .map((text) => text.trim().split(/\s+/))
      .filter(([name]) => name)
      .map(([name = "", ...sources]) => [name.toLowerCase(), sources]),
  );
}

/** The policy of the header together with that of the page, as if both were one. */
function scoreOfPolicy({ headers, html }: Answer): number {
  const header = headers["content-security-policy"];
  const meta = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
  if (header === undefined && meta === undefined) return -25;
  const policy = new Map<string, string[]>();
  for (const one of [header, meta])
    for (const [name, sources] of directives(one ?? "")) policy.set(name, [...(policy.get(name) ?? []), ...sources]);
  const of = (name: string) => {
    const sources = policy.get(name) ?? policy.get("default-src") ?? ["*"];
    const hashed = sources.some((source) => /^'(?:sha\d{3}|nonce)-/.test(source));
    return sources.filter((source) => !(hashed && source === "'unsafe-inline'"));
  };
  const unsafe = (source: string) => BROAD.test(source) || source === "'unsafe-inline'" || source === "data:";
  if (of("script-src").some(unsafe) || of("object-src").some((source) => BROAD.test(source))) return -20;
  if ([...policy.values()].flat().some((source) => /^(?:http|ftp):/.test(source))) return -20;
  if ([...of("script-src"), ...of("style-src")].includes("'unsafe-eval'")) return -10;
  if (of("style-src").some(unsafe)) return 0;
  const forms = policy.get("form-action") ?? ["*"];
  const isNone = new Set(policy.get("default-src")).size === 1 && policy.get("default-src")?.[0] === "'none'";
  return isNone && !forms.some((source) => BROAD.test(source)) ? 10 : 5;
}
