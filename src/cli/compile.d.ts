/** The folder of the compiled program, for as long as this process runs; nothing where it cannot be written. */
export function compiledProgram(): Promise<string | undefined>;
