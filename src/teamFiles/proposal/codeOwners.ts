import { parsePathMap } from '../../core/paths/pathMap';

/** Where a repository keeps its code owners; the first that exists counts. */
export const codeOwnersPlaces = ['.github/CODEOWNERS', 'CODEOWNERS', '.gitlab/CODEOWNERS', 'docs/CODEOWNERS'];

/** A rule of a code owners file. */
export interface OwnedArea {
  readonly pattern: string;
  /** The first team or account, `@acme/checkout`; addresses do not count, as others cannot look them up. */
  readonly owner?: string;
}

/** Reads a code owners file: which rule a path falls under. Leaves out what cannot be read. */
export function readCodeOwners(text: string): (path: string) => OwnedArea | undefined {
  const areas: OwnedArea[] = [];
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/)) {
    const [pattern, ...owners] = line.trim().match(/(?:\\.|\S)+/g) ?? [];
    // GitLab groups its rules under `[Section]`.
    if (pattern === undefined || /^(?:#|\^?\[)/.test(pattern)) continue;
    const owner = owners.find((each) => /^@[\w./-]+$/.test(each));
    // A path map has the same syntax: the key tells which rule matched.
    lines.push(`${pattern} RULE-${areas.length}`);
    areas.push({ pattern, ...(owner !== undefined && { owner }) });
  }
  const map = parsePathMap(lines.join('\n'));
  return (path) => {
    const key = map.match(path)?.keys[0];
    return key === undefined ? undefined : areas[Number(key.slice('RULE-'.length))];
  };
}
