/** Why the program cannot start from its source, in a sentence. Plain JavaScript, for nothing is compiled yet. */

/** A package that esbuild or Node looks for and does not find; what begins with a dot, a slash or a drive is a file of the program. */
const MISSING = [
  /^(?:Could not resolve|Cannot find (?:package|module)) ["']((?![./]|[a-z]:)[^"']+)["']/i,
  /^Cannot find (?:package|module) ["'][^"']*[\\/]node_modules[\\/]((?:@[^\\/"']+[\\/])?[^\\/"']+)/,
  /^The package "([^"]+)" could not be found, and is needed by esbuild/,
  /^\s*You installed (esbuild) for another platform/,
];

/** A part of what was compiled. */
const LOST = /^Cannot find module '[^']*[\\/]node_modules[\\/]\.cache[\\/]/;

/** The sentence; nothing where it is a fault that nobody foresaw, whose stack tells more. */
export function whyNotStarted(error, project) {
  if (LOST.test(error.message)) return "The program was deleted while it started, as `npm ci` does. Run the command again.";
  const found = mistakesIn(error);
  const texts = found?.map(({ text }) => text) ?? [error.message];
  const missing = new Set(texts.flatMap((text) => MISSING.map((pattern) => pattern.exec(text)?.[1]).filter(Boolean)));
  if (missing.size > 0) {
    const some = [...missing].slice(0, 3).join(", ") + (missing.size > 3 ? " and others" : "");
    return `Packages of the program are not installed, or not those of this version of it: ${some}. Run \`npm ci\` in ${project}, then the command again.`;
  }
  if (found)
    return `The program cannot be compiled.\n${found.map(({ text, location: at }) => (at ? `${at.file}:${at.line}:${at.column + 1}: ${text}` : text)).join("\n")}`;
  // What esbuild says when its process is gone.
  if (/^The service (?:was stopped|is no longer running)/.test(error.message))
    return "esbuild, which compiles the program, was ended by the system, as where memory is short. Run the command again.";
  return undefined;
}

/** What esbuild has against the source; nothing of any other error. */
function mistakesIn({ errors }) {
  return Array.isArray(errors) && errors.length > 0 && errors.every(({ text }) => typeof text === "string") ? errors : undefined;
}
