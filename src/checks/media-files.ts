/** The rule that local media files are there and are what they claim to be. */
import type { Archive } from "../model/archive.ts";
import type { MediaFile } from "../model/made-media.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { documentsIn, recordingsIn } from "../model/talk-media.ts";
import { didYouMean } from "../text/similar.ts";

export function mediaFiles(archive: Archive): Finding[] {
  const findings: Finding[] = [];
  const use = (file: string, path: FieldPath, media: string | undefined) => {
    if (media === undefined) return;
    const found = archive.media.get(media);
    if (!found) findings.push(missing(file, path, media, archive.media));
    else if (/\.pdf$/i.test(media) && found.looksLike !== "pdf")
      findings.push({
        rule: "not-a-pdf",
        severity: "error",
        file,
        path,
        message: `\`${media}\` is not a PDF${found.looksLike === "html" ? ", but a web page" : ""}.`,
        hint: "Open the file and see; a download may have saved an error page. Replace it with the real PDF.",
      });
    else if (found.looksLike === "html")
      findings.push({
        rule: "active-media",
        severity: "error",
        file,
        path,
        message: `\`${media}\` is a web page, drawing or program, which could run code in the reader's browser.`,
        hint: "Use a PDF, a picture, a video or a WebVTT file.",
      });
  };
  for (const talk of archive.talks) {
    for (const { entry, path } of documentsIn(talk.record)) use(talk.file, [...path, "file"], entry.file);
    for (const { entry, path } of recordingsIn(talk.record))
      for (const field of ["file", "captions", "poster"] as const) use(talk.file, [...path, field], entry[field]);
  }
  for (const person of archive.people) if (person.record) use(person.record.file, ["photo"], person.record.record.photo);
  const { file, record } = archive.site;
  use(file, ["logo"], record.logo);
  for (const [index, sponsor] of (record.sponsors ?? []).entries()) use(file, ["sponsors", index, "logo"], sponsor.logo);
  return findings;
}

function missing(file: string, path: FieldPath, media: string, all: ReadonlyMap<string, MediaFile>): Finding {
  const near = didYouMean(media, all.keys());
  return {
    rule: "missing-file",
    severity: "error",
    file,
    path,
    message: `There is no file \`${media}\` in \`assets/media/\`.`,
    hint: near ? `Did you mean \`${near}\`?` : "Add the file there (links to other files are not followed), or delete the field.",
  };
}
