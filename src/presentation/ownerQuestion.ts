import * as l10n from '@vscode/l10n';
import { isSameGoal } from '../core/goal/goal';
import { plainLine } from '../core/plainText';
import type { GoalView } from '../core/views/goalView';
import { goalName } from './goalText';
import type { TextOptions } from './textOptions';

/** Where in the code a question comes up. */
export interface QuestionPlace {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** The line's web address, if a remote has it. */
  readonly permalink?: string | undefined;
}

/**
 * The start of a question to a goal's owner, for the person to finish: what it is about, and where in the code. What
 * nobody owns is asked of the owner of the nearest goal above, which is then named.
 */
export function ownerQuestion(
  { goal, ancestors }: GoalView,
  place: QuestionPlace | undefined,
  options: Pick<TextOptions, 'spell'>,
): string {
  const owned = [goal, ...ancestors].find(({ owner }) => owner);
  const own = plainLine(goalName(goal, options));
  const name =
    owned && !isSameGoal(owned, goal)
      ? l10n.t('{0} (for {1})', own, plainLine(goalName(owned, options)))
      : own;
  const greeting = owned?.owner ? l10n.t('Hello {0},', plainLine(owned.owner.name)) : l10n.t('Hello,');
  const about = place
    ? l10n.t('I have a question about {0}. It came up here:', name)
    : l10n.t('I have a question about {0}:', name);
  const where =
    place && (place.permalink ?? l10n.t('{0}, line {1} (not pushed yet)', place.path, place.line));
  return `${[greeting, about, where].filter(Boolean).join('\n\n')}\n\n`;
}
