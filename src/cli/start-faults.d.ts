/** The sentence; nothing where it is a fault that nobody foresaw, whose stack tells more. */
export function whyNotStarted(error: Error, project: string): string | undefined;
