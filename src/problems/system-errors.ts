/** What the system refuses (a full disk, a folder that may not be written to) as a sentence that says what to do. */
import { accessSync, constants, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { visible } from "./visible.ts";

/** By the codes of errno(3) and of Node; `%` stands for the path. */
const SENTENCES: Readonly<Record<string, string>> = {
  EACCES: "You may not read or write %. Change its permissions, or choose another place.",
  EPERM: "The system does not let % be changed. Change its permissions, or choose another place.",
  EROFS: "% lies on a disk that cannot be written to. Choose another place.",
  ENOSPC: "There is no space left for %. Delete something, or choose another disk.",
  EDQUOT: "Your quota of disk space leaves no room for %. Delete something, or choose another disk.",
  EFBIG: "% would be larger than its disk allows. Choose another disk.",
  ENOENT: "% is not there. Was it deleted meanwhile, or is the path mistyped?",
  ENOTDIR: "A part of the path % is a file and not a folder. Choose another path, or rename that file.",
  EISDIR: "% is a folder, where a file is wanted. Choose another path, or rename that folder.",
  EEXIST: "% is there already, and is not what is wanted in its place. Choose another path, or rename it.",
  ENOTEMPTY: "The folder % is not empty; something was written to it meanwhile. Try again.",
  ENAMETOOLONG: "The path % is longer than the system allows. Choose a shorter one.",
  ELOOP: "% is a symbolic link that leads in a circle. Put the file itself in its place.",
  EXDEV: "% lies on another disk than its place. Choose a place on the same disk.",
  EBUSY: "% is in use by another program. Close that, and try again.",
  ETXTBSY: "% is a program that runs just now. Stop it, and try again.",
  EIO: "% cannot be read or written, for its disk fails. Save what is on it.",
  EINVAL: "The system does not take % for a path. Choose another one.",
  EILSEQ: "% holds characters that its disk does not know. Choose another name.",
  EMFILE: "Too many files are open at once (%). Close other programs, or allow more with `ulimit -n`.",
  ENFILE: "Too many files are open on this machine (%). Close other programs.",
  ENOMEM: "There is no memory left for %. Close other programs.",
  EAGAIN: "The system starts no further program (%). Close others, and try again.",
  ETIMEDOUT: "% did not answer in time. Try again.",
  ENXIO: "% is neither a file nor a folder. Put the file in its place, or delete it.",
  ERR_STRING_TOO_LONG: "% is too large to be read as one text. Look what stands in it, and make it smaller.",
  ERR_FS_FILE_TOO_LARGE: "% is larger than 2 GiB, too large to be read as a whole. Make it smaller.",
  ERR_MODULE_NOT_FOUND: "The package % is not installed, or another version of it is. Run `npm ci`, and try again.",
  ERR_INVALID_ARG_VALUE: "% cannot be a path. Choose another one.",
};

/** What is said of disks that take no more. */
const FULL: ReadonlySet<string> = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);

/** Why a path of a file, a folder or a program was refused; nothing for any other error. */
export function explainSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { path, dest, syscall, message, code: told } = error as NodeJS.ErrnoException & { dest?: string };
  const code = systemCodeOf(error);
  const sentence = code === undefined || !Object.hasOwn(SENTENCES, code) ? undefined : SENTENCES[code];
  if (code === undefined || sentence === undefined) return undefined;
  if (code === "ERR_MODULE_NOT_FOUND" && /^Cannot find module '[^']*[\\/]node_modules[\\/]/.test(message))
    return "A part of the program is not there any more: packages were installed anew while it ran. Run the command again.";
  // Files that users import are no packages, and Node names the importing file.
  if (code === "ERR_MODULE_NOT_FOUND" && path === undefined && !/^Cannot find package '[^/']/.test(message)) return undefined;
  // Where both ends of a copy or a new name are told, the far one is what is made.
  const file = dest ?? path ?? /'([^']+)'/.exec(message)?.[1];
  if (file === undefined && syscall === undefined && code === told) return undefined;
  if (syscall === "uv_cwd") return `The current folder is not there any more. Go to another one, and try again. (${code})`;
  if (syscall === "mkdtemp" && file !== undefined && resolve(dirname(file)) === resolve(tmpdir()))
    return `No temporary folder can be made in \`${visible(dirname(file))}\`. Set \`TMPDIR\` to a folder that is there, may be written to and has space. (${code})`;
  // The temporary folders of commands all begin so.
  const isTemporary = file !== undefined && resolve(file).startsWith(join(resolve(tmpdir()), "archive-"));
  const more = isTemporary && FULL.has(code) ? " Or set `TMPDIR` to a folder with more space." : "";
  return `${sentence.replace("%", () => (file === undefined ? `this (${syscall ?? "a thread"})` : `\`${visible(file)}\``))}${more} (${code})`;
}

/**
 * The code of an error. Node says of packages that are there, but whose files it cannot open, that they are missing; of folders that it
 * cannot make where nothing may be written, that they are not there; and of a thread that it cannot start only in words why.
 */
export function systemCodeOf(error: NodeJS.ErrnoException): string | undefined {
  if (error.code === "ENOENT" && error.syscall === "mkdir" && error.path !== undefined) return whyUnmade(error.path) ?? error.code;
  if (error.code === "ERR_WORKER_INIT_FAILED") return /: (E[A-Z]+)$/.exec(error.message)?.[1] ?? error.code;
  const missing = error.code === "ERR_MODULE_NOT_FOUND" ? /^Cannot find package '(\/[^']+)'/.exec(error.message)?.[1] : undefined;
  return missing !== undefined && existsSync(dirname(missing)) ? "EMFILE" : error.code;
}

/** Why no folder can be made at a path, as the nearest folder above it says. */
function whyUnmade(path: string): string | undefined {
  const above = dirname(path);
  try {
    accessSync(above, constants.W_OK);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === "ENOENT" && above !== path ? whyUnmade(above) : code;
  }
}
