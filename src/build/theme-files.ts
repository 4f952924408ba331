/** The files of a theme that are published as they are, its icon and what its styles name: pictures and fonts, in which nothing runs. */
import { isUtf8 } from "node:buffer";
import { extname } from "node:path";
import { SaxesParser } from "../text/xml-parser.ts";
import { clip } from "../model/records/fields.ts";
import { readOfTheme, ThemeError } from "./theme.ts";

/** Endings of what styles name. A server tells by them what a file is, so that a page among them would be one of the site. */
const ENDINGS = [".avif", ".cur", ".gif", ".ico", ".jpeg", ".jpg", ".otf", ".png", ".svg", ".ttf", ".webp", ".woff", ".woff2"];

/**
 * The bytes of a picture or a font of a theme.
 *
 * @throws {ThemeError} when it is of another kind, or a drawing (SVG) in which something could run.
 */
export function readToPublish(file: string): Buffer {
  const shown = `\`${file.replaceAll("\\", "/")}\``;
  const ending = extname(file).toLowerCase();
  if (!ENDINGS.includes(ending))
    throw new ThemeError(
      `${shown} is no picture and no font, so that it is not published. What styles name ends in ${ENDINGS.join(", ")}.`,
    );
  const bytes = readOfTheme(file);
  // A server that knows no type of an ending, such as `.cur`, lets browsers look what a file is.
  const active =
    ending === ".svg" ? activeInDrawing(bytes) : PAGE.test(bytes.toString("latin1", 0, 1024)) ? "begins as a web page does" : undefined;
  if (active !== undefined)
    throw new ThemeError(
      `${shown} ${active}, so that it is not published: it could run in the reader's browser. ${ending === ".svg" ? "Save it as plain SVG." : "Replace it."}`,
    );
  return bytes;
}

const PAGE = /^(?:\xef\xbb\xbf)?\s*</;
const HTML = "http://www.w3.org/1999/xhtml";
/** What browsers pass over in an address. */
const PASSED_OVER = /[\p{Cc}\s]+/gu;
const RUNS = /^(?:javascript|vbscript):|^data:(?!image\/(?:png|jpeg|gif|webp|avif)(?:[;,]|$))/i;

/**
 * What of a drawing could run when it is opened by its own address, as the end of a sentence; nothing where nothing could. A parser looks,
 * for names and addresses can be written in many ways.
 */
export function activeInDrawing(bytes: Uint8Array): string | undefined {
  if (!isUtf8(bytes)) return "is no SVG in UTF-8";
  const parser = new SaxesParser({ xmlns: true });
  let found: string | undefined;
  const tell = (what: string) => {
    found ??= what;
  };
  parser.on("error", ({ message }) => tell(`cannot be read as XML (${clip(message)})`));
  parser.on("xmldecl", ({ encoding = "utf-8" }) => {
    if (!/^utf-?8$/i.test(encoding)) tell("is no SVG in UTF-8");
  });
  // What is declared there may be a handler on every element.
  parser.on("doctype", (doctype) => {
    if (doctype.includes("[")) tell("declares entities or attributes of its own (`<!DOCTYPE … [`)");
  });
  parser.on("processinginstruction", ({ target }) => {
    if (/^xml-stylesheet$/i.test(target)) tell("names a style sheet (`<?xml-stylesheet`)");
  });
  parser.on("opentag", ({ name, local, uri, attributes }) => {
    if (uri === HTML || /^(?:script|handler|listener)$/i.test(local)) tell(`holds \`<${clip(name)}>\``);
    for (const [attribute, { value, local: key }] of Object.entries(attributes)) {
      if (/^on/i.test(key)) tell(`holds the handler \`${clip(attribute)}=\``);
      // Animations give addresses too, several in one attribute.
      if (value.split(";").some((one) => RUNS.test(one.replace(PASSED_OVER, "")))) tell(`holds the address \`${clip(value)}\``);
    }
  });
  parser.write(Buffer.from(bytes).toString("utf8")).close();
  return found;
}
