/** How packages and files are found where Eleventy's own command runs, as hooks of Node, and what else it needs: texts of modules, by their addresses. */

/**
 * Eleventy names the files that it imports by addresses into which it puts their paths as they are: with `#`, `?` or `%` in the name of a
 * folder, they lead elsewhere. `_cache_bust` is its own.
 */
const WHOLE_PATHS = `
import { pathToFileURL } from "node:url";
const folder = process.cwd() + "/";
const [cut, whole] = [new URL("file:" + folder).href, pathToFileURL(folder).href];
const wholePath = (specifier) => {
  const [bust = ""] = /[?&]_cache_bust=\\d+/.exec(specifier) ?? [];
  const path = specifier.replace(bust, "");
  return cut !== whole && path.startsWith(cut) ? whole + path.slice(cut.length) + bust.replace("&", "?") : specifier;
};
`;

/** Hooks in an archive; a package of the name `own` is found at an address where it is not installed. */
export function eleventyHooks(own?: { name: string; url: string }): string {
  const otherwise = own
    ? `if (specifier === ${JSON.stringify(own.name)}) return { url: ${JSON.stringify(own.url)}, shortCircuit: true };`
    : "";
  return asModule(`${WHOLE_PATHS}
export async function resolve(specifier, context, next) {
  try {
    return await next(wholePath(specifier), context);
  } catch (error) {
    ${otherwise}
    throw error;
  }
}`);
}

/**
 * The text of a module by which Eleventy goes on where nobody reads what it says any more, as behind `head`: it would tell each such failure by writing
 * again, without end.
 */
export const WITHOUT_READERS = `
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
  });
`;

/** The address of a module with a text. */
export const asModule = (text: string): string => `data:text/javascript,${encodeURIComponent(text)}`;
