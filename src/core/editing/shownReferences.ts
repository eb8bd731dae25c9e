import type { RepositoryReferences } from '../catalog/repositoryReferences';
import type { Goal } from '../goal/goal';
import { scanText } from '../references/findMentions';
import { eachKey, projectOfKey } from '../references/goalKeys';
import { commentStart } from './commentStart';

/** A reference in a displayed line, and the goal that it names. */
export interface ShownReference {
  /** Start offset in the line, in UTF-16 units. */
  readonly index: number;
  /** As it was written. */
  readonly text: string;
  readonly goal: Goal;
}

/** How much of a line is scanned, in UTF-16 units: longer lines are data, not something to read. */
const maxLine = 2000;

/** The part of a line that is searched for references. */
export function searchedPart(line: string): string {
  return line.slice(0, maxLine);
}

/**
 * The goals that a line names, anywhere in it, in order of appearance. In code, a bare number counts only in a comment:
 * elsewhere, `#333` is a colour.
 */
export function shownReferences(
  line: string,
  references: RepositoryReferences,
  place: 'prose' | 'code',
): ShownReference[] {
  const searched = searchedPart(line);
  const { plain, mentions } = scanText(searched, maxLine);
  const found: ShownReference[] = [];
  const add = (index: number, text: string, goal: Goal | undefined): void => {
    if (goal) found.push({ index, text, goal });
  };
  for (const { key, text, index } of eachKey(plain, references.projects, maxLine)) {
    // A project name that we made up may be an ordinary word to others: `gitlab-runner-2` is a host.
    const isOurs = references.inventedProjects.has(projectOfKey(key));
    if (!isOurs || text === key) add(index, text, references.find(text));
  }
  // Found once for all mentions, as a line may be full of both them and marks.
  const start = place === 'prose' || mentions.length === 0 ? 0 : commentStart(searched);
  for (const { kind, text, reference, index } of mentions) {
    if (kind === 'address' || start <= index) add(index, text, references.find(reference));
  }
  return found.sort((a, b) => a.index - b.index);
}

/** The reference at a position in a line. */
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
