import { l10n } from 'vscode';
import type { Disposable } from '../../../core/event';
import { commands } from '../../ids';
import type { Services } from '../../services';
import { DescriptionOffer } from './descriptionOffer';

/**
 * What is offered before a branch is pushed: a check in the list of the button that commits, and the description of its
 * pull request in GitHub's extension. Nothing is in the way of those who want neither.
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
