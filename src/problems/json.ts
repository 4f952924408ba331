/** Problems as JSON for other programs, and the schema that describes it. */
import { z } from "zod";
import type { Problem } from "../model/problem.ts";
import { visibleJson } from "./visible.ts";
import { cut } from "../text/cut.ts";

/** Letters of a line that reports hold: one line may be a whole file, and every problem of it would hold all of it. */
export const LONGEST_EXCERPT = 1000;

const position = z.int().min(1);

/** The schema of `check --format json`. Its version changes when a field changes its meaning or goes. */
export const reportSchema = z
  .strictObject({
    version: z.literal(1),
    errors: z.int().min(0),
    warnings: z.int().min(0),
    problems: z.array(
      z.strictObject({
        rule: z.string(),
        severity: z.enum(["error", "warning"]),
        message: z.string(),
        hint: z.string().meta({ description: "What to do about it." }),
        file: z.string(),
        line: position,
        column: position.meta({ description: "Counted in UTF-16 code units from 1." }),
        endLine: position,
        endColumn: position.meta({ description: "The column after the last character." }),
        excerpt: z.string().meta({ description: "The text of the first line, of a long one its start." }),
      }),
    ),
  })
  .meta({ title: "Problems of the records of an archive" });

/** All problems as one JSON document. */
export function formatJson(problems: readonly Problem[]): string {
  const number = (severity: string) => problems.filter((problem) => problem.severity === severity).length;
  const report: z.infer<typeof reportSchema> = {
    version: 1,
    errors: number("error"),
    warnings: number("warning"),
    problems: problems.map((one) => ({ ...one, excerpt: cut(one.excerpt, LONGEST_EXCERPT) })),
  };
  return visibleJson(report);
}
