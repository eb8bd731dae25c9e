import { l10n } from 'vscode';
import type { Disposable } from '../../../core/event';
import { commands } from '../../ids';
import type { Services } from '../../services';
import { DescriptionOffer } from './descriptionOffer';

/**
 * Registers what is offered before a branch is pushed: a check in the commit button's list, and the pull request
 * description in GitHub's extension. Neither gets in anybody's way.
 */
export function registerBeforePush(services: Services): Disposable {
  const { repositories, store } = services;
  const check = (): { command: string; title: string; tooltip: string } => ({
    command: commands.checkBranch,
    title: l10n.t('{0} Commit & Check Goals', '$(target)'),
    tooltip: l10n.t('Commit, then say what there is to know of the branch’s goals before it is pushed'),
  });
  const hasGoals = (): boolean => store.catalog.trackers.some(({ goals }) => goals.length > 0);
  repositories.afterCommit = { getCommands: () => (hasGoals() ? [check()] : []) };
  return new DescriptionOffer(services);
}
