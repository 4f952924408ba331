/** The oldest browsers that styles and scripts are written for; what is newer (nesting, `light-dark()`) is put in their words. */
export const BROWSERS = { chrome: "111", firefox: "115", safari: "16.4" };
