/** Which names of media files claim a kind that is published. */
import { expect, test } from "vitest";
import { claimedKind, looksLike } from "../../src/model/media-kinds.ts";

test.each([
  ...["a.html.gz", "a.SVG.gz", "a.html.en.gz", "a.htm.de.utf8.gz", "a.phtml.en.gz", "a.svg.tgz", "d/a.xhtml.tar.en.gz"],
  ...["a.rss.gz", "a.rdf.gz", "a.html.vtt", "a.XHTML.en.avif", "a.htm.webm"],
  ...["a.var.txt", "a.VAR.pdf", "a.php.jpg", "a.PHP5.pdf", "a.phar.zip", "a.shtml.en.txt", "a.cgi.pdf", "d.b/a.php.2.png"],
])("%s is of no kind that is published: a server may run it, or give it as a page", (name) => {
  expect(claimedKind(name)).toBeUndefined();
});

test.each([
  "a.gz",
  "a.txt.gz",
  "a.tar.gz",
  "a.html.tar.gz",
  "node.js.pdf",
  "php.jpg",
  "a.b.php/c.pdf",
  "html5.en.gz",
  "a.html.zip",
  "a.html.pdf",
  "node.js.vtt",
  "yaml.en.vtt",
])("%s is of the kind of its last ending", (name) => {
  expect(claimedKind(name)).toBeDefined();
});

test.each(["a.vtt", "a.txt", "a.pdf", "a.mp4"])("what Git LFS has in place of %s is not published", (name) => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"0".repeat(64)}\nsize 12345\n`;
  expect(looksLike(name, new TextEncoder().encode(pointer))).toBe("refused");
});

test.each(["a.mp4", "a.mov", "a.m4a", "a.avif"])("what begins as a web page does is no %s, whatever follows", (name) => {
  for (const start of [" <b>", "\n<b>", "<!--", "<a\n "])
    for (const mark of ["ftypavif", "ftypmp42", "moov"])
      expect(looksLike(name, new TextEncoder().encode(`${start}${mark}<script>alert(1)</script>`)), start + mark).toBe("refused");
});
