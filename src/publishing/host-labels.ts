/** Hosts of slides and videos by the names under which readers know them. */
import { hostName } from "../model/urls.ts";

const LABELS: ReadonlyMap<string, string> = new Map([
  ["archive.org", "Internet Archive"],
  ["docs.google.com", "Google Slides"],
  ["drive.google.com", "Google Drive"],
  ["slideshare.net", "SlideShare"],
  ["speakerdeck.com", "Speaker Deck"],
  ["vimeo.com", "Vimeo"],
  ["youtu.be", "YouTube"],
  ["youtube.com", "YouTube"],
  ["youtube-nocookie.com", "YouTube"],
]);

/**
 * What a host is called, without what stands before its name for a country or a device.
 *
 * @example hostLabel("https://fr.slideshare.net/a") // "SlideShare"
 * @example hostLabel("https://example.org/a.pdf") // "example.org"
 */
export function hostLabel(url: string): string {
  const host = hostName(url);
  return LABELS.get(host) ?? LABELS.get(host.replace(/^(?:[a-z]{2}|m)\./, "")) ?? host;
}
