/** Which network addresses belong to the public internet (IANA's registries of special addresses). */
import { BlockList, isIP } from "node:net";

const SPECIAL_4 = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  SPECIAL_4.addSubnet(network, bits, "ipv4");

/** Whether anybody on the internet could reach this address; what cannot be read is not public. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !SPECIAL_4.check(address, "ipv4");
  // A zone (`fe80::1%eth0`) names a link of this machine.
  if (family !== 6 || address.includes("%")) return false;
  const groups = groupsOf(address);
  const [first = 0, second = 0, third = 0, , , sixth = 0, seventh = 0, eighth = 0] = groups;
  const isZero = (from: number, to: number) => groups.slice(from, to).every((group) => group === 0);
  // Addresses of IPv4 in the clothes of IPv6: mapped, translated (NAT64), 6to4.
  if (isZero(0, 5) && sixth === 0xffff) return isPublicAddress(ipv4(seventh, eighth));
  if (first === 0x64 && second === 0xff9b && isZero(2, 6)) return isPublicAddress(ipv4(seventh, eighth));
  if (first === 0x2002) return isPublicAddress(ipv4(second, third));
  const isSpecial =
    (first === 0x2001 && second < 0x0200) || (first === 0x2001 && second === 0x0db8) || (first === 0x3fff && second < 0x1000);
  return first >= 0x2000 && first <= 0x3fff && !isSpecial;
}

/** Whether a record may send us to an address: to a private one only where that is wanted, to those of the machine itself never. */
export const mayBeAsked = (address: string, allowPrivate = false): boolean =>
  !isOfMachine(address) && (allowPrivate || isPublicAddress(address));

/** Where clouds tell a machine about itself beside the addresses of its link: Alibaba, Oracle, Azure, Amazon. */
const OF_CLOUDS: ReadonlySet<string> = new Set(["100.100.100.200", "192.0.0.192", "168.63.129.16", "fd00:ec2::254"]);

/**
 * Whether an address belongs to the link of this machine (RFC 3927, RFC 4291 section 2.5.6), or is one by which a cloud tells it about itself,
 * also its secrets. No archive has an address like that.
 */
function isOfMachine(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return address.startsWith("169.254.") || OF_CLOUDS.has(address);
  if (family !== 6) return true;
  if (address.includes("%")) return true;
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0, sixth = 0, seventh = 0, eighth = 0] = groupsOf(address);
  if ((first & 0xffc0) === 0xfe80 || OF_CLOUDS.has(inOneForm(address))) return true;
  const isMapped = first + second + third + fourth + fifth === 0 && (sixth === 0xffff || sixth === 0);
  const isTranslated = first === 0x64 && second === 0xff9b;
  if (isMapped || isTranslated) return isOfMachine(ipv4(seventh, eighth));
  return first === 0x2002 && isOfMachine(ipv4(second, third));
}

function ipv4(high: number, low: number): string {
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

/** An address of IPv6 as the parser of URLs writes it. */
const inOneForm = (address: string) => new URL(`http://[${address}]/`).hostname.slice(1, -1);

/** The eight numbers of an address of IPv6. */
function groupsOf(address: string): number[] {
  const [head = "", tail] = inOneForm(address).split("::");
  const numbers = (text: string) => (text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16)));
  const [before, after] = [numbers(head), numbers(tail ?? "")];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}
