import type { CommitKeyRules } from '../../git/retag/branchCommit';
import type { GitRepository } from '../sources/git/gitExtension';
import type { CommandServices } from './commandServices';

/** How commits of a repository name goals, as of now. */
export function keyRules(
  { settings, store }: Pick<CommandServices, 'settings' | 'store'>,
  { rootUri }: GitRepository,
): Required<CommitKeyRules> {
  const { catalog } = store;
  const folder = rootUri.toString();
  return {
    trailer: settings.trailerOf(rootUri),
    projects: catalog.projects(),
    isKnown: (key) => catalog.find(key, folder) !== undefined,
  };
}
