import { describe, expect, test } from "vitest";
import { slidePlayerOf } from "../../src/publishing/slide-players.ts";

const GOOGLE = "1bOskgOIW5P0yQjybuiEqWolXwuCoTzwBy5e_OqGoRi8";
const KEY = "aB3dE5fG7hJ9kL";
const HEX = "4f9c62f1a9d54f0b8f1f0a9d54f0b8f1";

describe("an address of slides tells the player of its host", () => {
  const slideShare = (id: string) => `https://www.slideshare.net/slideshow/embed_code/${id}`;
  const google = (id: string) => `https://docs.google.com/presentation/d/${id}/embed?start=false`;

  test.each([
    ["https://www.slideshare.net/slideshow/xs-boston-2008-project-status/1387962", slideShare("1387962")],
    ["https://fr.slideshare.net/slideshow/status/1387962#3", slideShare("1387962")],
    ["http://www.slideshare.net/xen_com_mgr/slides-38366853", slideShare("38366853")],
    ["https://www2.slideshare.net/xen_com_mgr/xen-14203926/", slideShare("14203926")],
    ["https://www.slideshare.net/slideshow/embed_code/1387962?rel=0", slideShare("1387962")],
    [`https://www.slideshare.net/slideshow/embed_code/key/${KEY}`, slideShare(`key/${KEY}`)],
    [`https://docs.google.com/presentation/d/${GOOGLE}/edit?usp=sharing`, google(GOOGLE)],
    [`https://docs.google.com/presentation/u/1/d/${GOOGLE}`, google(GOOGLE)],
    [`https://docs.google.com/presentation/d/e/2PACX-${GOOGLE}/pub?start=true&delayms=3000`, google(`e/2PACX-${GOOGLE}`)],
    [`https://speakerdeck.com/player/${HEX}?title=false`, `https://speakerdeck.com/player/${HEX}`],
    ["https://archive.org/details/xen-summit-2012", "https://archive.org/embed/xen-summit-2012"],
    ["https://www.archive.org/details/xen-summit-2012/day_1.pdf", "https://archive.org/embed/xen-summit-2012/day_1.pdf"],
  ])("%s", (address, embed) => {
    const player = slidePlayerOf(address);
    expect(player?.embed).toBe(embed);
    expect(new URL(embed).host).toBe(player?.host);
    expect(slidePlayerOf(embed)).toEqual(player);
  });
});

test.each([
  "https://www.slideshare.net/xen_com_mgr/xpdds17-bring-up-pci-passthrough-on-arm",
  "https://www.slideshare.net/deshantm/s4-xen-hypervisor-20080622",
  "https://www.slideshare.net/xen_com_mgr/xen-summit-2009",
  "https://www.slideshare.net/slideshow/a/1387962/b",
  "https://www.slideshare.net/slideshow/embed_code/key/%22%3E%3Cscript%3E",
  "https://www.slideshare.net/slideshow/embed_code/key/../1387962x",
  "https://slideshare.net.example.org/slideshow/a/1387962",
  "https://evilslideshare.net/slideshow/a/1387962",
  "https://www.slideshare.net@example.org/slideshow/a/1387962",
  "https://www.slideshare.net:8443/slideshow/a/1387962",
  `https://docs.google.com/document/d/${GOOGLE}/edit`,
  "https://docs.google.com/presentation/d/short/edit",
  `https://docs.google.com/presentation/d/${GOOGLE}%22onload`,
  "https://speakerdeck.com/player/not-an-id",
  "https://speakerdeck.com/someone/a-talk",
  "https://archive.org/download/xen/a.pdf",
  "https://web.archive.org/web/2013/https://www.slideshare.net/slideshow/a/1387962",
  "https://example.org/slides.pdf",
  "javascript:alert(1)//www.slideshare.net/slideshow/a/1387962",
  "",
])("no player for %j", (address) => {
  expect(slidePlayerOf(address)).toBeUndefined();
});
