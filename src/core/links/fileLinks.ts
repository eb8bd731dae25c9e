import { keysOfCommit } from './commitKeys';
import type { Link } from './link';
import type { PathMap } from '../paths/pathMap';
import type { ReferenceRules } from './referenceRules';

/** A commit that touched a file. */
export interface FileCommit {
  readonly sha: string;
  readonly subject: string;
  readonly body: string;
}

/** The goals that the path map gives to a file; `path` is relative to the folder of the map, with forward slashes. */
export function linksOfPath(path: string, map: PathMap): Link[] {
  const rule = map.match(path);
  if (!rule) return [];
  return rule.keys.map((key) => ({
    key,
    provenance: { kind: 'pathMap', pattern: rule.pattern, line: rule.line },
  }));
}

/** The goals of the commits that touched a file, newest first; each key once, by its newest commit. */
export function linksOfHistory(commits: readonly FileCommit[], rules: ReferenceRules): Link[] {
  const links = new Map<string, Link>();
  for (const { sha, subject, body } of commits) {
    for (const { key, by, text } of keysOfCommit({ subject, body }, rules)) {
      if (!links.has(key)) links.set(key, { key, provenance: { kind: 'commit', sha, subject, by, text } });
    }
  }
  return [...links.values()];
}
