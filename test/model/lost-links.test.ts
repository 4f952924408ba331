import { expect, test } from "vitest";
import { leadsInto, withoutAddresses } from "../../src/model/lost-links.ts";

const leads = leadsInto(new Set(["/speakers/p312"]), "https://example.org/archive/");

test.each([
  ["See [her page](/speakers/p312/) and [his](/speakers/p3/).", "See her page and [his](/speakers/p3/)."],
  ['[Both](/speakers/p312 "A title"), [of it](https://example.org/archive/speakers/p312/#talks)', "Both, of it"],
  ["At /speakers/p312/index.html, https://example.org/archive/speakers/%70312/.", "At […], […]"],
  ["http://example.org/archive/speakers/p312/, <HTTPS://Example.ORG/archive/speakers/p312/#talks>.", "[…] <[…]>."],
  ["[a](https://example.org:443/archive/speakers/p312/) [b](http://example.org/speakers/../archive/speakers/p312)", "a b"],
  ["https://elsewhere.example.org/speakers/p312/ stays.", "https://elsewhere.example.org/speakers/p312/ stays."],
  ["/speakers/p312/", undefined],
  ["No address.", "No address."],
])("%s", (text, left) => {
  expect(withoutAddresses(text, leads)).toBe(left);
});
