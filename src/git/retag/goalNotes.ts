import * as l10n from '@vscode/l10n';
import { tagMessage } from '../../core/message/commitTag';
import { GitError } from '../run/gitError';
import { committerIdent } from './committerIdent';
import { editText } from './editText';
import { goalNotesRef } from '../run/notesRef';
import { editNote } from './goalNote';
import { resolveCommit } from '../run/resolveCommit';
import type { Git } from '../run/git';
import { readObjects } from './readObjects';
import { RetagError } from './retagError';

/** Which commits get a goal note, and what it says. */
export interface GoalNoteRequest {
  /** Full commit ids. */
  readonly shas: readonly string[];
  /** The trailer's name. */
  readonly trailer: string;
  /** The keys, which replace earlier ones of the trailer. */
  readonly keys: readonly string[];
}

/**
 * Writes the goals of commits into their notes under `refs/notes/goals`, beside what the notes already say, in one
 * commit of that ref. Leaves the commits themselves alone, pushes nothing, and returns the commits whose note changed.
 *
 * @throws {RetagError} if a commit does not exist, git does not know the person, or the notes changed meanwhile
 * @throws {InvalidTagError} if the token or a key is not safe in a trailer
 * @throws {GitError} if git fails
 */
export async function writeGoalNotes(
  git: Git,
  root: string,
  { shas, trailer, keys }: GoalNoteRequest,
  signal: AbortSignal,
): Promise<string[]> {
  // Tagging an empty message checks whether token and keys are safe.
  tagMessage('', trailer, keys);
  const chosen = [...new Set(shas)];
  await refuseUnknown(git, root, chosen, signal);
  const tip = await resolveCommit(git, root, goalNotesRef, signal);
  const notes = await readNotes(git, root, chosen, signal);
  const changed = chosen.flatMap((sha) => {
    const before = notes.get(sha) ?? Buffer.alloc(0);
    const after = editText(before, undefined, (text) => editNote(text, trailer, keys));
    return after.equals(before) ? [] : [{ sha, note: after }];
  });
  if (changed.length === 0) return [];
  const ident = await committerIdent(git, root, signal);
  const parts = [
    `commit ${goalNotesRef}\ncommitter ${ident}\n`,
    data(Buffer.from('goal-lens: goals of commits\n')),
    ...(tip === undefined ? [] : [`from ${tip}\n`]),
    ...changed.flatMap(({ sha, note }) => [`N inline ${sha}\n`, data(note)]),
    'done\n',
  ];
  const stream = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
  signal.throwIfAborted();
  try {
    // Not abortable: git that is stopped here may leave its locks behind.
    await git.bytes(root, ['fast-import', '--quiet', '--done', '--date-format=raw'], { input: stream });
  } catch (error) {
    if (!(error instanceof GitError) || (await resolveCommit(git, root, goalNotesRef)) === tip) throw error;
    throw new RetagError(
      'notesMoved',
      l10n.t('The goal notes have changed meanwhile, so nothing was written: try again.'),
    );
  }
  return changed.map(({ sha }) => sha);
}

async function refuseUnknown(
  git: Git,
  root: string,
  shas: readonly string[],
  signal: AbortSignal,
): Promise<void> {
  if (shas.length === 0)
    throw new RetagError('nothingChosen', l10n.t('No commit is chosen: choose at least one to tag.'));
  const found = await readObjects(git, root, shas, signal);
  const unknown = shas.find((sha) => found.get(sha)?.type !== 'commit');
  if (unknown === undefined) return;
  throw new RetagError(
    'unknownCommit',
    l10n.t('There is no commit {0} here: choose the commits again.', unknown.slice(0, 7)),
  );
}

/** The goal notes of these commits. */
async function readNotes(
  git: Git,
  root: string,
  shas: readonly string[],
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Buffer>> {
  const list = await git.run(root, ['notes', `--ref=${goalNotesRef}`, 'list'], signal);
  const blobOf = new Map(
    list.split('\n').map((line): [string, string] => {
      const [blob = '', sha = ''] = line.split(' ');
      return [sha, blob];
    }),
  );
  const noted = shas.flatMap((sha) => {
    const blob = blobOf.get(sha);
    return blob ? [{ sha, blob }] : [];
  });
  const objects = await readObjects(git, root, [...new Set(noted.map(({ blob }) => blob))], signal);
  return new Map(
    noted.flatMap(({ sha, blob }) => {
      const object = objects.get(blob);
      return object ? [[sha, object.content] as const] : [];
    }),
  );
}

function data(content: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`data ${content.length}\n`), content, Buffer.from('\n')]);
}
