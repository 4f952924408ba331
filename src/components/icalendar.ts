/** The syntax of iCalendar (RFC 5545): escaping, folding and nesting; a value cannot leave its line. */

/** `value` is written as it stands; a text goes through `text` first. */
export interface CalendarProperty {
  name: string;
  value: string;
  parameters?: Record<string, string>;
}

export interface CalendarComponent {
  name: string;
  properties: readonly CalendarProperty[];
  components?: readonly CalendarComponent[];
}

/** The longest line in octets, without its end. */
const LONGEST_LINE = 75;

/** A value of type TEXT. */
export function text(value: string): string {
  return value.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** A component and all in it, as a file. */
export function icalendar(component: CalendarComponent): string {
  return lines(component)
    .map((line) => `${fold(line)}\r\n`)
    .join("");
}

function lines({ name, properties, components = [] }: CalendarComponent): string[] {
  return [`BEGIN:${name}`, ...properties.map(property), ...components.flatMap(lines), `END:${name}`];
}

function property({ name, value, parameters = {} }: CalendarProperty): string {
  const written = Object.entries(parameters).map(([key, parameter]) => `;${key}=${parameter.replace(/[\p{Cc}";:,]/gu, "")}`);
  return `${name}${written.join("")}:${value.replace(/[\r\n]/g, "")}`;
}

/** Cuts a line between characters; what follows a cut starts with a blank, which counts. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST_LINE) return line;
  let folded = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0) ?? 0);
    if (octets + size > LONGEST_LINE) {
      folded += "\r\n ";
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}

/** The length of a character in UTF-8. */
function octetsOf(codePoint: number): number {
  return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
}
