import * as l10n from '@vscode/l10n';
import type { Goal } from '../core/goal/goal';
import { plainLine } from '../core/plainText';
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

/** The start of a question to a goal's owner, for the person to finish: what it is about, and where in the code. */
export function ownerQuestion(
  goal: Goal,
  place: QuestionPlace | undefined,
  options: Pick<TextOptions, 'spell'>,
): string {
  const name = plainLine(goalName(goal, options));
  const greeting = goal.owner ? l10n.t('Hello {0},', plainLine(goal.owner.name)) : l10n.t('Hello,');
  const about = place
    ? l10n.t('I have a question about {0}. It came up here:', name)
    : l10n.t('I have a question about {0}:', name);
  const where =
    place && (place.permalink ?? l10n.t('{0}, line {1} (not pushed yet)', place.path, place.line));
  return `${[greeting, about, where].filter(Boolean).join('\n\n')}\n\n`;
}
