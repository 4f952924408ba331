/** The options of the web editor. */
import { type Command, InvalidArgumentError } from "./command.ts";
import type { EditorOptions } from "../outputs/editor-config.ts";
import { badAddress } from "../model/records/addresses.ts";
import { UsageError } from "./options.ts";
import { commandName } from "../text/commands.ts";

const LOCAL_PORT = 8081;

/** Adds `--admin`, `--admin-local` and `--admin-login`. */
export function addEditorOptions(command: Command): Command {
  return command
    .option("--admin", "also make the web editor at /admin/, which saves to `repository` in site.yaml as pull requests on GitHub")
    .option("--admin-local [port]", "let the editor write files of this machine through `decap-server` on that port", parsePort)
    .option("--admin-login <url>", "address of your own service for logging in to GitHub (default: that of Decap's makers)");
}

/** The text for `--help`. */
export const EDITOR_HELP = `
The editor is made only when asked for, and changes no other file. To try it with the files of this machine, run
\`${commandName("serve")} --admin-local\`, and beside it \`BIND_HOST=localhost npx decap-server\` in the folder that holds
\`content/\`; then open /admin/. Whoever reaches the port of decap-server can write your files: keep it on this machine.
`;

interface Options {
  admin?: boolean;
  adminLocal?: number | true;
  adminLogin?: string;
}

/** What the options ask for; undefined for no editor. */
export function editorFrom({ admin, adminLocal, adminLogin }: Options): EditorOptions | undefined {
  if (adminLogin !== undefined && (!/^https:\/\/[^?#]+$/.test(adminLogin) || badAddress(adminLogin)))
    throw new UsageError(
      `\`--admin-login ${adminLogin}\` is not an address. Write it in full, such as \`https://login.example.org/auth\`.`,
    );
  if (!admin && adminLocal === undefined && adminLogin === undefined) return undefined;
  return { localPort: adminLocal === true ? LOCAL_PORT : adminLocal, loginUrl: adminLogin };
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new InvalidArgumentError("Write a number from 1 to 65535.");
  return port;
}
