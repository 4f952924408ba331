/** Checks bags (RFC 8493) for tests, written from the RFC and knowing nothing of the program. */
import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const utf8 = (file: string) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));

function everyFile(folder: string, inside = ""): string[] {
  return readdirSync(join(folder, inside)).flatMap((name) => {
    const path = inside === "" ? name : `${inside}/${name}`;
    const stat = lstatSync(join(folder, path));
    if (stat.isSymbolicLink()) return [`${path} (a symbolic link)`];
    return stat.isDirectory() ? everyFile(folder, path) : [path];
  });
}

/** Reads a manifest (section 2.1.3): checksum, white space, path; in the path LF, CR and % are encoded, and nothing else. */
function readManifest(folder: string, name: string, wrong: string[]): Map<string, string> {
  const entries = new Map<string, string>();
  const text = utf8(join(folder, name));
  if (!text.endsWith("\n")) wrong.push(`${name}: the last line has no end`);
  for (const line of text.split(/\r\n|\r|\n/).slice(0, -1)) {
    const [, sum = "", encoded = ""] = /^([0-9A-Fa-f]{128})[ \t]+(.+)$/.exec(line) ?? [];
    if (sum === "") wrong.push(`${name}: cannot read ${JSON.stringify(line)}`);
    if (/%(?!0A|0D|25)/i.test(encoded)) wrong.push(`${name}: ${encoded} has a % that means nothing`);
    const path = encoded.replace(/%(0A|0D|25)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (/^[/~]|^\.\/|(^|\/)\.\.(\/|$)/.test(path)) wrong.push(`${name}: ${path} leaves the bag`);
    if (entries.has(path)) wrong.push(`${name}: ${path} twice`);
    entries.set(path, sum.toLowerCase());
  }
  return entries;
}

/** What is wrong with a bag, and its payload (path below `data/`). */
export function checkBag(folder: string): { wrong: string[]; payload: string[]; info: [label: string, value: string][] } {
  const wrong: string[] = [];
  const files = everyFile(folder);
  const payload = files.filter((path) => path.startsWith("data/"));
  if (!existsSync(join(folder, "data"))) wrong.push("no data/");
  if (!/^BagIt-Version: 1\.0\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/.test(utf8(join(folder, "bagit.txt")))) wrong.push("bagit.txt");
  const manifest = readManifest(folder, "manifest-sha512.txt", wrong);
  const tags = readManifest(folder, "tagmanifest-sha512.txt", wrong);
  const listed = new Set([...manifest.keys(), ...tags.keys(), "tagmanifest-sha512.txt"]);
  for (const path of files) if (!listed.has(path)) wrong.push(`${path} is in no manifest`);
  for (const [path, sum] of [...manifest, ...tags]) {
    if (!files.includes(path)) wrong.push(`${path} is not there`);
    else if (
      createHash("sha512")
        .update(readFileSync(join(folder, path)))
        .digest("hex") !== sum
    )
      wrong.push(`${path} has another checksum`);
  }
  for (const path of manifest.keys()) if (!path.startsWith("data/")) wrong.push(`${path} is no payload`);
  for (const path of tags.keys()) if (path.startsWith("data/")) wrong.push(`${path} is no tag file`);
  const info = readInfo(utf8(join(folder, "bag-info.txt")), wrong);
  const oxum = info.find(([label]) => label.toLowerCase() === "payload-oxum")?.[1];
  const bytes = payload.reduce((sum, path) => sum + lstatSync(join(folder, path)).size, 0);
  if (oxum !== `${bytes}.${payload.length}`) wrong.push(`Payload-Oxum is ${oxum}, the payload has ${bytes}.${payload.length}`);
  return { wrong, payload: payload.map((path) => path.slice("data/".length)).sort(), info };
}

/** Reads `bag-info.txt` (section 2.2.2): labels and values; a line that starts with white space goes on. */
function readInfo(text: string, wrong: string[]): [string, string][] {
  const lines = text.replace(/(\r\n|\r|\n)[ \t]+/g, " ").split(/\r\n|\r|\n/);
  return lines.filter(Boolean).map((line) => {
    const [, label, value] = /^([^\s:][^:]*): (.*)$/.exec(line) ?? [];
    if (label === undefined) wrong.push(`bag-info.txt: cannot read ${JSON.stringify(line)}`);
    return [label ?? "", value ?? ""];
  });
}
