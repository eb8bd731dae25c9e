import * as l10n from '@vscode/l10n';
import type { Node } from 'yaml';
import { ownFault } from '../../core/ownFault';
import { isKey } from '../../core/references/goalKeys';
import { toGoal } from '../record/toGoal';
import { Guesses } from '../record/guesses';
import { CrossCheck } from './crossCheck';
import type { Draft } from './draft';
import { isExample } from './example';
import { GoalsDocument, type Entry } from './goalsDocument';
import type { GoalsFileResult } from './goalsFileParser';
import type { Path } from '../record/path';
import { locate, type Span } from './locate';
import { UnreadableEntry } from './plainReader';
import { ProblemList } from './problemList';
import { readRecord } from '../record/readRecord';

/** The longest goals file that is parsed, in UTF-16 units (2 MiB of plain English). */
export const maxGoalsFileLength = 2 * 1024 * 1024;

/**
 * Reads a goals file (YAML or JSON). Never throws: leaves out and reports what cannot be used.
 *
 * @param guesses the budget for guessing misspelt words in the whole file
 */
export function parseGoalsFile(text: string, trackerId: string, guesses = new Guesses()): GoalsFileResult {
  // Editors count columns without the byte order mark.
  const source = text.replace(/^\uFEFF/, '');
  if (source.length > maxGoalsFileLength) return tooLong(source.length);
  const problems = new ProblemList(source);
  const document = new GoalsDocument(source, problems, guesses);
  const broken = new Map(document.brokenKeys);
  const drafts = document.entries.flatMap((entry) => {
    const result = readEntrySafely(entry, document, trackerId, problems, guesses);
    if (result.draft) return result.draft;
    if (result.key !== undefined) broken.set(result.key, result.start);
    return [];
  });
  const check = new CrossCheck(drafts, broken, problems, guesses);
  const goals = check.goals();
  const badEntries = document.brokenEntries + document.entries.length - goals.length;
  const { numbers } = document;
  return {
    goals,
    problems: problems.sorted(),
    badEntries,
    ...(broken.size > 0 && { brokenKeys: [...broken.keys()] }),
    ...(numbers !== undefined && { numbers }),
  };
}

/** What is read of an entry: a goal, or else where it begins, and its key if that is known. */
interface EntryReading {
  readonly draft?: Draft;
  readonly key?: string;
  readonly start: number;
}

/** A bug of ours costs one entry, not the goals of the whole file. */
function readEntrySafely(
  entry: Entry,
  document: GoalsDocument,
  trackerId: string,
  problems: ProblemList,
  guesses: Guesses,
): EntryReading {
  try {
    return readEntry(entry, document, trackerId, problems, guesses);
  } catch (error) {
    const [start, end] = locate(entry.node, []);
    problems.add('error', entry.base + start, entry.base + end, ownFault(error));
    return { start: entry.base + start };
  }
}

function readEntry(
  { node, base }: Entry,
  { reader }: GoalsDocument,
  trackerId: string,
  problems: ProblemList,
  guesses: Guesses,
): EntryReading {
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
    problems.add('error', start, end, error.message);
    return { start };
  }
  const { record, issues } = readRecord(value, guesses);
  const written = (value as { readonly key?: unknown } | null | undefined)?.key;
  const key =
    record?.key ?? (typeof written === 'string' && isKey(written.trim()) ? written.trim() : undefined);
  for (const { severity, path, isName, message } of issues) {
    problems.add(severity, ...spanOf(path, isName && 'name'), message, key === undefined ? {} : { key });
  }
  if (record) {
    const goal = toGoal(record, trackerId);
    if (isExample(goal)) {
      const message = l10n.t('This goal is an example. Put one of your own in its place, or delete it.');
      problems.add('warning', ...spanOf(['title']), message, { key: goal.key });
    }
    return { draft: { goal, start, spanOf }, start };
  }
  return { start, ...(key !== undefined && { key }) };
}

function tooLong(length: number): GoalsFileResult {
  const problems = new ProblemList('');
  const message = l10n.t(
    'The goals file has {0} MB, and at most 2 MB are read: split it, or move finished goals out.',
    (length / 1024 / 1024).toFixed(1),
  );
  problems.add('error', 0, 0, message);
  return { goals: [], problems: problems.sorted(), badEntries: 0 };
}
