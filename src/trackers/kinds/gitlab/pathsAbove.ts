/** GitLab nests at most 20 groups, and a project in the last of them. */
const maxParts = 21;

/** The groups that a path is in, the nearest first. */
export function pathsAbove(path: string): readonly string[] {
  const parts = path.split('/', maxParts);
  return parts.slice(1).map((_, at) => parts.slice(0, parts.length - 1 - at).join('/'));
}
