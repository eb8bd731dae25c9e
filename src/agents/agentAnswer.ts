import { randomBytes } from 'node:crypto';
import type { TextOptions } from '../presentation/textOptions';
import type { Workspace } from '../workspace/workspace';

/** An answer to an agent, with the same content as text and as a record. */
export interface AgentAnswer<T> {
  /** Foreign text stands between marks. */
  readonly text: string;
  readonly record: T;
}

/** Creates a nonce for the marks around foreign text. */
export function newNonce(): string {
  return randomBytes(4).toString('hex');
}

/** How to answer agents: according to the person's settings, with goals spelled as in this repository. */
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
