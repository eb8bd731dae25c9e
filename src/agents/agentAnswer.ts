import { randomBytes } from 'node:crypto';
import type { TextOptions } from '../presentation/textOptions';
import type { Workspace } from '../workspace/workspace';

/** What an agent is told: the same as text and as a record. */
export interface AgentAnswer<T> {
  /** What others wrote stands between marks. */
  readonly text: string;
  readonly record: T;
}

/** A nonce for the marks around what others wrote. */
export function newNonce(): string {
  return randomBytes(4).toString('hex');
}

/** How agents are answered: as the person set it, with goals spelled as people write them here. */
export function answerOptions(
  workspace: Workspace,
  { now, language }: Pick<TextOptions, 'now' | 'language'>,
): TextOptions {
  return {
    now,
    language,
    revenue: workspace.revenue,
    spell: (goal) => workspace.references.spellingOf(goal),
  };
}
