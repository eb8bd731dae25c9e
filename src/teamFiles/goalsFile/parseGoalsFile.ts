import type { Node } from 'yaml';
import type { Goal } from '../../core/goal/goal';
import { isKey } from '../../core/references/goalKeys';
import { toGoal } from '../record/goalRecord';
import { CrossCheck } from './crossCheck';
import type { Draft } from './draft';
import { GoalsDocument, type Entry } from './goalsDocument';
import type { Path } from '../record/path';
import { locate, type Span } from './locate';
import { UnreadableEntry } from './plainReader';
import type { Problem } from './problem';
import { ProblemList } from './problemList';
import { readRecord } from '../record/readRecord';

/** The longest goals file that is parsed, in UTF-16 code units (2 MiB of plain English). */
export const maxGoalsFileLength = 2 * 1024 * 1024;

/** What a goals file holds. */
export interface GoalsFileResult {
  /** In the order of the file: keys are unique, relations lead to goals of the file, parents have no cycle. */
  readonly goals: readonly Goal[];
  /** In the order of the file. */
  readonly problems: readonly Problem[];
  /** How many entries of the list are not among the goals. */
  readonly badEntries: number;
  /** Whose number a bare `#142` is: a repository, or the address of a tracker. */
  readonly numbers?: string;
}

/** Reads a goals file (YAML or JSON). Never throws: what cannot be used is left out and reported. */
export function parseGoalsFile(text: string, trackerId: string): GoalsFileResult {
  // Editors count columns without the byte order mark.
  const source = text.replace(/^\uFEFF/, '');
  if (source.length > maxGoalsFileLength) return tooLong(source.length);
  const problems = new ProblemList(source);
  const document = new GoalsDocument(source, problems);
  const broken = new Map(document.brokenKeys);
  const drafts = document.entries.flatMap((entry) => {
    const result = readEntry(entry, document, trackerId, problems);
    if (result.draft) return result.draft;
    if (result.key !== undefined) broken.set(result.key, result.start);
    return [];
  });
  const check = new CrossCheck(drafts, broken, problems);
  const goals = check.goals();
  const badEntries = document.brokenEntries + document.entries.length - goals.length;
  const { numbers } = document;
  return { goals, problems: problems.sorted(), badEntries, ...(numbers !== undefined && { numbers }) };
}

function readEntry(
  { node, base }: Entry,
  { reader }: GoalsDocument,
  trackerId: string,
  problems: ProblemList,
): { readonly draft?: Draft; readonly key?: string; readonly start: number } {
  const spanOf = (path: Path, part?: 'name'): Span => {
    const [start, end] = locate(node, path, part);
    return [base + start, base + end];
  };
  const [start, end] = spanOf([]);
  let value: unknown;
  try {
    value = reader.read(node, (at: Node, message) => {
      const [from, to] = locate(at, []);
      problems.add('error', base + from, base + to, message);
    });
  } catch (error) {
    if (!(error instanceof UnreadableEntry)) throw error;
    problems.add(
      'error',
      start,
      end,
      `This entry ${error.message}: write it out plainly. It is left out until then.`,
    );
    return { start };
  }
  const { record, issues } = readRecord(value);
  const written = (value as { readonly key?: unknown } | null | undefined)?.key;
  const key =
    record?.key ?? (typeof written === 'string' && isKey(written.trim()) ? written.trim() : undefined);
  for (const { severity, path, isName, message } of issues) {
    problems.add(severity, ...spanOf(path, isName && 'name'), message, key);
  }
  if (record) return { draft: { goal: toGoal(record, trackerId), start, spanOf }, start };
  return { start, ...(key !== undefined && { key }) };
}

function tooLong(length: number): GoalsFileResult {
  const problems = new ProblemList('');
  const message = `The goals file has ${(length / 1024 / 1024).toFixed(1)} MB, and at most 2 MB are read: split it, or move finished goals out.`;
  problems.add('error', 0, 0, message);
  return { goals: [], problems: problems.sorted(), badEntries: 0 };
}
