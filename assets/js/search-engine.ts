/** The search itself, for the field of every page and for the search page, both of which load it when it is needed. */
import { handOver } from "./parts/on-demand.ts";
import { searchIn } from "./parts/search-ask.ts";

handOver(searchIn);
