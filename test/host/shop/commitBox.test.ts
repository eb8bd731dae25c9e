import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, window, workspace } from 'vscode';
import type { GoalLensApi } from '../../../src/extension';
import type { GitRepository } from '../../../src/git/gitExtension';
import { git } from '../support/git';
import { until } from '../../support/until';
import { goalLens, onBranch, gitSees, repositoryNamed } from '../support/goalLens';

describe('the commit box', () => {
  let api: GoalLensApi;
  let repository: GitRepository;
  let root: string;
  const tag = '\n\nInitiative: SHOP-7';
  const autoFill = async (value: string | undefined): Promise<void> => {
    await workspace.getConfiguration('goalLens').update('commit.autoFill', value, ConfigurationTarget.Global);
  };
  const box = (): string =>
    workspace.textDocuments.find(({ uri }) => uri.scheme === 'vscode-scm')?.getText() ?? '';
  const holds = (text: string): Promise<unknown> =>
    until(`the box holds ${JSON.stringify(text)}`, () => box() === text);
  /** As git's extension writes: the box is emptied first, so that every text is a new message. */
  const write = async (text: string): Promise<void> => {
    repository.inputBox.value = '';
    await holds('');
    repository.inputBox.value = text;
  };
  const checkOut = async (name: string): Promise<void> => {
    git(root, 'checkout', '--quiet', name);
    await gitSees(repository, name);
  };
  const run = (command: string): Thenable<unknown> =>
    commands.executeCommand(command, { rootUri: repository.rootUri });

  before(async () => {
