/** Remembering: the answer of a pure function of a text, which thousands of records ask for again. */

/** The same function, which computes each answer once. */
export function remembered<Answer>(compute: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined && !answers.has(text)) {
      answer = compute(text);
      answers.set(text, answer);
    }
    return answer as Answer;
  };
}
