import { isKey } from '../../../core/references/goalKeys';
import type { LinearPage } from './linearSchemas';

const maxKey = 64;

/**
 * The key of an initiative or project, which has no number that people write: the last part of its address
 * (`retry-payments-a1b2c3d4e5f6`), shortened at the front so that the id at its end stays.
 */
export function pageKey({ url, slugId }: LinearPage): string | undefined {
  const parts = url && URL.canParse(url) ? new URL(url).pathname.split('/').filter(Boolean) : [];
  const part = parts.findLast((each) => !slugId || each.endsWith(slugId)) ?? '';
  const key = part.slice(-maxKey).replace(/^[^\p{L}\p{N}]+/u, '');
  if (isKey(key)) return key;
  return slugId && isKey(slugId) ? slugId : undefined;
}

/** What Linear can be asked for by key. */
export interface WantedKeys {
  /** The numbers of issues by the key of their team, in upper case. */
  readonly numbersByTeam: ReadonlyMap<string, readonly number[]>;
  /** The ids at the end of addresses. */
  readonly slugIds: readonly string[];
}

/** Reads keys, leaving out those that cannot be Linear's. */
export function wantedKeys(keys: readonly string[]): WantedKeys {
  const numbersByTeam = new Map<string, number[]>();
  const slugIds = new Set<string>();
  for (const key of keys) {
    const [, team, number] = /^(\p{L}[\p{L}\p{N}_]*)-(\d{1,9})$/u.exec(key) ?? [];
    if (team !== undefined) {
      const numbers = numbersByTeam.get(team.toUpperCase()) ?? [];
      numbers.push(Number(number));
      numbersByTeam.set(team.toUpperCase(), numbers);
      continue;
    }
    // Keys are compared without regard to case, the ids are in lower case.
    const [, slugId] = /^(?:[^/#\s]*-)?([\da-z]{8,16})$/i.exec(key) ?? [];
    if (slugId !== undefined && /\d/.test(slugId)) slugIds.add(slugId.toLowerCase());
  }
  return { numbersByTeam, slugIds: [...slugIds] };
}

/** As many as are worth a question each. */
const maxMoved = 20;

/** The keys of issues without a goal among the answers: the issues may have moved to another team. */
export function movedKeys(keys: readonly string[], goals: readonly { readonly key: string }[]): string[] {
  const answered = new Set(goals.map(({ key }) => key.toUpperCase()));
  return keys
    .map((key) => key.toUpperCase())
    .filter((key) => /^\p{L}[\p{L}\p{N}_]*-\d{1,9}$/u.test(key) && !answered.has(key))
    .slice(0, maxMoved);
}
