/** Adds buttons that copy the citation of a talk, as text or, where the site has files of talks, as BibTeX. Without them it can be selected and downloaded. */
import * as words from "words";
import { find, make } from "./parts/dom.ts";

const section = find(".cite");
const citation = find(".citation", section);
const bibtex = section.querySelector<HTMLAnchorElement>('[type="application/x-bibtex"]');
const buttons = make("span", { className: "copy-buttons" });
const status = make("span", { className: "copy-status" });
status.setAttribute("role", "status");
section.append(make("p", { className: "copy" }, buttons, status));

function addButton(label: string, read: () => Promise<string>): void {
  const button = make("button", { type: "button" }, label);
  button.addEventListener("click", async () => {
    try {
      const text = read();
      // The text comes as a promise, or a browser may forget the click while it loads; old ones want it at once.
      if (!globalThis.ClipboardItem) await navigator.clipboard.writeText(await text);
      else {
        const plain = text.then((content) => new Blob([content], { type: "text/plain" }));
        await navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
      }
      status.textContent = words.copied;
    } catch {
      getSelection()?.selectAllChildren(citation);
      status.textContent = words.cannotCopy;
    }
  });
  buttons.append(button);
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return response.text();
}

addButton(words.copyCitation, async () => citation.textContent);
if (bibtex) addButton(words.copyBibtex, () => fetchText(bibtex.href));
