/** A digest of the files of the program, as source or compiled, as they are now. Templates and declarations of types are left out. */
export function sourceDigest(programDir: string): string;
