/** The types of the citation reader, which ships without types: the slice that tests use. */
declare module "@citation-js/core" {
  export interface CslName {
    family?: string;
    given?: string;
    literal?: string;
    suffix?: string;
    "non-dropping-particle"?: string;
    "dropping-particle"?: string;
  }
  export interface CslItem {
    [field: string]: unknown;
    title: string;
    type: string;
    author?: CslName[];
    issued?: { "date-parts": number[][] };
  }
  export const plugins: { input: { chain(data: unknown, options?: object): CslItem[] } };
}
declare module "@citation-js/plugin-bibtex" {}
declare module "@citation-js/plugin-ris" {}
