/** Misuse by the caller: its message says what is wrong, where, and what to do. Ends the process with code 2. */
export class UserError extends Error {
  override name = 'UserError';
}
