/** The table of formats in which commands print problems. */
import type { Problem } from "../model/problem.ts";
import { wantsColour } from "./report.ts";
import { formatGithub } from "../problems/github.ts";
import { formatJson } from "../problems/json.ts";
import { formatProblems } from "../problems/pretty.ts";
import { formatSarif } from "../problems/sarif.ts";

export const FORMATS: Record<string, (problems: readonly Problem[]) => string> = {
  pretty: (problems) => formatProblems(problems, wantsColour(process.stdout)),
  github: formatGithub,
  json: formatJson,
  sarif: formatSarif,
};

export const FORMAT_NAMES = Object.keys(FORMATS);
