import { workspace } from 'vscode';
import type { CommandServices } from '../../commands/commandServices';
import { guarded } from '../../commands/registerCommands';
import type { GoalHistory } from './goalHistory';
import { runPanelAction } from './panelActions';
import type { PanelPort } from '../../../panel/panelController';
import { nextCommitLine } from '../../../panel/nextCommitLine';
import { panelState } from '../../../panel/panelModel';

/** Connects the panel's pages to the rest of the extension. */
export function panelPort(services: CommandServices, history: GoalHistory): PanelPort {
  const { commitBoxes, context, log, repositories, roots, store, textOptions } = services;
  return {
    state: (reading) => {
      const { branch, file, isReady } = context.current;
      // Goals that are gone from their tracker are left out of the way back as well.
      const [goal, before] = reading
        .map((key) => store.catalog.find(key, branch?.repository.rootUri.toString()))
        .filter((each) => each !== undefined)
        .toReversed();
      const repositoryName = repositories.all.length > 1 && branch?.repository.rootUri.path.split('/').at(-1);
      return panelState(
        {
          isReady,
          hasFolder: roots.all.length > 0,
          isTrusted: workspace.isTrusted,
          catalog: store.catalog,
          historyOf: (goal) => history.of(goal),
          ...(branch && {
            branch: {
              ...branch,
              lines: nextCommitLine(commitBoxes.of(branch.repository)),
              ...(repositoryName && { repositoryName }),
            },
          }),
          ...(file && { file }),
          ...(goal && { reading: { goal, ...(before && { backTo: before.key }) } }),
        },
        textOptions(),
      );
    },
    act: (request) =>
      void guarded(services, `panel action ${request.action}`, () =>
        runPanelAction(services, history, request),
      ),
    warn: (message) => log.warn(message),
  };
}
