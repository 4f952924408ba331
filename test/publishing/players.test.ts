import { describe, expect, test } from "vitest";
import { atSecond, playerOf, secondsOf } from "../../src/publishing/players.ts";
import { cpuSeconds } from "../support/cpu.ts";

const UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d";
const HOSTS = ["video.example.org", "tube.example.com"];

describe("an address has the player of its host", () => {
  const youTube = (id: string, start = 0) => `https://www.youtube-nocookie.com/embed/${id}?autoplay=1&rel=0&start=${start}`;
  const vimeo = (id: string, start = 0) =>
    `https://player.vimeo.com/video/${id}${id.includes("?") ? "&" : "?"}dnt=1&autoplay=1#t=${start}s`;
  const peerTube = (id: string, start = 0) => `https://video.example.org/videos/embed/${id}?autoplay=1&p2p=0&warningTitle=0&start=${start}`;
  const internetArchive = (id: string, start = 0) => `https://archive.org/embed/${id}?autoplay=1&start=${start}`;

  test.each([
    ["https://www.youtube.com/watch?v=k0BVFyyuvRA", youTube("k0BVFyyuvRA")],
    ["http://youtube.com/watch?list=PL123&v=k0BVFyyuvRA&t=1m30s", youTube("k0BVFyyuvRA", 90)],
    ["https://m.youtube.com/watch?v=k0BVFyyuvRA#t=12:34", youTube("k0BVFyyuvRA", 754)],
    ["https://youtu.be/RVK52BCM-ZM?t=754", youTube("RVK52BCM-ZM", 754)],
    ["https://www.youtube.com/embed/bmbY40fJZsQ?start=5&autoplay=0&origin=https://evil.example", youTube("bmbY40fJZsQ", 5)],
    ["https://www.youtube.com/live/v_RJZTFcKoc?feature=share", youTube("v_RJZTFcKoc")],
    ["https://www.youtube.com/shorts/v_RJZTFcKoc/", youTube("v_RJZTFcKoc")],
    ["https://www.youtube-nocookie.com/embed/v_RJZTFcKoc", youTube("v_RJZTFcKoc")],
    ["http://vimeo.com/57412215", vimeo("57412215")],
    ["https://www.vimeo.com/57412215#t=1h2m3s", vimeo("57412215", 3723)],
    ["https://vimeo.com/57412215/0a1b2c3d4e", vimeo("57412215?h=0a1b2c3d4e")],
    ["https://player.vimeo.com/video/57412215?h=0a1b2c3d4e&autoplay=0", vimeo("57412215?h=0a1b2c3d4e")],
    ["https://vimeo.com/channels/xen/57412215", vimeo("57412215")],
    ["https://vimeo.com/groups/xen/videos/57412215", vimeo("57412215")],
    ["https://vimeo.com/showcase/1234/video/57412215", vimeo("57412215")],
    [`https://video.example.org/videos/watch/${UUID}?start=1m30s`, peerTube(UUID, 90)],
    ["https://video.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv", peerTube("kkGMgK9ZtnKfYAgnEtQxbv")],
    ["https://archive.org/details/xen-summit-2012?start=754", internetArchive("xen-summit-2012", 754)],
    ["https://www.archive.org/details/xen-summit-2012/day_1.mp4", internetArchive("xen-summit-2012/day_1.mp4")],
    ["https://archive.org/embed/xen-summit-2012", internetArchive("xen-summit-2012")],
  ])("%s", (address, embed) => {
    const player = playerOf(address, HOSTS);
    expect(player?.embed).toBe(embed);
    expect(new URL(embed).host).toBe(player?.host);
    expect(player?.needsReferrer).toBe(/youtube|vimeo/.test(embed));
    // The address for readers leads to the same player.
    expect(playerOf(player?.watch ?? "", HOSTS)).toEqual(player);
  });
});

test.each([
  "https://example.org/watch?v=k0BVFyyuvRA",
  "https://youtube.com.example.org/watch?v=k0BVFyyuvRA",
  "https://notyoutube.com/watch?v=k0BVFyyuvRA",
  "https://youtube.com@example.org/watch?v=k0BVFyyuvRA",
  "https://user:secret@www.youtube.com/watch?v=k0BVFyyuvRA",
  "https://www.youtube.com:8443/watch?v=k0BVFyyuvRA",
  "https://www.youtube.com/watch?v=k0BVFyyuvR",
  "https://www.youtube.com/watch?v=k0BVFyyuvRA0",
  "https://www.youtube.com/watch?v=%22%3E%3Cscript%3E",
  "https://www.youtube.com/watch",
  "https://www.youtube.com/playlist?list=PL123",
  "https://www.youtube.com/@xenproject",
  "https://youtu.be/",
  "https://youtu.be/..%2F..%2Fxxxxx",
  "https://vimeo.com/xenproject",
  "https://vimeo.com/57412215/zzzzzz",
  "https://player.vimeo.com/video/57412215?h=%26autoplay%3D1",
  "https://vimeo.com/manage/videos/57412215",
  "https://web.archive.org/web/2013/https://vimeo.com/57412215",
  "https://archive.org/details/",
  "https://archive.org/details/xen/day%201.mp4",
  "https://archive.org/details/xen/a/b",
  "https://archive.org/download/xen/a.mp4",
  `https://unknown.example.org/w/${UUID}`,
  `https://sub.video.example.org/w/${UUID}`,
  "https://video.example.org/w/p/kkGMgK9ZtnKfYAgnEtQxbv",
  "https://video.example.org/w/not-an-id",
  "https://www.xenproject.org/presentations-and-videos/video/latest/xpds13v-clickos.html",
  "https://video.example.org/talk.webm",
  "javascript:alert(1)//youtube.com/watch?v=k0BVFyyuvRA",
  "data:text/html,https://youtu.be/k0BVFyyuvRA",
  "ftp://youtu.be/k0BVFyyuvRA",
  "//youtu.be/k0BVFyyuvRA",
  "",
])("no player for %j", (address) => {
  expect(playerOf(address, HOSTS)).toBeUndefined();
});

test.each([
  ["754", 754],
  ["754s", 754],
  ["754.5", 754],
  ["12m34s", 754],
  ["12m", 720],
  ["1h2m3s", 3723],
  ["12:34", 754],
  ["1:02:33", 3753],
  ["", undefined],
  ["s", undefined],
  ["-5", undefined],
  ["1e9", undefined],
  ["soon", undefined],
])("the time %j is %j seconds", (text, seconds) => {
  expect(secondsOf(text)).toBe(seconds);
});

test("a time that means nothing is the start", () => {
  expect(playerOf("https://youtu.be/k0BVFyyuvRA?t=soon&start=5")?.embed).toMatch(/start=5$/);
  expect(playerOf("https://youtu.be/k0BVFyyuvRA?t=soon")?.embed).toMatch(/start=0$/);
});

test("an address starts at another second", () => {
  expect(atSecond("https://vimeo.com/57412215#t=0s", 90)).toBe("https://vimeo.com/57412215#t=90s");
  expect(atSecond("https://archive.org/embed/xen?autoplay=1&start=7", 90)).toBe("https://archive.org/embed/xen?autoplay=1&start=90");
  const long = `https://archive.org/embed/${"1".repeat(200_000)}x?start=x`;
  expect(cpuSeconds(() => expect(atSecond(long, 90)).toBe(long))).toBeLessThan(1);
});
