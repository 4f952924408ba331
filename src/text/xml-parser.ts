/** The parser of XML, which hands over piece by piece what it reads, and every departure from the standard. It fetches nothing. */
export { SaxesParser } from "saxes";
