import { basename, dirname } from 'node:path';

/** What people call repositories: by the names of their folders, with the folder above if two share a name. */
export function repositoryNames(roots: readonly string[]): string[] {
  const names = roots.map((root) => basename(root));
  return names.map((name, at) =>
    names.indexOf(name) === names.lastIndexOf(name) ? name : `${basename(dirname(roots[at] ?? ''))}/${name}`,
  );
}
