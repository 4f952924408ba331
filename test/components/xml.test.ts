/** The XML that we write is read by others as what it was made of, whatever the texts are. */
import { expect, test } from "vitest";
import { xmlDocument } from "../../src/components/xml.ts";
import { childText, parseXml } from "../support/xml.ts";

test.each([
  "true",
  "false",
  "null",
  "undefined",
  "0",
  "00",
  "1e5",
  "NaN",
  "<b>&amp;</b>",
  "]]>",
  "<![CDATA[x]]>",
  "<!-- x -->",
  '"',
  "'",
  "&#x202e;",
  "%20",
  "__proto__",
  "constructor",
  "#text",
  "@_name",
  "?xml",
  " two  blanks ",
  "$& $1",
  "a\u00a0b",
])("%j stands in an attribute and an element as it is", (text) => {
  const root = parseXml(xmlDocument({ room: { "@_name": text, title: text, also: { "@_lang": "en", "#text": text } } }));
  expect([root.getAttribute("name"), childText(root, "title"), childText(root, "also")]).toEqual([text, text, text]);
});
