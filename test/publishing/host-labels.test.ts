/** Hosts are called as readers know them. */
import { expect, test } from "vitest";
import { hostLabel } from "../../src/publishing/host-labels.ts";

test.each([
  ["https://www.slideshare.net/xen_com_mgr/a", "SlideShare"],
  ["https://fr.slideshare.net/xen_com_mgr/a", "SlideShare"],
  ["https://m.youtube.com/watch?v=a", "YouTube"],
  ["https://youtu.be/a", "YouTube"],
  ["https://vimeo.com/1", "Vimeo"],
  ["https://www.example.org/a.pdf", "example.org"],
  ["https://fr.example.org/a.pdf", "fr.example.org"],
])("%s is %s", (url, label) => {
  expect(hostLabel(url)).toBe(label);
});
