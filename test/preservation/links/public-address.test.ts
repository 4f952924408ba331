import { describe, expect, test } from "vitest";
import { isPublicAddress, mayBeAsked } from "../../../src/preservation/links/public-address.ts";

describe("public addresses", () => {
  test.each([
    "1.1.1.1",
    "93.184.216.34",
    "172.15.255.255",
    "172.32.0.1",
    "100.63.0.1",
    "100.128.0.1",
    "2606:4700::1111",
    "2001:4860:4860::8888",
    "::ffff:1.1.1.1",
    "64:ff9b::101:101",
    "2002:101:101::1",
  ])("%s is one", (address) => expect(isPublicAddress(address)).toBe(true));

  test.each([
    ...[
      "0.0.0.0",
      "10.1.2.3",
      "100.64.0.1",
      "127.0.0.1",
      "127.255.255.254",
      "169.254.169.254",
      "172.16.0.1",
      "172.31.255.255",
      "192.0.0.8",
    ],
    ...["192.168.1.1", "198.18.0.1", "203.0.113.1", "224.0.0.1", "255.255.255.255"],
    ...[
      "::",
      "::1",
      "::127.0.0.1",
      "::ffff:127.0.0.1",
      "::ffff:7f00:1",
      "::ffff:a9fe:a9fe",
      "0:0:0:0:0:ffff:10.0.0.1",
      "64:ff9b::7f00:1",
      "64:ff9b:1::1",
    ],
    ...[
      "2002:7f00:1::",
      "2002:a00:1::1",
      "2001::1",
      "2001:db8::1",
      "3fff::1",
      "fc00::1",
      "fd12:3456::1",
      "fe80::1",
      "fe80::1%eth0",
      "fec0::1",
      "ff02::1",
      "100::1",
      "5f00::1",
    ],
    ...["", "localhost", "1.1.1", "2130706433", "[::1]"],
  ])("%j is none", (address) => expect(isPublicAddress(address)).toBe(false));
});

test.each([
  "169.254.169.254",
  "::ffff:169.254.1.1",
  "::169.254.1.1",
  "64:ff9b::a9fe:101",
  "2002:a9fe:101::1",
  "fe80::1",
  "febf::1",
  "fe80::1%eth0",
  "100.100.100.200",
  "168.63.129.16",
  "::ffff:192.0.0.192",
  "fd00:ec2::254",
  "FD00:0EC2::0254",
])("%j is of the machine itself, and never asked", (address) => {
  expect(mayBeAsked(address)).toBe(false);
  expect(mayBeAsked(address, true)).toBe(false);
});

test.each(["127.0.0.1", "10.0.0.1", "192.168.1.1", "::1", "fd12::1", "fec0::1", "2001:470::1", "::ffff:10.0.0.1", "fd00:ec2::253"])(
  "%j is asked where private addresses are wanted",
  (address) => expect(mayBeAsked(address, true)).toBe(true),
);
