/** A page is printed anew when any template that its own names has changed, however it names it. */
import { describe, expect, test } from "vitest";
import { templateFingerprints } from "../../src/build/fingerprint.ts";

const PART = "components/part.njk";
const print = (page: string, part: string) =>
  templateFingerprints(
    new Map([
      ["pages/page.njk", page],
      ["components/between.njk", `{% include "${PART}" %}`],
      [PART, part],
      ["components/other.njk", `${part} of another`],
    ]),
  ).get("pages/page.njk");
const changes = (page: string) => print(page, "One") !== print(page, "Two");

describe("a template changes with one", () => {
  test.each([
    `{% include "${PART}" %}`,
    `{% include '${PART}' %}`,
    `{%- include\n  '${PART}' -%}`,
    `{% include '${PART}' ignore missing %}`,
    `{% extends '${PART}' %}`,
    `{% import '${PART}' as part %}`,
    `{% from '${PART}' import a, b with context %}`,
    "{% include 'components/between.njk' %}",
    // Names that are worked out when the page is printed.
    `{% include ("${PART}") %}`,
    '{% include "components/" + view.part %}',
    '{% include "components/none.njk" if view.none else view.part %}',
    "{% include view.part %}",
    `{% include "components\\/part.njk" %}`,
  ])("that it names as in %j", (page) => expect(changes(page)).toBe(true));
});

test("a template does not change with one that it does not name", () => {
  for (const page of ["{% block a %}{{ view.title }}{% endblock %}", '{% include "components/none.njk" ignore missing %}'])
    expect(changes(page)).toBe(false);
});
