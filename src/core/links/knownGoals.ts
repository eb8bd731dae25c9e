import type { GoalCatalog } from '../catalog/goalCatalog';
import type { RepositoryReferences } from '../catalog/repositoryReferences';
import type { Goal } from '../goal/goal';
import { normalizeKey } from '../goal/goalKey';
import { isKey, projectOfKey } from '../references/goalKeys';
import { readMention } from '../references/mention';
import { isReference } from '../references/referencesInValue';
import { initiativeOf } from '../views/initiative';
import { isLongAgo } from './longAgo';
import { titleWords } from './titleWords';

/** What the commit hook needs to know about goals to find for any branch what the editor would find. */
export interface KnownGoalsSource {
  readonly catalog: GoalCatalog;
  readonly references: RepositoryReferences;
  /** The reference written for a goal in this repository's commits. */
  readonly written: (goal: Goal) => string;
}

/** The most goals listed: no person could follow more, and a hook must not read for long. */
const mostGoals = 50_000;

/**
 * One line for each key and each branch that a tracker knows, with tab-separated fields. For a key: `S`, the key, the
 * numbers that mean its goal here (preceded by `?` if they may mean something else), the tag for commits, the words of
 * its title, and `old` if a branch name with our made-up key rather means a version. For a branch: `B`, the name, the
 * tag.
 */
export function* knownGoalLines({ catalog, references, written }: KnownGoalsSource): Generator<string> {
  const tags = new Map<Goal, string>();
  const tagOf = (goal: Goal): string => {
    const initiative = initiativeOf(goal, catalog.ancestors(goal));
    const tag = tags.get(initiative) ?? written(initiative);
    tags.set(initiative, tag);
    return tag;
  };
  for (const goal of catalog.all(references.home.folder).slice(0, mostGoals)) {
    const tag = tagOf(goal);
    if (!isReference(tag)) continue;
    const numbers = numbersOf(goal, catalog, references).join(' ');
    const words = numbers === '' ? '' : titleWords(goal.title).join(' ');
    const key = normalizeKey(goal.key);
    const isOurs = references.inventedProjects.has(projectOfKey(key));
    const age = isOurs && isLongAgo(key, 'key', references) ? ['old'] : [];
    yield ['S', key, numbers, tag, words, ...age].join('\t');
    for (const key of catalog.names.of(goal).filter(isOnlyKey)) {
      if (references.find(key) === goal) yield ['S', normalizeKey(key), '', tag, ''].join('\t');
    }
  }
  const seen = new Set<string>();
  for (const { goal, link } of references.code.branches()) {
    if (link.kind !== 'branch') continue;
    const line = ['B', link.name, tagOf(goal)].join('\t');
    if (!seen.has(line) && isReference(tagOf(goal))) yield line;
    seen.add(line);
  }
}

function numbersOf(goal: Goal, catalog: GoalCatalog, references: RepositoryReferences): string[] {
  const number = catalog.numbers.numberOf(goal);
  if (!number) return [];
  const spellings = number.sign === '&' ? [] : [`#${number.number}`, `AB#${number.number}`];
  return spellings.flatMap((text) => {
    const here = references.spelledInBranch(text);
    if (references.find(here) !== goal) return [];
    return here === text ? text : `?${text}`;
  });
}

/** Whether a name is a key, not a number with its place. */
function isOnlyKey(name: string): boolean {
  return isKey(name) && readMention(name).kind === 'key';
}
