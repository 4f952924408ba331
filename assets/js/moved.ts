/** Leads on from a former address to the place within the page that it names (`#t=12:34`). Without it the page leads on by itself, to the top. */
import { find } from "./parts/dom.ts";

// What a script asks for while a page loads takes the place of what the page asks for then.
if (location.hash) location.replace(find<HTMLAnchorElement>("main a").href + location.hash);
