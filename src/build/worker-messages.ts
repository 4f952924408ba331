/** What a build and its worker processes say to each other. All of it is plain data. */
import type { FrameData } from "../layouts/frame.ts";
import type { OwnWords } from "../words/own-words.ts";
import type { BuildSettings } from "./settings.ts";

/** What a worker needs to print any page from its view. */
export interface SiteToPrint {
  settings: Pick<BuildSettings, "outputDir" | "dryRun">;
  frame: FrameData;
  templates: ReadonlyMap<string, string>;
  ownWords: OwnWords | undefined;
}

/** A page with its view as JSON, which is quicker than a structured clone. */
export type PageToPrint = readonly [path: string, kind: string, view: string];

export type Order = { begin: SiteToPrint } | { print: readonly PageToPrint[] };

/** Files that were written, each with a digest of its bytes. */
export type Printed = readonly (readonly [path: string, bytes: string])[];

/** The answer to each order to print. What a worker printed before it failed is good. */
export interface Answer {
  printed: Printed;
  failed?: string;
}
