/** Which files a copy has that is opened from a disk, and in which form. */
import type { Archive } from "../model/archive.ts";
import { absolute, HEADERS, INDEX_FOLDER, PATHS, REDIRECTS } from "../model/urls.ts";

/** The folder of files that scripts read, each as a script of its own: browsers let no page read another file of a disk. */
const READ_BY_SCRIPTS = "assets/files/";

/** Files for servers and robots, and the web editor, which a disk has no use for. */
const FOR_SERVERS = new Set<string>([...Object.values(REDIRECTS), ...Object.values(HEADERS), PATHS.robots].map((path) => path.slice(1)));
const isForServers = (path: string) => FOR_SERVERS.has(path) || /^sitemap(-\d+)?\.xml$/.test(path) || `/${path}`.startsWith(PATHS.editor);

const INDEX_OF_TALKS = PATHS.talkIndex.replace(/\.json$/, "");
const isOfTalkIndex = (path: string) =>
  `/${path}`.startsWith(INDEX_OF_TALKS) && /^(-[\w-]+)?\.json$/.test(`/${path}`.slice(INDEX_OF_TALKS.length));
const isOfIndex = (path: string) => `/${path}`.startsWith(INDEX_FOLDER);

/** Whether the copy has a file of the site as it is, or if it is a page, with other links. */
export function isCopied(path: string): boolean {
  return !isForServers(path) && !isOfIndex(path);
}

/** Whether scripts of pages read a file of the site: the parts of the search, the index of talks, citations to copy, captions. */
export function isReadByScripts(path: string): boolean {
  return isOfIndex(path) || isOfTalkIndex(path) || /\.(bib|vtt)$/i.test(path);
}

/** The path of such a file in the form that scripts can read; `assets/js/disk.ts` knows it too. */
export function scriptPath(path: string): string {
  return `${READ_BY_SCRIPTS}${path}.js`;
}

/** Its content, in Base64, as a script that hands it over to the page (`assets/js/disk.ts`). */
export function asScript(content: string): string {
  return `addFile("${content}");\n`;
}

/** What the copy says of itself in `README.txt`. */
export function readmeOf({ site, words }: Archive, start: string): string {
  return words.portable.readme({ archive: site.record.name, address: absolute(site.base, PATHS.home), start });
}
