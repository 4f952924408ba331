/** What must not lie among media files is told, each in a sentence, and nothing waits for it. */
import { execFileSync } from "node:child_process";
import { rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listMedia } from "../../src/content/media.ts";
import { folderOf, temporaryFolder } from "../support/content.ts";

const told = ({ findings }: ReturnType<typeof listMedia>) => findings.map(({ rule, message }) => `${rule}: ${message}`);

test("names that are not UTF-8, pipes and links to devices", () => {
  const folder = folderOf({ "a.txt": "a", "b%.pdf": "%PDF-1.4" });
  const odd = Buffer.concat([Buffer.from(`${folder}/caf`), Buffer.from([0xe9]), Buffer.from(".pdf")]);
  writeFileSync(odd, "%PDF-1.4");
  execFileSync("mkfifo", [join(folder, "pipe.pdf")]);
  symlinkSync("/dev/zero", join(folder, "zero.pdf"));
  const listed = listMedia(folder);
  rmSync(odd);
  expect([...listed.media.keys()]).toEqual(["a.txt"]);
  expect(told(listed)).toEqual([
    "bad-file-name: `b%.pdf` in this folder has a name that not all programs read alike.",
    "bad-file-name: `caf\ufffd.pdf` in this folder has a name that not all programs read alike.",
    "unreadable-file: This is no file.",
    "symbolic-link: This is a symbolic link, which is never followed.",
  ]);
});

test("a folder that is a link or a file, and no folder at all", () => {
  const folder = temporaryFolder();
  symlinkSync("/etc", join(folder, "link"));
  writeFileSync(join(folder, "file"), "");
  expect(told(listMedia(join(folder, "link")))).toEqual(["symbolic-link: This is a symbolic link, which is never followed."]);
  expect(told(listMedia(join(folder, "file")))).toEqual(["unreadable-file: This is no folder."]);
  expect(told(listMedia(join(folder, "nothing")))).toEqual([]);
});
