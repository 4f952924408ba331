/** The type of Eleventy's main class, which ships without types. */
declare module "@11ty/eleventy" {
  const Eleventy: import("./types.ts").EleventyConstructor;
  export default Eleventy;
}
