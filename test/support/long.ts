/** Whether tests run that take long and are seldom broken: `npm run test:all` runs them, `npm test` one of each kind. */
export const LONG = process.env["LONG"] !== undefined;

/** How many made-up inputs a test tries: a quarter of them in `npm test`. */
export const runs = (most: number): number => (LONG ? most : Math.ceil(most / 4));
