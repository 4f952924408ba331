/** Pages of events are where ours are. */
export default {
  layout: "event.njk",
  permalink: ({ page }) => `/events/${page.inputPath.split("/").at(-2)}/`,
};
