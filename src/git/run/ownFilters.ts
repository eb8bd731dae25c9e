import type { Git, GitSetting } from './git';

const programs = String.raw`^filter\..*\.(clean|smudge|process)$`;
/** Whose settings nobody but the person or the machine has written; a filter such as Git LFS is usually among them. */
const ownScopes = new Set(['system', 'global', 'command']);

/**
 * Settings that switch off the filters which a repository's own configuration names, for commands that compare the work
 * tree: git would run them, and a folder may come with a configuration that somebody else wrote. None where they may run.
 *
 * @throws {GitError} and the signal's reason
 */
export async function ownFiltersOff(git: Git, root: string, signal?: AbortSignal): Promise<GitSetting[]> {
  if (git.runsFilters) return [];
  const ask = ['config', '--null', '--show-scope', '--name-only', '--get-regexp', programs];
  // 1: there are none.
  const fields = (await git.run(root, ask, { signal, answers: [0, 1] })).split('\0');
  const drivers = new Set<string>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [scope = '', name = ''] = fields.slice(at, at + 2);
    if (!ownScopes.has(scope)) drivers.add(name.slice(0, name.lastIndexOf('.')));
  }
  return [...drivers].flatMap((driver) => [
    ...['clean', 'smudge', 'process'].map((part): GitSetting => [`${driver}.${part}`, '']),
    // Otherwise git fails where a filter is missing.
    [`${driver}.required`, 'false'],
  ]);
}
