import type { RepositoryReferences } from '../catalog/repositoryReferences';
import type { Goal } from '../goal/goal';
import { scanText } from '../references/findMentions';
import { eachKey } from '../references/goalKeys';
import { isInComment } from './isInComment';

/** A reference in a line that somebody reads, and the goal that it names. */
export interface ShownReference {
  /** Where it starts in the line, in UTF-16 offsets. */
  readonly index: number;
  /** As it was written. */
  readonly text: string;
  readonly goal: Goal;
}

/** Longer lines are data, not something to read: only their beginning is looked at, in UTF-16 units. */
const maxLine = 2000;

/**
 * The goals that a line names, wherever it stands, in the order in which they appear. In code a bare number counts only
 * in a comment: `#333` is a colour elsewhere.
 */
export function shownReferences(
  line: string,
  references: RepositoryReferences,
  place: 'prose' | 'code',
): ShownReference[] {
  const { plain, mentions } = scanText(line.slice(0, maxLine), maxLine);
  const found: ShownReference[] = [];
  const add = (index: number, text: string, goal: Goal | undefined): void => {
    if (goal) found.push({ index, text, goal });
  };
  for (const { key, text, index } of eachKey(plain, references.projects, maxLine)) {
    // A name of ours may be a word to others: `gitlab-runner-2` is a host.
    const isOurs = references.inventedProjects.has(key.slice(0, key.lastIndexOf('-')));
    if (!isOurs || text === key) add(index, text, references.find(text));
  }
  for (const { kind, text, reference, index } of mentions) {
    const counts = kind === 'address' || place === 'prose' || isInComment(line, index);
    if (counts) add(index, text, references.find(reference));
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The reference that stands at a place in a line. */
export function referenceAt(
  line: string,
  column: number,
  references: RepositoryReferences,
  place: 'prose' | 'code',
): ShownReference | undefined {
  return shownReferences(line, references, place).find(
    ({ index, text }) => index <= column && column <= index + text.length,
  );
}
