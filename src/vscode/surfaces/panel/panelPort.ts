import { workspace } from 'vscode';
import type { CommandServices } from '../../commands/commandServices';
import { guarded } from '../../commands/registerCommands';
import type { GoalHistory } from './goalHistory';
import { runPanelAction } from './panelActions';
import type { PanelPort } from '../../../panel/panelController';
import { panelState } from '../../../panel/panelModel';

/** Connects the panel's pages to the rest of the extension. */
export function panelPort(services: CommandServices, history: GoalHistory): PanelPort {
  const { commitBoxes, context, log, repositories, roots, store, textOptions } = services;
  return {
    state: () => {
      const { branch, file, isReady } = context.current;
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
              nextCommit: commitBoxes.of(branch.repository),
              ...(repositoryName && { repositoryName }),
            },
          }),
          ...(file && { file }),
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
