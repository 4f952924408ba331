/** Adds buttons that copy the citation of a talk, as text or as BibTeX. Without them it can be selected and downloaded. */
const section = document.querySelector(".cite");
const citation = section.querySelector(".citation");
const bibtex = section.querySelector('[type="application/x-bibtex"]');
const add = (tag, className, parent) => parent.appendChild(Object.assign(document.createElement(tag), { className }));
const row = add("p", "copy", section);
const buttons = add("span", "copy-buttons", row);
const status = add("span", "copy-status", row);
status.setAttribute("role", "status");

function addButton(label, read) {
  const button = Object.assign(add("button", "", buttons), { type: "button", textContent: label });
  button.addEventListener("click", async () => {
    try {
      const text = read();
      // The text comes as a promise, or a browser may forget the click while it loads; old ones want it at once.
      if (!globalThis.ClipboardItem) await navigator.clipboard.writeText(await text);
      else {
        const plain = text.then((content) => new Blob([content], { type: "text/plain" }));
        await navigator.clipboard.write([new ClipboardItem({ "text/plain": plain })]);
      }
      status.textContent = "Copied.";
    } catch {
      getSelection().selectAllChildren(citation);
      status.textContent = "This browser does not allow it. The citation is selected, so that you can copy it yourself.";
    }
  });
}

async function fetchText(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.statusText);
  return response.text();
}

addButton("Copy citation", async () => citation.textContent);
addButton("Copy BibTeX", () => fetchText(bibtex.href));
