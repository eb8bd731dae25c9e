import { commands as vscodeCommands, window, type Disposable } from 'vscode';
import type { BranchDrift } from '../context/branchDrift';
import { commands, hiddenCommands } from '../ids';
import type { Services } from '../services';
import type { AskSources } from './askOwner';
import type { AddressSources } from './openGoalAddress';
import { guarded } from '../guarded';

/** What the commands behind hovers, tooltips and addresses take. */
interface EditorCommandSources
  extends AddressSources, Omit<AskSources, 'trails'>, Pick<Services, 'repositories' | 'log'> {
  readonly drift: BranchDrift;
  readonly trails: () => Promise<AskSources['trails']>;
}

/** Registers the commands behind hovers, tooltips and addresses; their code is loaded when they are first run. */
export function registerEditorCommands(from: EditorCommandSources): Disposable[] {
  const register = (id: string, run: (...values: readonly unknown[]) => Promise<void>): Disposable =>
    vscodeCommands.registerCommand(id, (...values: readonly unknown[]) =>
      guarded(from, id, () => run(...values)),
    );
  return [
    register(commands.askOwner, async (...values) => {
      const [{ askOwner, askArguments }, trails] = await Promise.all([import('./askOwner'), from.trails()]);
      await askOwner({ ...from, trails }, askArguments(values));
    }),
    register(commands.acknowledgeDrift, () => from.drift.acknowledge()),
    register(hiddenCommands.showCommit, async (root, sha) => {
      const repository = from.repositories.all.find(({ rootUri }) => rootUri.toString() === root);
      if (!repository || typeof sha !== 'string' || !/^[0-9a-f]{40,64}$/.test(sha)) return;
      const { openCommit } = await import('./openCommit');
      await openCommit(from, repository, sha, sha.slice(0, 7));
    }),
    window.registerUriHandler({
      handleUri: (uri) =>
        guarded(from, 'openGoalAddress', async () => {
          const { openGoalAddress } = await import('./openGoalAddress');
          await openGoalAddress(from, uri);
        }),
    }),
  ];
}
