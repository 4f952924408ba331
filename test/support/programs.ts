/** Programs of the system that some tests run beside the browser; a test that needs one is skipped where it is not installed. */
import { spawnSync } from "node:child_process";

interface Program {
  /** Its name for readers. */
  name: string;
  command: string;
  /** What makes it say its version. */
  asks: string;
  /** The package of Debian and its relatives. */
  package: string;
}

export const PROGRAMS = {
  nginx: { name: "nginx", command: "nginx", asks: "-v", package: "nginx-light" },
  caddy: { name: "Caddy", command: "caddy", asks: "version", package: "caddy" },
  firefox: { name: "Firefox", command: "firefox-esr", asks: "--version", package: "firefox-esr" },
  webkit: { name: "WebKit", command: "WebKitWebDriver", asks: "--version", package: "webkit2gtk-driver" },
  xvfb: { name: "Xvfb", command: "Xvfb", asks: "-version", package: "xvfb" },
  java: { name: "Java", command: "java", asks: "-version", package: "default-jre-headless" },
  hugo: { name: "Hugo", command: "hugo", asks: "version", package: "hugo" },
} satisfies Record<string, Program>;

export type ProgramName = keyof typeof PROGRAMS;

declare module "vitest" {
  interface TaskMeta {
    /** The program that a test needs, by its name for readers. */
    needs?: string;
  }
}

export function isInstalled({ command, asks }: Program): boolean {
  return spawnSync(command, [asks]).error === undefined;
}

/**
 * The options of a test or a group of tests that needs a program. Where it is lacking they are skipped, and the summary says why.
 *
 * @example describe("nginx", needs("nginx"), () => { … });
 */
export function needs(program: ProgramName): { skip: boolean; meta: { needs: string } } {
  return { skip: !isInstalled(PROGRAMS[program]), meta: { needs: PROGRAMS[program].name } };
}
