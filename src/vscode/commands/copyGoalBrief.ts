import { env, l10n } from 'vscode';
import { answerOptions } from '../../agents/agentAnswer';
import { briefAnswer } from '../../agents/briefAnswer';
import { Refusal } from '../../core/errors';
import { liveWorkspace, type LiveSources } from '../surfaces/agents/liveWorkspace';
import type { Services } from '../services';
import { givenGoal } from './givenGoal';
import { showInPassing } from './passingMessage';

/** Copies the brief of the goal chosen in a list, otherwise of the branch, to paste where no agent can ask for it. */
export async function copyGoalBrief(
  services: LiveSources & Pick<Services, 'textOptions'>,
  argument: unknown,
): Promise<void> {
  const workspace = await liveWorkspace(services);
  if (!workspace)
    throw new Refusal(l10n.t('No folder is open. Open one, then copy its brief.'), ['openFolder']);
  const goal = givenGoal(services, argument);
  const options = answerOptions(workspace, services.textOptions());
  const { text, record } = await briefAnswer(workspace, { key: goal?.key }, options);
  if (!record.found) {
    throw new Refusal(l10n.t('No goal is linked to this branch: link it, then copy the brief.'), [
      'linkBranch',
    ]);
  }
  await env.clipboard.writeText(text);
  showInPassing(l10n.t('Copied the brief of {0}', goal?.key ?? record.goal ?? ''));
}
