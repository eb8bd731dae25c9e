import type { CommitKey } from './commitKeys';
import { normalizeKey } from '../goal/goalKey';
import type { Link } from './link';
import type { PathMap } from '../paths/pathMap';

/** A commit that touched a file. */
export interface FileCommit {
  readonly sha: string;
  readonly subject: string;
  /** Strongest evidence first. */
  readonly keys: readonly CommitKey[];
}

/** The goals that the path map assigns to a file; `path` is relative to the map's folder, with forward slashes. */
export function linksOfPath(path: string, map: PathMap): Link[] {
  const rule = map.match(path);
  if (!rule) return [];
  return rule.keys.map((key) => ({
    key,
    provenance: { kind: 'pathMap', pattern: rule.pattern, line: rule.line },
  }));
}

/** The goals of the commits that touched a file, newest first; each key once, with its newest commit. */
export function linksOfHistory(commits: readonly FileCommit[]): Link[] {
  const links = new Map<string, Link>();
  for (const { sha, subject, keys } of commits) {
    for (const { key, by, text } of keys) {
      const id = normalizeKey(key);
      if (!links.has(id)) links.set(id, { key, provenance: { kind: 'commit', sha, subject, by, text } });
    }
  }
  return [...links.values()];
}
