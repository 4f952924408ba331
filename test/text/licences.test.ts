/** Licences by identifier and address. */
import { expect, test } from "vitest";
import { guessLicence, isLicenceId, licenceAddress, licenceName } from "../../src/text/licences.ts";

test.each([
  ["CC-BY-4.0", true],
  ["cc-by-4.0", false],
  ["CC BY 4.0", false],
  ["constructor", false],
  ["", false],
])("%j is an identifier: %s", (text, expected) => expect(isLicenceId(text)).toBe(expected));

test.each([
  ["CC BY-SA 4.0", "CC-BY-SA-4.0"],
  ["cc-by-4.0", "CC-BY-4.0"],
  ["Creative Commons BY 3.0", "CC-BY-3.0"],
  ["CC0 1.0", "CC0-1.0"],
  ["https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"],
  ["http://creativecommons.org/licenses/by-sa/3.0/de/deed.en", "CC-BY-SA-3.0-DE"],
  ["https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"],
  ["CC-BY-4.O", "CC-BY-4.0"],
  ["ask us", undefined],
  ["x".repeat(100_000), undefined],
])("%.40s means %s", (text, expected) => expect(guessLicence(text)).toBe(expected));

test.each([
  ["CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"],
  ["CC-BY-NC-SA-3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/", "CC BY-NC-SA 3.0"],
  ["CC-BY-3.0-DE", "https://creativecommons.org/licenses/by/3.0/de/", "CC BY 3.0-DE"],
  ["CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"],
  ["MIT", "https://spdx.org/licenses/MIT.html", "MIT"],
  ["https://example.org/licence", "https://example.org/licence", "example.org/licence"],
  ["http://creativecommons.org/licenses/by/4.0/", "http://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"],
])("%s leads to %s and reads %s", (licence, address, name) => {
  expect(licenceAddress(licence)).toBe(address);
  expect(licenceName(licence)).toBe(name);
});
