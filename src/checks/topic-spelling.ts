/** The warning that one topic is written in two ways. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { writtenName } from "../model/vocabulary.ts";
import { wordKey } from "../text/slug.ts";

export function topicSpelling(archive: Archive): Finding[] {
  const findings: Finding[] = [];
  for (const { file, record, topics } of [...archive.talks, ...archive.papers]) {
    for (const [index, word] of (record.topics ?? []).entries()) {
      const topic = topics.find((one) => writtenName(one) !== word && wordKey(writtenName(one)) === wordKey(word));
      if (topic)
        findings.push({
          rule: "topic-spelling",
          severity: "warning",
          file,
          path: ["topics", index],
          message: `The topic “${word}” is written “${writtenName(topic)}” elsewhere.`,
          hint: `Write \`${writtenName(topic)}\`; both lead to the same page.`,
        });
    }
  }
  return findings;
}
