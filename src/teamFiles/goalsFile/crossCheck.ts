import type { Goal } from '../../core/goal/goal';
import { levels } from '../../core/goal/goal';
import { normalizeKey } from '../../core/goal/goalKey';
import { closestWord } from '../record/closestWord';
import type { Draft } from './draft';
import type { Path } from '../record/path';
import { openParentCycles } from './parentCycles';
import type { ProblemList } from './problemList';

/** Each costs a comparison with every key of the file. */
const maxGuesses = 20;

/** Holds the goals of one file against each other. */
export class CrossCheck {
  private readonly byKey = new Map<string, Draft>();
  private guesses = 0;

  /** `broken`: keys of entries that were left out, and their offsets. */
  constructor(
    drafts: readonly Draft[],
    broken: ReadonlyMap<string, number>,
    private readonly problems: ProblemList,
  ) {
    for (const draft of drafts) this.addKey(draft);
    this.broken = new Map([...broken].map(([key, start]) => [normalizeKey(key), start]));
  }
  private readonly broken: ReadonlyMap<string, number>;

  /** The goals in the order of the file: keys unique, relations resolved, parents without a cycle. */
  goals(): Goal[] {
    const drafts = [...this.byKey.values()];
    this.checkIds(drafts);
    for (const draft of drafts) this.resolve(draft);
    openParentCycles(this.byKey, (draft, message) => this.report('error', draft, ['parent'], message));
    for (const draft of drafts) this.checkLevel(draft);
    return drafts.map(({ goal }) => goal);
  }

  private addKey(draft: Draft): void {
    const first = this.byKey.get(normalizeKey(draft.goal.key));
    if (!first) {
      this.byKey.set(normalizeKey(draft.goal.key), draft);
      return;
    }
    const line = this.problems.lineOf(first.start);
    const message = `${draft.goal.key} is already the key of the goal on line ${line}: give this goal a key of its own. It is left out until then.`;
    this.report('error', draft, ['key'], message);
  }

  /** An id is as good as a key: one that is another goal's id or key would make two goals one. */
  private checkIds(drafts: readonly Draft[]): void {
    const keys = new Set(drafts.map(({ goal }) => goal.key));
    const ids = new Set<string>();
    for (const draft of drafts) {
      const { id, key } = draft.goal;
      if (id !== key && (keys.has(id) || ids.has(id))) {
        this.report(
          'error',
          draft,
          ['id'],
          `The id ${id} is another goal's id or key: give this goal its own. Its key is used until then.`,
        );
        draft.goal = { ...draft.goal, id: key };
      }
      ids.add(draft.goal.id);
    }
  }

  private resolve(draft: Draft): void {
    const { parentKey, ...rest } = draft.goal;
    const parent = parentKey === undefined ? undefined : this.find(draft, parentKey, ['parent']);
    draft.goal = {
      ...rest,
      ...(parent !== undefined && { parentKey: parent }),
      blockedByKeys: this.findAll(draft, rest.blockedByKeys, 'blockedBy'),
      blocksKeys: this.findAll(draft, rest.blocksKeys, 'blocks'),
    };
  }

  private findAll(draft: Draft, keys: readonly string[], field: string): string[] {
    const found = keys.flatMap((key, index) => {
      if (normalizeKey(key) !== normalizeKey(draft.goal.key))
        return this.find(draft, key, [field, index]) ?? [];
      this.report('warning', draft, [field, index], `${key} cannot block itself: the link is left out.`);
      return [];
    });
    return [...new Set(found)];
  }

  /** The key as its own goal spells it. */
  private find(draft: Draft, key: string, path: Path): string | undefined {
    const normal = normalizeKey(key);
    const found = this.byKey.get(normal)?.goal.key;
    if (found !== undefined) return found;
    const broken = this.broken.get(normal);
    const reason =
      broken === undefined
        ? `No goal here has the key ${key}${this.guess(key)}`
        : `${key} on line ${this.problems.lineOf(broken)} cannot be read yet.`;
    this.report('warning', draft, path, `${reason} The link (${String(path[0])}) is left out.`);
    return undefined;
  }

  private guess(key: string): string {
    this.guesses += 1;
    if (this.guesses > maxGuesses) return '.';
    const keys = [...this.byKey.values()].map(({ goal }) => goal.key);
    const guess = closestWord(key, keys);
    return guess === undefined ? '.' : `: did you mean ${guess}?`;
  }

  private checkLevel(draft: Draft): void {
    const { parentKey, level, key } = draft.goal;
    const parent = parentKey === undefined ? undefined : this.byKey.get(normalizeKey(parentKey))?.goal;
    if (!parent || levels.indexOf(level) > levels.indexOf(parent.level)) return;
    const message = `${key} is ${named(level)} and cannot be below ${parent.key}, which is ${named(parent.level)}: the order is ${levels.join(' > ')}. Change a level or the parent.`;
    this.report('warning', draft, ['parent'], message);
  }

  private report(severity: 'error' | 'warning', draft: Draft, path: Path, message: string): void {
    this.problems.add(severity, ...draft.spanOf(path), message, draft.goal.key);
  }
}

function named(level: string): string {
  return `${/^[aeiou]/.test(level) ? 'an' : 'a'} ${level}`;
}
