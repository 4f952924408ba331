import { expect, test } from "vitest";
import { createEnvironment } from "../../src/build/templates.ts";
import { fill } from "../../src/words/fill.ts";

test("places are filled, in whatever order and however often a language has them", () => {
  expect(fill("{b} and {a}, {a}", { a: "1", b: "2" })).toBe("2 and 1, 1");
  expect(fill("No place", {})).toBe("No place");
});

test("what fills a place is not filled itself", () => {
  expect(fill("{a}{b}", { a: "{b}", b: "$1" })).toBe("{b}$1");
});

test("a place that nothing fills is an error", () => {
  expect(() => fill("Made by {name}", {})).toThrow("Nothing fills {name} of “Made by {name}”.");
});

test("in templates what is not markup is escaped, and the markup of macros stays", () => {
  const environment = createEnvironment(new Map());
  const template = `{% macro link() %}<a href="/">{{ title }}</a>{% endmacro %}{{ sentence | fill({ link: link(), text: text }) }}`;
  const print = (sentence: string, text: string) => environment.renderString(template, { sentence, text, title: "" });
  expect(print("The archive's {link} & {text}.", `<b>"'`)).toBe(`The archive's <a href="/"></a> &amp; &lt;b&gt;&quot;&#39;.`);
  expect(() => print("{other}", "")).toThrow("Nothing fills {other}");
});
