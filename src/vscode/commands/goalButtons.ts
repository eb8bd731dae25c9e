import { commands as vscodeCommands, env, l10n, Uri } from 'vscode';
import type { Goal } from '../../core/goal/goal';
import { commands, hiddenCommands } from '../ids';
import { showInPassing } from './passingMessage';

/** A button on a goal in a list. */
export interface GoalButton {
  readonly icon: string;
  readonly tooltip: string;
  /** Whether the button is shown for this goal. */
  readonly isFor?: (goal: Goal) => boolean;
  readonly run: (goal: Goal) => Promise<void>;
  /** Whether the list stays open after a click. */
  readonly staysOpen?: boolean;
}

/** The button that opens a goal in its tracker. */
export function openButton(): GoalButton {
  return {
    icon: 'link-external',
    tooltip: l10n.t('Open in Tracker'),
    isFor: ({ url }) => url !== undefined,
    run: openInTracker,
    staysOpen: true,
  };
}

/** The button that shows a goal in the panel. */
export function readButton(): GoalButton {
  return {
    icon: 'book',
    tooltip: l10n.t('Read in the Panel'),
    run: async ({ key }) => {
      await vscodeCommands.executeCommand(hiddenCommands.readGoal, key);
    },
  };
}

/** The button that copies what there is to know of a goal, for whom no agent can ask. */
export function briefButton(): GoalButton {
  return {
    icon: 'note',
    tooltip: l10n.t('Copy Brief'),
    run: async ({ key }) => {
      await vscodeCommands.executeCommand(commands.copyGoalBrief, key);
    },
  };
}

/** The button that copies a goal's key. */
export function copyButton(): GoalButton {
  return {
    icon: 'copy',
    tooltip: l10n.t('Copy Key'),
    run: async ({ key }) => {
      await env.clipboard.writeText(key);
      showInPassing(l10n.t('Copied {0}', key));
    },
    staysOpen: true,
  };
}

/** Opens a goal in its tracker, if it has an https address. */
export async function openInTracker({ url }: Pick<Goal, 'url'>): Promise<void> {
  // Tracker text is untrusted: only https ever reaches the system.
  if (url?.startsWith('https://')) await env.openExternal(Uri.parse(url, true));
}
