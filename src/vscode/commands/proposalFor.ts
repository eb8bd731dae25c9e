import { FileType, Range, Uri, workspace } from 'vscode';
import { maxPathMapLength } from '../../core/paths/pathMap';
import { readTraces, type RepositoryTraces } from '../../git/traces/readTraces';
import { codeOwnersPlaces } from '../../teamFiles/proposal/codeOwners';
import { newGoalsFile, newPathMap } from '../../teamFiles/proposal/newGoalsFile';
import { proposeGoals } from '../../teamFiles/proposal/proposeGoals';
import type { Services } from '../services';

/** The text of a new goals file and path map. */
export interface NewFiles {
  readonly goalsText: string;
  readonly pathsText: string;
  /** What to change first in the goals file. */
  readonly change: Range;
}

/** The first goals that a folder's repository suggests; examples if it suggests none. */
export async function proposalFor(
  services: Pick<Services, 'git' | 'log' | 'store'>,
  root: Uri,
): Promise<NewFiles> {
  const [traces, codeOwners] = await Promise.all([tracesOf(services, root), codeOwnersOf(root)]);
  const { catalog } = services.store;
  const proposal = proposeGoals(
    { ...traces, ...(codeOwners !== undefined && { codeOwners }) },
    (key) => catalog.find(key) !== undefined,
  );
  const { text, change } = newGoalsFile(proposal);
  return {
    goalsText: text,
    pathsText: newPathMap(proposal),
    change: new Range(change.line, change.start, change.line, change.end),
  };
}

/** Without git, in Restricted Mode, or outside a repository there are no traces. */
async function tracesOf({ git, log }: Pick<Services, 'git' | 'log'>, root: Uri): Promise<RepositoryTraces> {
  const none = { branches: [], commits: [] };
  if (!workspace.isTrusted || root.scheme !== 'file') return none;
  try {
    return await readTraces(git, root.fsPath);
  } catch (error) {
    log.info(`Nothing is proposed from the history of ${root.fsPath}.`, error);
    return none;
  }
}

async function codeOwnersOf(root: Uri): Promise<string | undefined> {
  for (const place of codeOwnersPlaces) {
    const uri = Uri.joinPath(root, place);
    try {
      const { size, type } = await workspace.fs.stat(uri);
      if (type === FileType.File && size <= maxPathMapLength)
        return new TextDecoder().decode(await workspace.fs.readFile(uri));
    } catch {
      // Try the next place.
    }
  }
  return undefined;
}
