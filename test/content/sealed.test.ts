import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { KEY_VARIABLE, needSeal, Seal, SealedTexts, SealError, sealFrom } from "../../src/content/sealed.ts";
import { folderOf } from "../support/content.ts";

const KEY = "a key of this test, long enough";

describe("sealed texts", () => {
  test("are known with the key, and with no other", () => {
    const seal = new Seal(KEY);
    const text = SealedTexts.read("no such file")
      .with([
        [seal.seal("ada-example"), "forgotten"],
        [seal.seal("old"), "renamed new"],
      ])
      .format(seal);
    expect(text).toMatch(
      /^key [0-9a-f]{8}\n[0-9a-f]{2}-[0-9a-f]{32} (forgotten|renamed new)\n[0-9a-f]{2}-[0-9a-f]{32} (forgotten|renamed new)\n$/,
    );
    const file = join(folderOf({ names: text }), "names");
    const read = SealedTexts.read(file);
    expect(read.size).toBe(2);
    expect(read.find(seal, "ada-example")).toBe("forgotten");
    expect(read.find(new Seal(KEY), "old")).toBe("renamed new");
    for (const other of ["ada", "Ada-Example", ""]) expect(read.find(seal, other)).toBeUndefined();
    expect(read.format(undefined)).toBe(text);
    const wrong = new Seal(`${KEY}.`);
    expect(SealedTexts.read(file).find(wrong, "ada-example")).toBeUndefined();
    expect(() => read.check(wrong)).toThrow("is not the one");
    expect(() => read.check(seal)).not.toThrow();
  });

  test("take time to guess", () => {
    const seal = new Seal(KEY);
    const { user } = process.cpuUsage();
    seal.seal("a guess");
    // Milliseconds, where a quick hash takes thousandths of one.
    expect((process.cpuUsage().user - user) / 1000).toBeGreaterThan(5);
  });

  test("need a key that nobody guesses, and a file that is whole", () => {
    expect(() => new Seal("short")).toThrow(SealError);
    expect(sealFrom({})).toBeUndefined();
    expect(sealFrom({ [KEY_VARIABLE]: "" })).toBeUndefined();
    expect(() => needSeal({}, "It needs a key.")).toThrow(`It needs a key. Set ${KEY_VARIABLE} to a long secret`);
    const file = join(folderOf({ names: "" }), "names");
    for (const text of ["ada-example\n", `key 12345678\nkey 87654321\n`, "<<<<<<< main\n"]) {
      writeFileSync(file, text);
      expect(() => SealedTexts.read(file), text).toThrow(/cannot be read.+ lines of both sides stay/);
    }
    writeFileSync(file, `${new Seal(KEY).seal("ada-example")} forgotten\n`);
    expect(() => SealedTexts.read(file)).toThrow("has lost its line `key …`");
    const whole = SealedTexts.read("no such file")
      .with([[new Seal(KEY).seal("ada-example"), "forgotten"]])
      .format(new Seal(KEY));
    writeFileSync(file, whole.slice(0, -4));
    expect(() => SealedTexts.read(file)).toThrow(/The last line of .+ does not end/);
  });

  test("are read as an editor on Windows writes them", () => {
    const seal = new Seal(KEY);
    const text = SealedTexts.read("no such file")
      .with([[seal.seal("ada-example"), "forgotten"]])
      .format(seal);
    const read = SealedTexts.read(join(folderOf({ names: `\ufeff${text.replaceAll("\n", "\r\n")}` }), "names"));
    expect(read.find(seal, "ada-example")).toBe("forgotten");
    expect(read.format(seal)).toBe(text);
  });
});
