import { workspace } from 'vscode';
import type { Services } from '../../services';
import { branchConcernText } from '../../../presentation/branchConcernText';
import { goalName } from '../../../presentation/goalText';
import { guarded } from '../../guarded';
import { runPanelAction, type PanelSources } from './panelActions';
import type { PanelPort } from '../../../panel/panelController';
import { branchLines } from '../../../panel/branchLines';
import { driftLines } from '../../../panel/driftLines';
import { nextCommitLine } from '../../../panel/nextCommitLine';
import { panelState } from '../../../panel/panelModel';

/** What the panel's buttons and texts work with. */
export type PanelServices = Pick<
  Services,
  | 'branchGoals'
  | 'choices'
  | 'commitBoxes'
  | 'context'
  | 'git'
  | 'hookOffer'
  | 'log'
  | 'repositories'
  | 'roots'
  | 'store'
  | 'textOptions'
>;

/** Connects the panel's pages to the rest of the extension. */
export function panelPort(services: PanelServices, sources: PanelSources): PanelPort {
  const { commitBoxes, context, hookOffer, log, repositories, roots, store, textOptions } = services;
  return {
    state: (reading) => {
      const { branch, file, isReady } = context.current;
      // The way back also skips goals that are gone from their tracker.
      const [goal, before] = reading
        .map((key) => store.catalog.find(key, branch?.repository.rootUri.toString()))
        .filter((each) => each !== undefined)
        .toReversed();
      const repositoryName = repositories.all.length > 1 && branch?.repository.rootUri.path.split('/').at(-1);
      const lines = branch
        ? [
            ...driftLines(sources.drift.current, textOptions()),
            ...nextCommitLine(commitBoxes.of(branch.repository)),
            ...branchLines({
              offers: branch.offers.map(({ goals, ...offer }) => ({
                ...offer,
                goals: goals.map((each) => ({ key: each.key, name: goalName(each, textOptions()) })),
              })),
              concerns: sources.check.concerns.map((each) => branchConcernText(each, textOptions())),
              ...(sources.commits.commit && { commit: sources.commits.commit }),
              ...(branch.served.goals.length > 0 && { hook: hookOffer.of(branch.repository) }),
            }),
          ]
        : [];
      return panelState(
        {
          isReady,
          hasFolder: roots.all.length > 0,
          isTrusted: workspace.isTrusted,
          catalog: store.catalog,
          historyOf: (goal) => sources.history.of(goal),
          ...(branch && {
            branch: { ...branch, lines, ...(repositoryName && { repositoryName }) },
          }),
          ...(file && { file }),
          ...(goal && { reading: { goal, ...(before && { backTo: before.key }) } }),
        },
        textOptions(),
      );
    },
    act: (request) =>
      void guarded(services, `panel action ${request.action}`, () =>
        runPanelAction(services, sources, request),
      ),
    warn: (message) => log.warn(message),
  };
}
