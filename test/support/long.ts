/** Whether tests run that take long and are seldom broken: `npm run test:all` runs them, `npm test` one of each kind. */
export const LONG = process.env["LONG"] !== undefined;
