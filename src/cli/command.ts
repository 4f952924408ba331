/** The parser of the command line (commander), for every command alike. */
export { Command, InvalidArgumentError, Option } from "commander";
