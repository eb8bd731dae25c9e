import * as l10n from '@vscode/l10n';
import type { Goal, Level } from '../../core/goal/goal';
import { levels } from '../../core/goal/goal';
import { normalizeKey } from '../../core/goal/goalKey';
import type { Guesses } from '../record/guesses';
import type { Draft } from './draft';
import type { Path } from '../record/path';
import { openParentCycles } from './parentCycles';
import type { ProblemList } from './problemList';

/** Holds the goals of one file against each other. */
export class CrossCheck {
  private readonly byKey = new Map<string, Draft>();
  private keys: readonly string[] | undefined;

  /** `broken`: keys of entries that were left out, and their offsets. */
  constructor(
    drafts: readonly Draft[],
    broken: ReadonlyMap<string, number>,
    private readonly problems: ProblemList,
    private readonly guesses: Guesses,
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
    const message = l10n.t(
      '{0} is already the key of the goal on line {1}: give this goal a key of its own. It is left out until then.',
      draft.goal.key,
      line,
    );
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
          l10n.t(
            "The id {0} is another goal's id or key: give this goal its own. Its key is used until then.",
            id,
          ),
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
      const message = l10n.t('{0} cannot block itself: the link is left out.', key);
      this.report('warning', draft, [field, index], message);
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
    const field = String(path[0]);
    this.report('warning', draft, path, this.missingText(key, field, broken));
    return undefined;
  }

  private missingText(key: string, field: string, broken: number | undefined): string {
    if (broken !== undefined) {
      const line = this.problems.lineOf(broken);
      return l10n.t('{0} on line {1} cannot be read yet. The link ({2}) is left out.', key, line, field);
    }
    this.keys ??= [...this.byKey.values()].map(({ goal }) => goal.key);
    const guess = this.guesses.closest(key, this.keys);
    return guess === undefined
      ? l10n.t('No goal here has the key {0}. The link ({1}) is left out.', key, field)
      : l10n.t(
          'No goal here has the key {0}: did you mean {1}? The link ({2}) is left out.',
          key,
          guess,
          field,
        );
  }

  private checkLevel(draft: Draft): void {
    const { parentKey, level, key } = draft.goal;
    const parent = parentKey === undefined ? undefined : this.byKey.get(normalizeKey(parentKey))?.goal;
    if (!parent || levels.indexOf(level) > levels.indexOf(parent.level)) return;
    const message = l10n.t(
      '{0} is {1} and cannot be below {2}, which is {3}: the order is {4}. Change a level or the parent.',
      key,
      named(level),
      parent.key,
      named(parent.level),
      levels.join(' > '),
    );
    this.report('warning', draft, ['parent'], message);
  }

  private report(severity: 'error' | 'warning', draft: Draft, path: Path, message: string): void {
    this.problems.add(severity, ...draft.spanOf(path), message, draft.goal.key);
  }
}

function named(level: Level): string {
  switch (level) {
    case 'objective':
      return l10n.t('an objective');
    case 'initiative':
      return l10n.t('an initiative');
    case 'epic':
      return l10n.t('an epic');
    case 'item':
      return l10n.t('an item');
  }
}
