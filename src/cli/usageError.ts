/** The command line cannot be carried out; the message says why and what is possible. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The choice that a text names. @throws {UsageError} if it names none */
export function oneOf<T extends string>(value: string, choices: readonly T[], what: string): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) {
    throw new UsageError(`“${value}” is not possible for ${what}. Write one of: ${choices.join(', ')}.`);
  }
  return found;
}
