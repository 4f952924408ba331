/**
 * Scripts that a page names but does not load: each waits in a `<template>` with its address and hash, which are the page's own. So no
 * script makes an address, and the policy stays as strict as without (`trusted-types 'none'`, scripts by their hashes alone).
 */

/** Runs one of them; nothing where the page has none of that name. */
export function run(name: string): Element | null | undefined {
  const copy = document.querySelector<HTMLTemplateElement>(`#script-${name}`)?.content.cloneNode(true) as DocumentFragment | undefined;
  const script = copy?.firstElementChild;
  if (script) document.head.append(script);
  return script;
}

/** Runs one of them, and gets what it hands over with `handOver`. Rejects where it cannot be loaded; the next call tries again. */
export const load = <Handed>(name: string): Promise<Handed> =>
  new Promise((resolve, reject) => {
    const script = run(name);
    if (!script) return reject(new Error());
    script.addEventListener("ready", (event) => resolve((event as CustomEvent<Handed>).detail));
    script.addEventListener("error", reject);
  });

/** Hands something to whoever loads this script. */
export const handOver = (detail: unknown): unknown => document.currentScript?.dispatchEvent(new CustomEvent("ready", { detail }));
