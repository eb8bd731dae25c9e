import assert from 'node:assert/strict';
import { extensions, languages, Uri, window, workspace, type Diagnostic } from 'vscode';
import type { GoalLensApi as Extension } from '../../../src/extension';
import { initiativesOf } from '../../../src/core/links/servedGoals';
import type { RunningExtension } from '../../../src/vscode/composition/runExtension';
import type { GitRepository } from '../../../src/vscode/sources/git/gitExtension';
import { until } from '../../support/until';

type Parts = RunningExtension['parts'];

/** What tests look at. */
export interface GoalLensApi extends Pick<Parts, 'drift' | 'editor' | 'report'> {
  readonly services: Parts;
  readonly panels: Parts['panels']['open'];
}

/** The running extension, once it has read everything. */
export async function goalLens(): Promise<GoalLensApi> {
  const extension = extensions.getExtension<Extension>('goal-lens.goal-lens');
  assert.ok(extension, 'the extension is not installed');
  const { parts, ready } = await (await extension.activate()).running;
  await ready;
  const { drift, editor, report } = parts;
  return { services: parts, drift, editor, report, panels: parts.panels.open };
}

/** Opens a file of a workspace folder in an editor. */
export async function open(path: string, folder = 0): Promise<Uri> {
  const uri = fileUri(path, folder);
  await window.showTextDocument(uri);
  return uri;
}

/** The URI of a file in a workspace folder. */
function fileUri(path: string, folder = 0): Uri {
  const root = workspace.workspaceFolders?.[folder]?.uri;
  assert.ok(root, 'no folder is open');
  return Uri.joinPath(root, path);
}

/** Writes a file of the workspace as another program would. */
export async function write(path: string, text: string, folder = 0): Promise<void> {
  await workspace.fs.writeFile(fileUri(path, folder), new TextEncoder().encode(text));
}

/** Reads a file of the workspace. */
export async function read(path: string, folder = 0): Promise<string> {
  return new TextDecoder().decode(await workspace.fs.readFile(fileUri(path, folder)));
}

/** Our problems in a file, as "line: message" with lines from 1. */
export function problems(path: string, folder = 0): string[] {
  return languages
    .getDiagnostics(fileUri(path, folder))
    .filter(({ source }: Diagnostic) => source === 'Goal Lens')
    .map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}

/** The keys of the initiatives that the branch serves right now. */
export function branchKeys({ services }: GoalLensApi): string[] {
  return initiativesOf(services.context.current.branch?.served.goals ?? []).map(({ key }) => key);
}

/** The keys of the initiatives that the file serves right now. */
export function fileKeys({ services }: GoalLensApi): string[] {
  return initiativesOf(services.context.current.file?.served.goals ?? []).map(({ key }) => key);
}

/** The open repository whose folder has this name. */
export async function repositoryNamed({ services }: GoalLensApi, name: string): Promise<GitRepository> {
  return until(`the repository ${name} is open`, () =>
    services.repositories.all.find(({ rootUri }) => rootUri.path.endsWith(`/${name}`)),
  );
}

/** Waits until the context shows this branch. */
export async function onBranch({ services }: GoalLensApi, name: string): Promise<void> {
  await until(`the branch is ${name}`, () => services.context.current.branch?.name === name);
}

/**
 * Waits until VS Code's git has seen that a repository is on this branch (none: a detached HEAD). By itself it looks
 * only when the window is idle and has the focus, which takes seconds here: so it is told to look.
 */
export async function gitSees(repository: GitRepository, branch: string | undefined): Promise<void> {
  await until(`git sees ${branch ?? 'a detached HEAD'}`, async () => {
    await repository.status();
    return repository.state.HEAD?.name === branch;
  });
}
