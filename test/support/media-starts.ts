/** The first bytes by which media of each kind are known, for tests that need no whole file. */
const bytes = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"));

export const JPEG = bytes("\xff\xd8\xff\xe0\0\x10JFIF\0");
export const PNG = bytes("\x89PNG\r\n\x1a\n");
export const WEBM = bytes("\x1a\x45\xdf\xa3webm");
export const MP4 = bytes("\0\0\0\x18ftypmp42");
