/** The table of checks: one rule across records per file, run in this order. */
import type { Archive } from "../model/archive.ts";
import type { Finding } from "../model/problem.ts";
import { addressClash, removedAgain } from "./address-clash.ts";
import { bioInAbstract } from "./bio-in-abstract.ts";
import { colourContrast } from "./colour-contrast.ts";
import { countrySpelling } from "./country-spelling.ts";
import { deadLinks } from "./dead-links.ts";
import { emailAddresses } from "./email-addresses.ts";
import { eventDays } from "./event-days.ts";
import { interfaceLanguage } from "./interface-language.ts";
import { lineMarkup } from "./line-markup.ts";
import { listedTwice } from "./listed-twice.ts";
import { localTimes } from "./local-times.ts";
import { mediaFiles } from "./media-files.ts";
import { navigation } from "./navigation.ts";
import { oddYears } from "./odd-years.ts";
import { personNames } from "./person-names.ts";
import { references } from "./references.ts";
import { roomClash } from "./room-clash.ts";
import { similarSpeakers } from "./similar-speakers.ts";
import { similarTopics } from "./similar-topics.ts";
import { speakerClash } from "./speaker-clash.ts";
import { textMarkup } from "./text-markup.ts";
import { timeZone } from "./time-zone.ts";
import { topicSpelling } from "./topic-spelling.ts";
import { unknownEmbed } from "./unknown-embed.ts";
import { videoHost } from "./video-host.ts";
import { vocabulary } from "./vocabulary.ts";
import { zeroLength } from "./zero-length.ts";

/** One rule; `ownPaths` are those of pages that an archive makes with kinds of its own. */
export type Check = (archive: Archive, ownPaths: readonly string[]) => Finding[];

/** What an archive adds to the rules of the program. */
export interface OwnRules {
  checks: readonly Check[];
  /** The paths of pages of its own kinds. */
  paths: readonly string[];
  /** Whether the archive is a part of a larger one, so that its records may name what is not in it. */
  isPart?: boolean | undefined;
}

const CHECKS: readonly Check[] = [
  addressClash,
  removedAgain,
  bioInAbstract,
  colourContrast,
  countrySpelling,
  deadLinks,
  emailAddresses,
  eventDays,
  interfaceLanguage,
  lineMarkup,
  listedTwice,
  localTimes,
  mediaFiles,
  navigation,
  oddYears,
  personNames,
  references,
  roomClash,
  similarSpeakers,
  similarTopics,
  speakerClash,
  textMarkup,
  timeZone,
  topicSpelling,
  unknownEmbed,
  videoHost,
  vocabulary,
  zeroLength,
];

/** What is said of records that name others: these may be elsewhere where an archive is one event of a larger one. */
const OF_OTHERS: ReadonlySet<string> = new Set(["unknown-reference", "dead-navigation"]);

/** What is said of things that no record names. */
const OF_ABSENCE: ReadonlySet<string> = new Set(["unnamed-media"]);

/**
 * Runs every check.
 *
 * @param found what is wrong with the records themselves: one that cannot be read may name what no other does.
 */
export function runChecks(
  archive: Archive,
  { checks, paths, isPart }: OwnRules = { checks: [], paths: [] },
  found: readonly Finding[] = [],
): Finding[] {
  const isWhole = found.every(({ severity }) => severity !== "error");
  return [...CHECKS, ...checks]
    .flatMap((check) => check(archive, paths))
    .filter(({ rule }) => isWhole || !OF_ABSENCE.has(rule))
    .map((finding) => (isPart && OF_OTHERS.has(finding.rule) ? { ...finding, severity: "warning" } : finding));
}
