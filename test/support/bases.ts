/** Where the sites are published that tests look at; records link to neither host. */
export const ROOT = "https://archive.example.org/";
export const PREFIXED = "https://www.example.net/archive/";
