/** Problems as SARIF 2.1.0, which code scanning tools read. */
import type { Problem } from "../model/problem.ts";
import { LONGEST_EXCERPT } from "./json.ts";
import { visibleJson } from "./visible.ts";
import { cut } from "../text/cut.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** One SARIF run with all problems (https://docs.oasis-open.org/sarif/sarif/v2.1.0/). */
export function formatSarif(problems: readonly Problem[]): string {
  const rules = [...new Set(problems.map((problem) => problem.rule))].sort();
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "archive check", rules: rules.map((id) => ({ id, shortDescription: { text: id.replaceAll("-", " ") } })) },
        },
        columnKind: "utf16CodeUnits",
        results: problems.map((problem) => ({
          ruleId: problem.rule,
          ruleIndex: rules.indexOf(problem.rule),
          level: problem.severity,
          message: { text: `${problem.message} ${problem.hint}` },
          locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(problem.file) }, region: regionOf(problem) } }],
        })),
      },
    ],
  };
  return visibleJson(log);
}

function regionOf({ line, column, endLine, endColumn, excerpt }: Problem) {
  return {
    startLine: line,
    startColumn: column,
    endLine,
    endColumn,
    ...(excerpt && { snippet: { text: cut(excerpt, LONGEST_EXCERPT) } }),
  };
}
