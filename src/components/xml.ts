/** XML (fast-xml-parser): a tree of plain data becomes a document; every text is escaped. */
import { XMLBuilder } from "fast-xml-parser";

/**
 * A document of one root element. Keys that start with `@_` are attributes, `#text` is the text beside them. Every tag has a line, and none is
 * indented, which would be a tenth of a large file.
 */
export function xmlDocument(tree: object): string {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    format: true,
    indentBy: "",
    suppressEmptyNode: true,
    // A topic or a room may be called `true`.
    suppressBooleanAttributes: false,
  });
  return builder.build({ "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" }, ...tree });
}
