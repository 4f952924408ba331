/** Where a forge such as GitHub shows a repository and what is in it. */
import type { SiteRecord } from "../model/records/site.ts";

type Repository = NonNullable<SiteRecord["repository"]>;

/** A page of a repository; its address may be that of a clone, which ends in `.git`, and a branch or a folder may hold any sign. */
export function inRepository({ url }: Repository, ...parts: readonly string[]): string {
  const steps = parts.flatMap((part) => part.split("/")).filter(Boolean);
  return [url.replace(/(?:\.git)?\/*$/, ""), ...steps.map(encodeURIComponent)].join("/");
}
