/** The Nu HTML checker (https://validator.github.io/validator/), a Java program of an npm package, which only the tests of other engines install. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

const FOLDER = resolve(import.meta.dirname, "../../node_modules/.cache/nu-checker");
const JAR = join(FOLDER, "node_modules/vnu-jar/build/dist/vnu.jar");
const PACKAGE = "vnu-jar@26.9.27";

/** Installs the checker beside the packages of the project, without its script, which would download a Java of its own. */
export function installNuChecker(): void {
  if (existsSync(JAR)) return;
  const options = ["--no-save", "--ignore-scripts", "--no-audit", "--no-fund"];
  spawnSync("npm", ["install", "--prefix", FOLDER, ...options, PACKAGE], { stdio: "inherit" });
}

export interface NuMessage {
  type: "error" | "info" | "non-document-error";
  subType?: string;
  message: string;
  /** The file. */
  url: string;
  lastLine?: number;
  /** What it is about. */
  extract?: string;
}

/** What the checker says of some files. */
export function nuMessages(files: readonly string[]): NuMessage[] {
  const run = spawnSync("java", ["-jar", JAR, "--format", "json", "--stdout", ...files], { encoding: "utf8", maxBuffer: 100_000_000 });
  if (run.error) throw run.error;
  try {
    return (JSON.parse(run.stdout) as { messages: NuMessage[] }).messages;
  } catch {
    throw new Error(`The Nu checker said nothing that can be read. ${run.stderr}`);
  }
}
