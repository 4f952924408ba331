/** Fields of imports that no record has cost nothing but themselves. */
import { expect, test } from "vitest";
import { fitRecord } from "../../src/intake/fit-to-schema.ts";

test("a field that no record has is left out and told, and the rest stays", () => {
  const told: string[] = [];
  const fields = { title: "A talk", speakers: [{ name: "Ada Example", mail: "x" }], topcis: ["testing"], level: 3 };
  expect(fitRecord("talk", fields, (message) => told.push(message))).toEqual({ title: "A talk", speakers: [{ name: "Ada Example" }] });
  expect(told.sort()).toEqual(["level", "mail", "topcis"].map((key) => `\`${key}\` was left out, for no field is called so.`));
});
