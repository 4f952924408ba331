import { expect, test } from "vitest";
import { parseUrl } from "../../src/text/parse-url.ts";

const base = "https://example.org/2024/";
const long = "é".repeat(400);

test.each([`http://${long}/`, `http:${long}`, `HTTP:\\\\${long}.org`, `//${long}`, ` /\t/${long}`])(
  "a host that is longer than any is not looked at: %.12s",
  (text) => {
    expect(parseUrl(text, base)).toBeUndefined();
  },
);

test.each([`https://example.org/${long}?q=${long}`, `https://example.org?q=${long}`, `/${long}`, `a/${long}`, `?${long}`, `#${long}`])(
  "paths and questions may be long: %.25s",
  (text) => {
    expect(parseUrl(text, base)?.host).toBe("example.org");
  },
);
