import type { StoredHistory } from './storedHistory';

/** What a history was read from, as far as a file says: of any kind, whatever the types say. */
type Facts = { readonly [Name in keyof Omit<StoredHistory, 'columns' | 'readAt'>]?: unknown };

/** Checks that what a file says beside the columns is of the kinds that it should be. @throws {Error} if something is not */
export function checkFacts({ tips, walked, notes, borders, commits }: Facts): void {
  const isRight =
    areTexts(tips) &&
    areTexts(walked) &&
    (notes === undefined || typeof notes === 'string') &&
    typeof borders === 'string' &&
    Number.isSafeInteger(commits) &&
    Number(commits) >= 0;
  if (!isRight) throw new Error('What it says is not what a history is read from.');
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
