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
  ["Unlicence", "Unlicense"],
  ["ccby4", "CC-BY-4.0"],
  ["CC BY-NC 4", "CC-BY-NC-4.0"],
  ["CCBYNCND 4.0", "CC-BY-NC-ND-4.0"],
  ["Apache 2", "Apache-2.0"],
  ["ask us", undefined],
  // Another version, country or right is another licence, and so is one that is merely called alike.
  ["CC-BY", undefined],
  ["CC-BY-SA", undefined],
  ["CC-BY-NC-ND", undefined],
  ["CC-BY-5.0", undefined],
  ["CC-BY-3.0-PL", undefined],
  ["CC-BY-NB-4.0", undefined],
  ["GPL", undefined],
  ["LGPL", undefined],
  ["GPL-4.0-only", undefined],
  ["MPL", undefined],
  ["BSD", undefined],
  ["Apache", undefined],
  ["MIT License", undefined],
  ["https://creativecommons.org/licenses/by-nc/3.0/us/", undefined],
  ["https://creativecommons.org/licenses/by/3.0/pl/", undefined],
  ["https://creativecommons.org/licenses/by/2.1/jp/", undefined],
  ["https://creativecommons.org/licenses/by-nd-nc/2.0/", undefined],
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
