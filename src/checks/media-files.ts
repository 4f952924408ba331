/** The rules that local media files are there, are what they claim to be, and are named by somebody. */
import { append } from "../text/append.ts";
import type { Archive } from "../model/archive.ts";
import type { MediaFile } from "../model/made-media.ts";
import { namedMedia, picturesIn, textsWithPictures } from "../model/media.ts";
import { activeEnding, claimedKind } from "../model/media-kinds.ts";
import type { FieldPath, Finding } from "../model/problem.ts";
import { pathBelowMedia } from "../model/records/addresses.ts";
import { documentsIn, recordingsIn } from "../model/talk-media.ts";
import { guesser } from "../text/similar.ts";
import { normal } from "../text/normal.ts";

export function mediaFiles(archive: Archive): Finding[] {
  const findings: Finding[] = [];
  const inFields = new Set<string>();
  const guess = guesser();
  const missing = (file: string, path: FieldPath, media: string): Finding => {
    const below = pathBelowMedia(media);
    const near = archive.media.has(below) ? below : guess(media, archive.media.keys());
    return {
      rule: "missing-file",
      severity: "error",
      file,
      path,
      message: `There is no file \`${media}\` in \`assets/media/\`.`,
      hint: near ? `Did you mean \`${near}\`?` : "Add the file there (links to other files are not followed), or delete the field.",
    };
  };
  const use = (file: string, path: FieldPath, media: string | undefined) => {
    if (media === undefined) return;
    inFields.add(media);
    const found = archive.media.get(media);
    if (!found) findings.push(missing(file, path, media));
    else if (/\.pdf$/i.test(media) && found.looksLike !== "pdf" && activeEnding(media) === undefined)
      findings.push({
        rule: "not-a-pdf",
        severity: "error",
        file,
        path,
        message: `\`${media}\` is not a PDF.`,
        hint: `Open the file and see; a download may have saved an error page. Replace it with the real PDF. ${OF_LFS}`,
      });
    else if (found.looksLike === "refused") findings.push({ ...refusal(media), file, path });
  };
  for (const talk of archive.talks) {
    for (const { entry, path } of documentsIn(talk.record)) use(talk.file, [...path, "file"], entry.file);
    for (const { entry, path } of recordingsIn(talk.record))
      for (const field of ["file", "captions", "poster"] as const) {
        use(talk.file, [...path, field], entry[field]);
        const isThere = field === "file" && archive.media.has(entry.file ?? "");
        const kind = isThere ? claimedKind(entry.file ?? "") : undefined;
        if (kind && !/^(?:video|audio)\//.test(kind.type))
          findings.push({
            rule: "not-a-recording",
            severity: "warning",
            file: talk.file,
            path: [...path, field],
            message: `\`${entry.file}\` is ${kind.name}, which no browser plays.`,
            hint: "Name slides under `slides`, and other files under `documents`; a recording is a file such as an MP4, WebM or MP3.",
          });
      }
  }
  for (const person of archive.people) if (person.record) use(person.record.file, ["photo"], person.record.record.photo);
  for (const { file, field, prose } of textsWithPictures(archive))
    for (const { path, alt } of picturesIn(archive, prose)) {
      use(file, [field], path);
      if (alt === "")
        findings.push({
          rule: "picture-without-words",
          severity: "error",
          file,
          path: [field],
          message: `The picture \`${path}\` has no words, so that who cannot see it learns nothing of it.`,
          hint: `Say between the brackets what it shows: \`![The audience in the hall](/media/${path})\`.`,
        });
    }
  const { file: siteFile, record: site } = archive.site;
  use(siteFile, ["logo"], site.logo);
  for (const [index, sponsor] of (site.sponsors ?? []).entries()) use(siteFile, ["sponsors", index, "logo"], sponsor.logo);
  const { addresses } = archive.vocabularies;
  for (const [index, { to }] of (addresses?.record.movedMedia ?? []).entries())
    if (addresses && !archive.media.has(to)) findings.push(missing(addresses.file, ["movedMedia", index, "to"], to));
  const named = namedMedia(archive);
  append(findings, sameNames([...archive.media.values()].filter(({ path }) => named.has(path))));
  for (const { path, looksLike, file } of archive.media.values()) {
    if (inFields.has(path)) continue;
    const at = { file: file ?? path };
    if (named.has(path) && looksLike === "refused") findings.push({ ...refusal(path), ...at });
    else if (!named.has(path))
      findings.push({
        ...at,
        rule: "unnamed-media",
        severity: "warning",
        message: "No record and no page names this file, so it is not published.",
        hint: `Name it in a record, or link to \`/media/${path}\` from a page; else delete it.`,
      });
  }
  return findings;
}

/** Files whose names some systems take for the same: those that tell no capitals apart, or no ways to write a letter with its accent. */
function sameNames(files: readonly MediaFile[]): Finding[] {
  const known = new Map<string, string>();
  return files.flatMap(({ path, file = path }): Finding[] => {
    const name = normal(path.toLowerCase(), "NFC");
    const other = known.get(name);
    if (other === undefined) known.set(name, path);
    if (other === undefined) return [];
    const message = `\`${path}\` and \`${other}\` have the same name on Windows and macOS.`;
    return [
      { rule: "address-clash", severity: "error", file, message, hint: "Rename one of them, so that no copy of the archive loses a file." },
    ];
  });
}

/** What stands in a file that only looks broken. */
const OF_LFS = "If it begins with `version https://git-lfs`, fetch it with `git lfs pull`.";

/** Why a file is not published. */
function refusal(path: string): Pick<Finding, "rule" | "severity" | "message" | "hint"> {
  const claimed = claimedKind(path);
  const active = activeEnding(path);
  if (active !== undefined)
    return {
      rule: "active-media",
      severity: "error",
      message: `\`${path}\` is not published: because of \`${active}\` in its name some servers would give it as a page, or run it.`,
      hint: `Take \`${active}\` out of its name.`,
    };
  return {
    rule: "active-media",
    severity: "error",
    message: claimed
      ? `\`${path}\` is not ${claimed.name}, as its ending says.`
      : `\`${path}\` is of no kind that is published; such files could run code in the reader's browser.`,
    hint: claimed
      ? `Open the file and see; give it the ending of what it is, or replace it. ${OF_LFS}`
      : "Use a PDF, a picture, a video, a WebVTT file, or put it into a zip.",
  };
}
