/** The sections of a page of one talk: which words are its abstract, its speakers, their bios, and its other facts. */
import { withoutAtEnd } from "../../text/blanks.ts";
import type { ForeignAppearance } from "../importer.ts";
import type { Block, Run } from "./document.ts";
import { affiliation, isAffiliation, looksLikeName, printedPeople, printedPerson } from "./page-people.ts";
import { lineOf } from "./reading.ts";
import { writeMarkdown } from "./write-markdown.ts";

export const ABOUT_TALK = /^(abstract|description|overview|summary|about (the|this) (talk|session|presentation)|details)\b/i;
export const ABOUT_PEOPLE =
  /^((about )?(the )?(speakers?|presenters?|authors?|panell?ists?)( bios?| biograph(y|ies))?|bio(graph(y|ies)|s)?)\s*:?$/i;
const ABOUT_FILES = /^(slides?|videos?|presentations?( material)?|downloads?|links|resources|materials?|media|recordings?)\b.{0,30}$/i;
const PEOPLE = "speakers?|presenters?|presented by|authors?|panell?ists?|by";
const OF_PERSON = "job title|role|position|company|organi[sz]ation|affiliation|employer";
const TEXTS = "abstract|description|summary|bio|biography|speaker bio";
const FACTS = "date|day|when|time|room|location|where|track|title|talk|presentation|event";
const LABEL = new RegExp(`^(${PEOPLE}|${OF_PERSON}|${TEXTS}|${FACTS})\\s*:\\s*(.*)$`, "is");
const BARE_LABEL = new RegExp(`^(${PEOPLE}|${OF_PERSON}|${TEXTS}|${FACTS})\\s*:?$`, "i");

/** What the blocks of a page say; labels are in lower case. */
export interface PageSections {
  abstract: Block[];
  people: ForeignAppearance[];
  labels: Partial<Record<string, string>>;
  /** What could be none of these, each on one line. */
  left: string[];
}

/** Reads blocks as `blocksOf` gives them. */
export function readSections(blocks: readonly Block[]): PageSections {
  const reader = new Reader();
  for (const block of blocks) reader.read(block);
  return reader.finish();
}

/** The title that a label names, before there is talk of any person. */
export function labelledTitle(blocks: readonly Block[]): string | undefined {
  for (const block of blocks) {
    const [, label = "", value = ""] = LABEL.exec(textOfBlock(block)) ?? [];
    if (new RegExp(`^(${PEOPLE})$`, "i").test(label)) return undefined;
    if (/^(title|talk|presentation)$/i.test(label) && value !== "") return lineOf(value);
  }
  return undefined;
}

class Reader {
  private readonly sections: PageSections = { abstract: [], people: [], labels: {}, left: [] };
  private readonly byName = new Map<string, ForeignAppearance>();
  private section: "talk" | "people" | "other" = "talk";
  private current: ForeignAppearance | undefined;
  private bio: Block[] = [];

  finish(): PageSections {
    this.endBio();
    return this.sections;
  }

  read(block: Block): void {
    const text = textOfBlock(block);
    const [, label = "", value = ""] = LABEL.exec(text) ?? [];
    if (label !== "" && value !== "" && this.labelled(label.toLowerCase(), lineOf(value), block)) return;
    if (block.type === "heading" || isAllStrong(block)) {
      if (this.headed(text)) return;
      if (block.type === "heading") {
        this.open("other");
        this.leave(block);
        return;
      }
    }
    if (this.section === "talk") this.sections.abstract.push(block);
    else if (this.section === "people") this.ofPerson(block, text);
    else this.leave(block);
  }

  private leave(...blocks: Block[]): void {
    const text = blocks.map((block) => (block.type === "heading" ? textOfBlock(block) : lineOf(writeMarkdown([block])))).join(" ");
    if (text !== "") this.sections.left.push(text);
  }

  /** A heading that opens a section, names people, or says what the person above is. */
  private headed(text: string): boolean {
    const people = printedPeople(text);
    if (ABOUT_TALK.test(text) && text.length < 60) this.open("talk");
    else if (ABOUT_PEOPLE.test(text)) this.open("people");
    else if (ABOUT_FILES.test(text)) this.open("other");
    else if (people.length > 0) {
      this.add(people);
      this.section = "people";
    } else return this.affiliated(text);
    return true;
  }

  private open(section: "talk" | "people" | "other"): void {
    this.endBio();
    this.section = section;
  }

  private labelled(label: string, value: string, block: Block): boolean {
    if (new RegExp(`^(${PEOPLE})$`).test(label)) {
      const people = printedPeople(`${label}: ${value}`);
      this.add(people);
      return people.length > 0;
    }
    if (/^(abstract|description|summary)$/.test(label)) this.sections.abstract.push(withoutLabel(block));
    else if (/bio/.test(label)) this.bio.push(withoutLabel(block));
    else if (value.length >= 200) return false;
    else if (this.current && (/^(job title|role|position)$/.test(label) || label === "title"))
      this.once(this.current, "role", value, block);
    else if (this.current && new RegExp(`^(${OF_PERSON})$`).test(label)) this.once(this.current, "organization", value, block);
    else this.once(this.sections.labels, label, value, block);
    return true;
  }

  /** What is said first counts; another word for the same is left out. */
  private once<Name extends string>(of: Partial<Record<Name, string | undefined>>, name: Name, value: string, block: Block): void {
    const known = of[name];
    if (known === undefined) of[name] = value;
    else if (known !== value) this.leave(block);
  }

  private ofPerson(block: Block, text: string): void {
    const people = text.length <= 150 ? printedPeople(text) : [];
    const lead = people.length === 0 ? leadingPerson(block) : undefined;
    if (people.length > 0) this.add(people);
    else if (lead) {
      this.add([lead]);
      this.bio.push(block);
    } else if (!this.affiliated(text)) this.bio.push(block);
  }

  /** `Principal Engineer, Intel` right below a name. */
  private affiliated(text: string): boolean {
    const { current } = this;
    if (!current || this.bio.length > 0 || current.role !== undefined || current.organization !== undefined || !isAffiliation(text))
      return false;
    Object.assign(current, affiliation(text));
    return true;
  }

  private add(people: readonly ForeignAppearance[]): void {
    this.endBio();
    for (const person of people) {
      // a bio further down the page belongs to the speaker named above
      const known = this.byName.get(person.name);
      this.current = known ?? person;
      if (known) {
        for (const field of ["role", "organization"] as const) {
          const text = person[field];
          if (text !== undefined) this.once(known, field, text, { type: "paragraph", runs: [{ text }] });
        }
        continue;
      }
      this.byName.set(person.name, person);
      this.sections.people.push(person);
    }
  }

  private endBio(): void {
    const text = writeMarkdown(this.bio);
    if (!this.current) this.leave(...this.bio);
    else if (text !== "" && text !== this.current.bio) this.current.bio = this.current.bio ? `${this.current.bio}\n\n${text}` : text;
    this.bio = [];
  }
}

/** Blocks one by one: quotes opened, and rows or lines that start with a label parted. */
export const blocksOf = (blocks: readonly Block[]): Block[] => blocks.flatMap(lines);

function lines(block: Block): Block[] {
  if (block.type === "quote") return block.blocks.flatMap(lines);
  if (block.type === "table") {
    const rows = block.head ? [block.head, ...block.rows] : block.rows;
    const isForm = rows.every(
      ([first, second, ...more]) => BARE_LABEL.test(lineOf(first?.map(({ text }) => text).join("") ?? "")) && second && more.length === 0,
    );
    return isForm
      ? rows.map(([first = [], second = []]) => ({
          type: "paragraph",
          runs: [{ text: `${lineOf(first.map(({ text }) => text).join("")).replace(/:$/, "")}: ` }, ...second],
        }))
      : [block];
  }
  if (block.type !== "paragraph") return [block];
  const parts: Run[][] = [[]];
  for (const run of block.runs) {
    if (run.kind === "break") parts.push([]);
    else parts.at(-1)?.push(run);
  }
  const paragraphs = parts.map((runs): Block => ({ type: "paragraph", runs }));
  return parts.length > 1 && parts.length < 100 && paragraphs.some((one) => LABEL.test(textOfBlock(one))) ? paragraphs : [block];
}

function withoutLabel(block: Block): Block {
  if (block.type !== "paragraph") return block;
  let isLabel = true;
  const runs = block.runs.flatMap((run) => {
    if (!isLabel) return [run];
    isLabel = !run.text.includes(":");
    return isLabel ? [] : [{ ...run, text: run.text.slice(run.text.indexOf(":") + 1) }];
  });
  return { type: "paragraph", runs };
}

/** `**Ann Lee** works on …`: the bio starts with the name. */
function leadingPerson(block: Block): ForeignAppearance | undefined {
  if (block.type !== "paragraph") return undefined;
  const lead = block.runs.find(({ text }) => text.trim() !== "");
  const name = lead?.strong ? withoutAtEnd(lineOf(lead.text), /[,:–—-]/).trim() : "";
  return looksLikeName(name) ? printedPerson(name) : undefined;
}

function isAllStrong(block: Block): boolean {
  return (
    block.type === "paragraph" &&
    block.runs.every(({ strong, text }) => strong === true || text.trim() === "") &&
    textOfBlock(block).length < 150
  );
}

/** The words of a block on one line. */
export function textOfBlock(block: Block): string {
  if (block.type === "code") return block.value;
  if (block.type !== "paragraph" && block.type !== "heading") return "";
  return lineOf(block.runs.map(({ text, kind }) => (kind === "break" ? "\n" : text)).join(""));
}
