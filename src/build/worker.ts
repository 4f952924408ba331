/** A worker process of a build: it prints the pages whose views it is given, with the same templates and words. */
import { withKinds } from "../layouts/frame.ts";
import { digest } from "../text/digest.ts";
import { siteWords } from "../words/own-words.ts";
import { type PagesToPrint, PageWriter, type PrintedWith } from "./eleventy.ts";
import { limitHeap } from "./heap.ts";
import type { Answer, Order, PageToPrint, SiteToPrint } from "./worker-messages.ts";

/** Follows the orders of the process that started this one, until that ends. */
export function followOrders(): void {
  let printer: Printer | undefined;
  let last: Promise<unknown> = Promise.resolve();
  process.on("message", (order: Order) => {
    if ("begin" in order) printer = new Printer(order.begin);
    else last = last.then(async () => process.send?.(await printer?.print(order.print)));
  });
  process.on("disconnect", () => process.exit());
}

class Printer {
  readonly #with: PrintedWith;
  readonly #pages: PageWriter;

  constructor({ settings, frame, templates, ownWords }: SiteToPrint) {
    limitHeap(0);
    this.#with = { templates, frame: withKinds(frame), archive: { words: siteWords(frame.lang, ownWords), ownWords } };
    this.#pages = new PageWriter(settings);
    // Who prints the first page hears why it cannot be loaded.
    this.#pages.warmUp().catch(() => {});
  }

  async print(some: readonly PageToPrint[]): Promise<Answer> {
    const pages = new Pages(some);
    try {
      await this.#pages.write(this.#with, pages);
      return { printed: pages.printed };
    } catch (error) {
      return { printed: pages.printed, failed: told(error) };
    }
  }
}

/** Some pages, and what was printed of them. */
class Pages implements PagesToPrint {
  readonly pages: PagesToPrint["pages"];
  readonly printed: [path: string, bytes: string][] = [];

  constructor(pages: readonly PageToPrint[]) {
    this.pages = new Map(pages.map(([path, kind, view]) => [path, { kind, view: JSON.parse(view) as object }]));
  }

  get missing(): number {
    return this.pages.size - this.printed.length;
  }

  noteWritten(path: string, html: string): boolean {
    this.printed.push([path, digest(html)]);
    return this.pages.has(path);
  }
}

/** What went wrong, for the user: what a template complains of, or the stack of an error of ours. */
function told(error: unknown): string {
  const { stack, originalError } = error as { stack?: string; originalError?: Error };
  return originalError?.message ?? stack ?? String(error);
}
