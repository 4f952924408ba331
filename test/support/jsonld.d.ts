/** The types of the JSON-LD processor, which ships without types: the slice that tests use. */
declare module "jsonld" {
  export interface Options {
    base?: string;
    /** Fails where a property or value would be lost. */
    safe?: boolean;
    documentLoader?: (url: string) => Promise<{ contextUrl: null; document: unknown; documentUrl: string }>;
  }
  export interface Quad {
    subject: { termType: string; value: string };
    predicate: { value: string };
    object: { termType: string; value: string };
  }
  const jsonld: {
    expand(document: unknown, options?: Options): Promise<Record<string, unknown>[]>;
    toRDF(document: unknown, options?: Options): Promise<Quad[]>;
  };
  export default jsonld;
}
