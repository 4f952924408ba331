/** Eleventy's settings for batches of pages. Plain JavaScript, which Eleventy loads itself. The data of a page are copied for each page, so they hold no package.json. */
export default () => ({ keys: { package: false } });
