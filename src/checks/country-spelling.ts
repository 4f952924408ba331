/** The warning that one country is written in two ways. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { countryKey } from "../text/countries.ts";

/** The spelling that most records have is the one to keep; of several, the first in the order of letters. */
export function countrySpelling(archive: Archive): Finding[] {
  const speakers = archive.people.flatMap(({ record }) => record ?? []);
  const uses = [...archive.events, ...speakers].flatMap(({ file, record: { country } }) =>
    country === undefined ? [] : [{ file, country }],
  );
  const spellings = new Map<string, Map<string, number>>();
  for (const { country } of uses) {
    const known = spellings.get(countryKey(country)) ?? new Map<string, number>();
    spellings.set(countryKey(country), known.set(country, (known.get(country) ?? 0) + 1));
  }
  return uses.flatMap(({ file, country }): Finding[] => {
    const [usual] = [...(spellings.get(countryKey(country)) ?? [])]
      .sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
      .map(([name]) => name);
    if (usual === undefined || usual === country) return [];
    return [
      {
        rule: "country-spelling",
        severity: "warning",
        file,
        path: ["country"],
        message: `The country “${country}” is written “${usual}” elsewhere.`,
        hint: `Write \`${usual}\`.`,
      },
    ];
  });
}
