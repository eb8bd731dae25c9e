import { commands as vscodeCommands, window, type Disposable, type LogOutputChannel } from 'vscode';
import type { BranchDrift } from '../context/branchDrift';
import { commands, hiddenCommands } from '../ids';
import type { Git } from '../../git/run/git';
import type { TextOptions } from '../../presentation/textOptions';
import type { Repositories } from '../sources/git/repositories';
import type { AskSources } from './askOwner';
import type { AddressSources } from './openGoalAddress';
import { guarded } from './registerCommands';

/** What the commands behind hovers, tooltips and addresses take. */
export interface EditorCommandSources extends AddressSources, Omit<AskSources, 'trails'> {
  readonly repositories: Repositories;
  readonly drift: BranchDrift;
  readonly trails: () => Promise<AskSources['trails']>;
  readonly git: Git;
  readonly textOptions: () => TextOptions;
  readonly log: LogOutputChannel;
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
