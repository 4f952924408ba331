/** The parser of the command line (commander), for every command alike. */
export { Argument, Command, InvalidArgumentError, Option } from "commander";
