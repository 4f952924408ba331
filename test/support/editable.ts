/** Records for tests of editing, and what a record says apart from how it is written. */
import { parse } from "yaml";
import { LITTLE, SITE } from "./content.ts";

/** Records that hold whatever a form could spoil: short and long media, numbers and dates as text, long and odd texts. */
export const RECORDS: Record<string, string> = {
  ...LITTLE,
  "site.yaml": `# The site.\n${SITE}navigation:\n  - label: Blog\n    url: https://example.org/\nfeatured:\n  - 2020-spring/rich\n`,
  "events/2020-spring/talks/rich.md": `---
# A comment.
title: "Xen: the road ahead"
speakers:
  - name: Mihai Donțu
    bio: |
      First *paragraph*.

      Second, with a list:

      - one
      - two
  - name: Ada Example
    role: "1"
    organization: "no"
date: 2020-05-04
start: "09:00"
duration: 0
order: 0
kind: design session
topics: [arm, "64"]
slides: https://example.org/slides.pdf
video:
  url: https://vimeo.com/57412215
  archived: https://web.archive.org/web/2013/https://vimeo.com/57412215
  archivedOn: "2013"
  duration: "54:10"
links:
  - title: A very long title that does not fit on one line of a file, so that a careless program would break it in two
    url: https://example.org/?a=1&b=2#c
formerUrls: [/old/T1.html]
---

## Heading

A paragraph with \`code\`, **bold**, __also bold__ and *emphasis*\\
on two lines.

start: 09:30

* star
+ plus

| a | b |
| - | - |
| 1 | 2 |
`,
  "events/2020-spring/talks/abstract-field.md": `---
title: Another
speaker: Bob Example
abstract: |-
  Written as a field,

  in two paragraphs.
slides:
  url: https://example.org/only-an-address.pdf
video: https://example.org/video.html
---
`,
  "speakers/ada-example.md": `---\nname: Ada Example\nbioAsOf: "2014"\norganizations:\n  - name: Example\n    from: 2001\n    seenIn:\n      - 2019\n      - 2020\n---\n\nA bio.\n`,
  "papers/a-paper.md": `---\ntitle: A paper\nauthors:\n  - A. Author\n  - "7"\nyear: 2003\npages: 164-177\ndoi: 10.1145/945445.945462\n---\n`,
  "topics.yaml":
    "# The topics.\ntopics:\n  - name: testing\n    description: Trying it.\n  - name: arm\n    aliases: ['64', ARM32]\n    broader: testing\n",
  "organizations.yaml": "organizations:\n  - name: Example\n    aliases: [Example GmbH]\n    url: https://example.org/\n",
  "pages/about.md": `---\ntitle: About\nentries:\n  - name: Thing\n    since: 2003\n    description: |\n      One.\n\n      Two.\n    sources:\n      - https://example.org/\n---\n\nText.\n`,
};

/** What a record says, as YAML data and body. */
export function dataOf(text: string): { data: Record<string, unknown>; body: string } {
  const [, yaml = text, body = ""] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? [];
  return { data: parse(yaml, { version: "1.2", schema: "core" }), body: body.trim() };
}
