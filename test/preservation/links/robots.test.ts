/** Rules of RFC 9309, with its own examples. */
import { describe, expect, test } from "vitest";
import { parseRobots } from "../../../src/preservation/links/robots.ts";
import { cpuSeconds } from "../../support/cpu.ts";

const allows = (text: string, path: string, agent = "our-bot") => parseRobots(text, agent).allows(new URL(path, "http://example.org"));

describe("robots.txt", () => {
  test("the longest rule counts, and at the same length the one that allows", () => {
    const text = "User-Agent: *\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\nDisallow: /x\nAllow: /x\n";
    expect(allows(text, "/example/page/")).toBe(true);
    expect(allows(text, "/example/page/disallowed.gif")).toBe(false);
    expect(allows(text, "/x/y")).toBe(true);
  });

  test("a group of our own hides the one for all; groups of one name are one", () => {
    const text =
      "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Our-Bot/2.0\nDisallow: /a\n\nuser-agent: our-bot\nDisallow: /b\nCrawl-delay: 2.5\n";
    expect(["/", "/a", "/b", "/c"].map((path) => allows(text, path))).toEqual([true, false, false, true]);
    expect(["/", "/a"].map((path) => allows(text, path, "third"))).toEqual([false, false]);
    expect(parseRobots(text, "our-bot").delay).toBe(2500);
    expect(parseRobots("user-agent: *\ncrawl-delay: 99999999\n", "our-bot").delay).toBe(30_000);
  });

  test.each([
    ["/fish", ["/fish", "/fish.html", "/fish/salmon", "/fishheads?a"], ["/Fish.asp", "/catfish"]],
    ["/fish*", ["/fish", "/fishheads"], ["/catfish"]],
    ["/*.php", ["/a.php", "/folder/a.php?b", "/a.php/c"], ["/", "/windows.PHP"]],
    ["/*.php$", ["/a.php", "/a.php.php"], ["/a.php?b", "/a.php5"]],
    ["/fish*.php", ["/fish.php", "/fishheads/catfish.php?a"], ["/Fish.PHP"]],
    ["/a$", ["/a"], ["/ab", "/a/"]],
    ["/*a*b$", ["/ab", "/xaxbab"], ["/ba", "/abc"]],
    ["/%7Euser/k%c3%a4se", ["/~user/käse"], ["/~user/kase"]],
    ["/*?", ["/a?b"], ["/a"]],
    ["*", ["/", "/a"], []],
  ])("the pattern %s", (pattern, matching, others) => {
    const text = `user-agent: *\ndisallow: ${pattern} # a comment\n`;
    for (const path of matching) expect([path, allows(text, path)]).toEqual([path, false]);
    for (const path of others) expect([path, allows(text, path)]).toEqual([path, true]);
  });

  test("an empty rule, no rules, a web page and the file itself forbid nothing", () => {
    for (const text of [
      "",
      "user-agent: *\ndisallow:\n",
      "disallow: /\n",
      "<!doctype html><title>Home</title>",
      "\ufeffuser-agent: x\r\ndisallow: /\r\n",
    ])
      expect(allows(text, "/a")).toBe(true);
    expect(allows("user-agent: *\ndisallow: /\n", "/robots.txt")).toBe(true);
  });

  test("a pattern made to keep us busy is matched in no time", () => {
    const match = () => void allows(`user-agent: *\ndisallow: /${"*a".repeat(100_000)}$\n`, `/${"a".repeat(2000)}b`);
    expect(cpuSeconds(match)).toBeLessThan(3);
  });
});
