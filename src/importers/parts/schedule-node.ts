/** The view that makes schedule.xml and schedule.json one: nodes with texts, lists and places. */
import type { ForeignFile, Place } from "../importer.ts";
import { jsonPlace, type JsonPath } from "./json.ts";
import { ITSELF, WHOLE, type XmlElement } from "./xml.ts";
import { isObject } from "../../text/is-object.ts";

/** An event, person, link, day, room or conference of a schedule, in either syntax. */
export interface ScheduleNode {
  place: Place;
  /** Its own text: between the tags, or the value where the file has a text in place of an object. */
  own: string;
  /** The first of these fields that is not empty, without white space around it; else an empty text. */
  text(...names: string[]): string;
  /** The entries of a list, such as `list("persons", "person")`; without `item` all nodes of that name. */
  list(name: string, item?: string): ScheduleNode[];
  /** Where a field stands. */
  placeOf(name: string): Place;
  /** Its fields that say who may see it and whether it is held, by their names; `false` is a word here. Each is read where the caller asks for it. */
  notices(isMeant: (name: string) => boolean): [name: string, text: string][];
  /** Whether the file ends in the middle of it. */
  cutOff: boolean;
}

/** A node of schedule.xml; a field may be a child or an attribute. */
export function xmlNode(file: ForeignFile, element: XmlElement): ScheduleNode {
  element.used.add(ITSELF);
  return {
    place: placeAt(file, element),
    get own() {
      return textContent(element).trim();
    },
    text: (...names) => {
      for (const name of names) {
        for (const child of element.children) {
          if (child.name !== name) continue;
          const text = textOf(file, child).trim();
          if (text === "") continue;
          child.used.add(ITSELF);
          return text;
        }
        const text = (element.attributes[name] ?? "").trim();
        if (text === "") continue;
        element.used.add(name);
        return text;
      }
      return "";
    },
    list: (name, item) =>
      element.children
        .filter((child) => child.name === name)
        .flatMap((child) => {
          child.used.add(ITSELF);
          return item === undefined ? [child] : child.children.filter((one) => one.name === item);
        })
        .map((child) => xmlNode(file, child)),
    notices(isMeant) {
      const names = new Set([...element.children.map(({ name }) => name), ...Object.keys(element.attributes)]);
      return [...names].filter(isMeant).map((name) => [name, this.text(name)]);
    },
    placeOf: (name) => placeAt(file, element.children.find((one) => one.name === name) ?? element),
    cutOff: element.cutOff,
  };
}

/** The first line of an element. Where it ends is looked up only when it is asked for: a whole schedule may stand on one line. */
function placeAt(file: ForeignFile, { start }: XmlElement): Place {
  return {
    file,
    start,
    get end() {
      return lineEnd(file, start);
    },
  };
}

/** Texts that may hold HTML; where it was not escaped, its tags are part of the text. */
const LONG_TEXTS = new Set(["abstract", "description", "biography"]);

function textOf(file: ForeignFile, element: XmlElement): string {
  const isMarkup = element.children.length > 0 && LONG_TEXTS.has(element.name);
  if (isMarkup) element.used.add(WHOLE);
  return isMarkup ? file.text.slice(element.innerStart, element.innerEnd) : textContent(element);
}

function textContent(element: XmlElement): string {
  return element.children.length === 0 ? element.text : `${element.text} ${element.children.map(({ text }) => text).join(" ")}`;
}

/** A node of schedule.json. */
export function jsonNode(file: ForeignFile, value: unknown, path: JsonPath): ScheduleNode {
  const fields = isObject(value) ? value : {};
  return {
    place: jsonPlace(file, path),
    get own() {
      return scalar(value);
    },
    text: (...names) => {
      for (const name of names) {
        const text = scalar(fields[name]);
        if (text !== "") return text;
      }
      return "";
    },
    list: (name, item) => {
      const value = fields[name];
      if (item === undefined) return isObject(value) ? [jsonNode(file, value, [...path, name])] : [];
      return entriesOf(value).map(([key, entry]) => jsonNode(file, entry, [...path, name, key]));
    },
    notices(isMeant) {
      const names = Object.keys(fields).filter(isMeant);
      return names.map((name) => [name, fields[name] === false ? "false" : this.text(name)]);
    },
    placeOf: (name) => jsonPlace(file, name in fields ? [...path, name] : path),
    cutOff: false,
  };
}

/** The entries of a list, or of an object where one stands for a list. */
export function entriesOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return value.map((entry, index) => [index, entry]);
  return isObject(value) ? Object.entries(value) : [];
}

/** A text or number; what programs write for another language is the first text in it, as in `{"en": "Keynote"}`. */
export function scalar(value: unknown): string {
  if (typeof value === "string") return value.trim();
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (value === true) return "true";
  if (!isObject(value)) return "";
  for (const language of ["en", ...Object.keys(value)]) {
    const text = value[language];
    if (typeof text === "string" && text.trim() !== "") return text.trim();
  }
  return "";
}

function lineEnd({ text }: ForeignFile, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}
