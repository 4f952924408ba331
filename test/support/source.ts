/** Reads TypeScript with a parser (oxc): what a file imports, and which names it uses that no import brings. */
import { parseSync } from "oxc-parser";

export interface Import {
  /** What is imported; undefined where the code computes it. */
  from: string | undefined;
  typeOnly: boolean;
  line: number;
}

/** A name in the code: `Date`, or with what it is asked for, `Math.random`. */
export interface Use {
  name: string;
  line: number;
}

export interface Source {
  imports: readonly Import[];
  /** Names that stand for themselves or are asked of something: not the keys of objects, not members that merely bear the name. */
  globals: readonly Use[];
  /** Members that are asked for, by their names. */
  members: readonly Use[];
  /** Lines that say `any` as a type. */
  anyTypes: readonly number[];
}

type Node = { type: string; start: number; end: number; [field: string]: unknown };

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && typeof (value as Node).type === "string";
const literal = (node: unknown) =>
  isNode(node) && node.type === "Literal" && typeof node["value"] === "string" ? node["value"] : undefined;
const nameOf = (node: unknown) => (isNode(node) && node.type === "Identifier" ? String(node["name"]) : undefined);

/** Fields of nodes that only name something, so that an identifier there is not a use of it. */
const NAMES: Record<string, readonly string[]> = {
  MemberExpression: ["property"],
  Property: ["key"],
  PropertyDefinition: ["key"],
  MethodDefinition: ["key"],
  TSPropertySignature: ["key"],
  TSMethodSignature: ["key"],
  TSQualifiedName: ["right"],
  ImportSpecifier: ["imported", "local"],
  ExportSpecifier: ["exported"],
};

/** Parses a file; throws when it is not TypeScript. */
export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const imports: Import[] = [];
  const globals: Use[] = [];
  const members: Use[] = [];
  const anyTypes: number[] = [];
  const lineOf = (node: Node) => text.slice(0, node.start).split("\n").length;

  const visit = (node: Node) => {
    const { type } = node;
    const line = lineOf(node);
    const typeOnly = node["importKind"] === "type" || node["exportKind"] === "type";
    if (/^(ImportDeclaration|ExportAllDeclaration|ExportNamedDeclaration)$/.test(type) && node["source"])
      imports.push({ from: literal(node["source"]), typeOnly, line });
    if (type === "ImportExpression" || type === "TSImportType") imports.push({ from: literal(node["source"]), typeOnly: false, line });
    if (type === "Identifier") globals.push({ name: String(node["name"]), line });
    if (type === "MetaProperty") globals.push({ name: `${nameOf(node["meta"])}.${nameOf(node["property"])}`, line });
    if (type === "MemberExpression" && !node["computed"]) {
      const name = nameOf(node["property"]) ?? "";
      members.push({ name, line });
      const object = nameOf(node["object"]);
      if (object) globals.push({ name: `${object}.${name}`, line });
    }
    if (type === "TSAnyKeyword") anyTypes.push(line);
    for (const [field, value] of Object.entries(node)) {
      if (type === "MetaProperty" || (NAMES[type]?.includes(field) && !node["computed"])) continue;
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child);
    }
  };
  visit(program as unknown as Node);
  return { imports, globals, members, anyTypes };
}

/** The texts in code, in order: strings, and what stands between the expressions of templates. Imports and types are left out. */
export function readTexts(path: string, text: string): string[] {
  const { program, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`);
  const texts: string[] = [];
  const visit = (node: Node) => {
    if (/^(Import|Export(All)?|TS\w+)(Declaration|Annotation|Type)$/.test(node.type)) return;
    const value = literal(node);
    if (value !== undefined) texts.push(value);
    if (node.type === "TemplateElement") texts.push((node["value"] as { cooked: string }).cooked);
    for (const field of Object.values(node)) for (const child of Array.isArray(field) ? field : [field]) if (isNode(child)) visit(child);
  };
  visit(program as unknown as Node);
  return texts;
}
