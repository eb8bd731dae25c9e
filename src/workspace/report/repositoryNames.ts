import { basename, dirname } from 'node:path';

/**
 * What people call repositories: the names of their folders; those that share one with the
 * name of the folder above.
 */
export function repositoryNames(roots: readonly string[]): string[] {
  const names = roots.map((root) => basename(root));
  return names.map((name, at) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${basename(dirname(roots[at] ?? ''))}/${name}`,
  );
}
