/** Deferred values: made once somebody looks, and known in digests by their keys. */
import { expect, test } from "vitest";
import { Deferred, keyed } from "../../src/text/deferred.ts";
import { digestOf } from "../../src/text/digest.ts";

test("a deferred value is made when it is looked at, and its key stands for it before", () => {
  let made = 0;
  const view = { title: "A", citation: new Deferred(() => ({ text: `citation ${++made}` }), "key") };
  expect(JSON.stringify(view)).toBe('{"title":"A","citation":"key"}');
  expect(made).toBe(0);
  expect([view.citation.value.text, view.citation.value.text]).toEqual(["citation 1", "citation 1"]);
});

test("without a key, the value stands for itself; an empty key is one", () => {
  expect(JSON.stringify([new Deferred(() => "text"), new Deferred(() => "text", "")])).toBe('["text",""]');
});

test("keyed fields are known by their digest, and stay what they are", () => {
  const fields = { title: "A", of: { year: 2020 } };
  const digest = digestOf({ ...fields });
  const item = keyed(fields);
  expect(JSON.stringify([item])).toBe(JSON.stringify([digest]));
  expect([item.title, item.of.year, Object.keys(item)]).toEqual(["A", 2020, ["title", "of"]]);
});
