/** The steps that make files beside the pages: assets, media, and the outputs. */
import { readListed } from "../../content/read-safely.ts";
import { publishedText } from "../../content/rewrite-record.ts";
import { sectionPolicies } from "../../publishing/section-policies.ts";
import { join } from "node:path";
import { formerNames, publishedMedia } from "../../model/media.ts";
import { mediaPath } from "../../model/urls.ts";
import type { Filed } from "../../model/record-set.ts";
import { visible } from "../../problems/visible.ts";
import { Deferred } from "../../text/deferred.ts";
import { digest } from "../../text/digest.ts";
import { type OutputGroup, outputGroups } from "../../outputs/index.ts";
import type { OutputContext } from "../../outputs/output-format.ts";
import { OutputError } from "../claim-output.ts";
import { sectionOfEditor } from "../editor.ts";
import type { Site } from "../site.ts";
import type { CopiedFile, Step } from "../step.ts";
import type { PageFacts } from "./pages.ts";

/** Styles, scripts and icon, and the web editor where there is one. */
export function assetsStep({ assets }: Site): Step {
  return {
    name: "assets",
    *groups() {
      yield { name: "assets", files: () => assets.files.map(({ path, bytes }) => ({ path, content: bytes })) };
    },
  };
}

/** Copies of the media that may be published, and what was made of them. */
export function mediaStep({ archive, media, settings }: Site): Step {
  return {
    name: "media",
    *groups() {
      for (const { key, folder, read } of media)
        yield {
          name: `made ${folder}`,
          key: () => key,
          async *files() {
            for await (const { path, content } of read()) yield { path, content, key };
          },
        };
      yield {
        name: "media",
        *files(): Generator<CopiedFile> {
          for (const { path, seen } of publishedMedia(archive))
            for (const name of [path, ...formerNames(archive, path)])
              yield { path: mediaPath(name).slice(1), key: `${seen}`, from: join(settings.assetsDir, "media", path) };
        },
      };
    },
  };
}

/** The files of the outputs that are made of the archive alone. */
export function outputsStep(site: Site): Step {
  return {
    name: "outputs",
    *groups() {
      for (const { needsPages, ...group } of groupsOf(site, [])) if (!needsPages) yield { isPortable: true, ...group };
    },
  };
}

/** The files of the outputs that say something of all pages, such as the sitemap. */
export function pageListsStep(site: Site, facts: PageFacts): Step {
  return {
    name: "lists of pages",
    comesLast: true,
    *groups() {
      for (const { needsPages, ...group } of groupsOf(site, facts.paths)) if (needsPages) yield group;
    },
  };
}

/** All groups of files of outputs; those of a program with other extensions are made of something else. */
function* groupsOf(site: Site, pagePaths: readonly string[]): Generator<OutputGroup> {
  const { archive, extensions } = site;
  for (const { name, key, ...group } of outputGroups(archive, contextOf(site, pagePaths), extensions.outputs))
    yield { ...group, name: `output ${name}`, key: extensions.digest === "" ? key : () => `${extensions.digest} ${key()}` };
}

function contextOf({ archive, extensions, settings, assets }: Site, pagePaths: readonly string[]): OutputContext {
  const own = () => extensions.pages.flatMap(({ name, views }) => [...views(archive)].map((view) => ({ ...view, kind: name })));
  const sections = new Deferred(() => [
    ...sectionPolicies(archive, assets.links.hashes, own()),
    ...sectionOfEditor(archive, settings.editor),
  ]);
  return {
    pagePaths,
    readMedia: (path) => readAsListed(join(settings.assetsDir, "media", path), archive.media.get(path)?.bytes),
    readRecord: (filed) => {
      const bytes = readAsChecked(filed);
      return filed.shortened || archive.hidden
        ? new TextEncoder().encode(publishedText(filed, bytes.toString("utf8"), archive.hidden))
        : bytes;
    },
    get sections() {
      return sections.value;
    },
  };
}

/** The bytes of a media file: as many as it had when it was found to be one, and to fit. */
function readAsListed(file: string, size: number | undefined): Buffer {
  const bytes = readListed(file, size);
  if (bytes) return bytes;
  throw new OutputError(`\`${visible(file)}\` was changed while the site was built, so that a zip would have a part of it. Build again.`);
}

/** The bytes of the file of a record. What somebody has written since it was checked may be a draft by now, or name who must not be named. */
function readAsChecked({ file, digest: ofFile, shortened }: Filed<unknown>): Buffer {
  const bytes = readListed(file);
  const checked = ofFile ?? shortened?.digest;
  if (!bytes || (checked !== undefined && digest(bytes) !== checked))
    throw new OutputError(
      `\`${visible(file)}\` was changed while the site was built, and nobody has checked what it says now. Build again before you publish the site.`,
    );
  return bytes;
}
