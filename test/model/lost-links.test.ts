import { expect, test } from "vitest";
import { changeTextsIn } from "../../src/model/change-texts.ts";
import { leadsInto, withoutAddresses, withoutAddressesIn } from "../../src/model/lost-links.ts";
import type { FieldPath } from "../../src/model/problem.ts";
import { cpuSeconds } from "../support/cpu.ts";

const leads = leadsInto(new Set(["/speakers/p312"]), "https://example.org/archive/");

test.each([
  ["See [her page](/speakers/p312/) and [his](/speakers/p3/).", "See her page and [his](/speakers/p3/)."],
  ['[Both](/speakers/p312 "A title"), [of it](https://example.org/archive/speakers/p312/#talks)', "Both, of it"],
  ["At /speakers/p312/index.html, https://example.org/archive/speakers/%70312/.", "At […], […]"],
  ["http://example.org/archive/speakers/p312/, <HTTPS://Example.ORG/archive/speakers/p312/#talks>.", "[…] <[…]>."],
  ["[a](https://example.org:443/archive/speakers/p312/) [b](http://example.org/speakers/../archive/speakers/p312)", "a b"],
  // Written in another way, as readers and editors do; files may differ by capitals alone.
  ["[a](/Speakers/P312/) [b](/speakers/./p312/) [c](/x/../speakers/p312)", "a b c"],
  ["At //example.org/archive/speakers/p312/ and https://example.org./archive/speakers/p312/.", "At […] and […]"],
  ["https://elsewhere.example.org/speakers/p312/ stays.", "https://elsewhere.example.org/speakers/p312/ stays."],
  // Links by reference lose their definitions whole: what else these say is shown to nobody as long as they are some.
  [
    'See [*her* page][P 1], ![it][], [it] and [his][q].\n\n[p  1]: /speakers/p312/ "Of \\"her\\""\n[It]:\n  </speakers/p312/#x>\n  \'Hers\'\n[q]: /speakers/p3/',
    "See *her* page, it, it and [his][q].\n\n[q]: /speakers/p3/",
  ],
  ["[p]: /speakers/p312/\r\nby [p] \\[p\\] [p](/speakers/p3/)", "by p \\[p\\] [p](/speakers/p3/)"],
  ["`a[1]` by [1]\n\n[1]: /speakers/p312/\n", "`a[1]` by 1\n\n"],
  // Of two with one label the first counts.
  ["[p] [q]\n\n[p]: /a/\n[p]: /speakers/p312/\n[q]: /speakers/p312/\n[q]: /b/", "[p] q\n\n[p]: /a/\n[q]: /b/"],
  ["[no]: /speakers/p312/ is none, [no].", "[no]: […] is none, [no]."],
  ["/speakers/p312/", undefined],
  ["No address.", "No address."],
])("%s", (text, left) => {
  expect(withoutAddresses(text, leads)).toBe(left);
});

test("of an address with thousands of folders no more are looked at than some page is in", () => {
  const folders = "a/".repeat(50_000);
  const seconds = cpuSeconds(() => {
    expect(withoutAddresses(`/${folders} /speakers/p312/${folders}#x`, leads)).toBe(`/${folders} […]`);
    expect(leads(`https://example.org/archive/${folders}`)).toBe(false);
  });
  expect(seconds).toBeLessThan(2);
});

test("a name that is such an address is not left out, and what else says something stays without it", () => {
  const change = (text: string, path: FieldPath) => withoutAddressesIn(text, path, leads);
  const lost = "/speakers/p312/";
  expect(
    changeTextsIn(
      {
        title: lost,
        url: lost,
        sponsors: [{ name: "Of a name", url: lost }, { name: lost }],
        licence: { text: "Free.", url: lost },
        links: [
          { title: "Nothing without it", url: lost },
          { title: lost, url: "https://elsewhere.example.org/" },
        ],
        slides: { file: "2020/a.pdf", url: lost },
        removed: [
          { path: lost, date: "2020" },
          { path: "/speakers/p3/", date: "2020" },
        ],
        movedMedia: [{ from: "a.pdf", to: lost }],
      },
      change,
    ),
  ).toEqual({
    title: "[…]",
    sponsors: [{ name: "Of a name" }, { name: "[…]" }],
    licence: { text: "Free." },
    links: [{ title: "[…]", url: "https://elsewhere.example.org/" }],
    slides: { file: "2020/a.pdf" },
    removed: [{ path: "/speakers/p3/", date: "2020" }],
  });
});
