/** Pages of talks are where ours are. */
export default {
  layout: "talk.njk",
  permalink: ({ page }) => `/events/${page.inputPath.split("/").at(-3)}/${page.fileSlug}/`,
};
