import * as l10n from '@vscode/l10n';
import type { Goal, Level } from '../../core/goal/goal';
import { levels } from '../../core/goal/goal';
import { normalizeKey } from '../../core/goal/goalKey';
import { isKey } from '../../core/references/goalKeys';
import type { Guesses } from '../record/guesses';
import type { Draft } from './draft';
import type { Path } from '../record/path';
import { openOtherParentCycles } from './otherParentCycles';
import { openParentCycles } from './parentCycles';
import type { ProblemList } from './problemList';

/** Checks the goals of one file against each other. */
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
    openOtherParentCycles(this.byKey, (draft, message) => this.report('error', draft, ['parents'], message));
    for (const draft of drafts) this.checkLevels(draft);
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

  /** An id works like a key: one that is another goal's id or key would merge two goals. */
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
    const { parentKey, otherParentKeys = [], covers = [], ...rest } = draft.goal;
    const written = parentKey === undefined ? [] : [parentKey, ...otherParentKeys];
    const [parent, ...others] = distinct(
      written.map((key, index) => this.find(draft, key, parentPath(draft, index))),
    );
    const covered = this.findAll(draft, covers, 'covers');
    draft.goal = {
      ...rest,
      ...(parent !== undefined && { parentKey: parent }),
      ...(others.length > 0 && { otherParentKeys: others }),
      ...(covered.length > 0 && { covers: covered }),
      blockedByKeys: this.findAll(draft, rest.blockedByKeys, 'blockedBy'),
      blocksKeys: this.findAll(draft, rest.blocksKeys, 'blocks'),
    };
  }

  private findAll(draft: Draft, references: readonly string[], field: string): string[] {
    const found = references.flatMap((reference, index) => {
      if (normalizeKey(reference) !== normalizeKey(draft.goal.key))
        return this.find(draft, reference, [field, index]);
      const message =
        field === 'covers'
          ? l10n.t('{0} cannot cover itself: the link is left out.', reference)
          : l10n.t('{0} cannot block itself: the link is left out.', reference);
      this.report('warning', draft, [field, index], message);
      return [];
    });
    return distinct(found);
  }

  /** The key as its own goal spells it. A key that no goal of the file has may belong to another tracker. */
  private find(draft: Draft, reference: string, path: Path): string {
    const normal = normalizeKey(reference);
    const found = this.byKey.get(normal)?.goal.key;
    if (found !== undefined) return found;
    const field = String(path[0]);
    const broken = this.broken.get(normal);
    if (broken !== undefined) {
      const line = this.problems.lineOf(broken);
      const message = l10n.t(
        '{0} on line {1} cannot be read yet. The link ({2}) waits for it.',
        reference,
        line,
        field,
      );
      this.report('warning', draft, path, message);
      return reference;
    }
    this.report('warning', draft, path, this.missingText(reference, field), reference);
    return reference;
  }

  private missingText(reference: string, field: string): string {
    this.keys ??= [...this.byKey.values()].map(({ goal }) => goal.key);
    const guess = isKey(reference) ? this.guesses.closest(reference, this.keys) : undefined;
    return guess === undefined
      ? l10n.t(
          'Neither this file nor a connected tracker has {0}. The link ({1}) leads nowhere.',
          reference,
          field,
        )
      : l10n.t(
          'Neither this file nor a connected tracker has {0}: did you mean {1}? The link ({2}) leads nowhere.',
          reference,
          guess,
          field,
        );
  }

  private checkLevels(draft: Draft): void {
    const { parentKey, otherParentKeys = [] } = draft.goal;
    const keys = parentKey === undefined ? [] : [parentKey, ...otherParentKeys];
    for (const [index, key] of keys.entries()) {
      const parent = this.byKey.get(normalizeKey(key))?.goal;
      if (parent) this.checkLevel(draft, parent, parentPath(draft, index));
    }
  }

  private checkLevel(draft: Draft, parent: Goal, path: Path): void {
    const { level, key } = draft.goal;
    if (levels.indexOf(level) > levels.indexOf(parent.level)) return;
    const message = l10n.t(
      '{0} is {1} and cannot be below {2}, which is {3}: the order is {4}. Change a level or the parent.',
      key,
      named(level),
      parent.key,
      named(parent.level),
      levels.join(' > '),
    );
    this.report('warning', draft, path, message);
  }

  private report(
    severity: 'error' | 'warning',
    draft: Draft,
    path: Path,
    message: string,
    missing?: string,
  ): void {
    const more = { key: draft.goal.key, ...(missing !== undefined && { missing }) };
    this.problems.add(severity, ...draft.spanOf(path), message, more);
  }
}

/** Where the parent at a position in the list of all parents is written: `parent`, then the entries of `parents`. */
function parentPath({ spanOf }: Draft, index: number): Path {
  const [[start], [whole]] = [spanOf(['parent']), spanOf([])];
  if (start === whole) return ['parents', index];
  return index === 0 ? ['parent'] : ['parents', index - 1];
}

/** Each reference once, ignoring case. */
function distinct(references: readonly string[]): string[] {
  return [...new Map(references.map((each) => [normalizeKey(each), each])).values()];
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
