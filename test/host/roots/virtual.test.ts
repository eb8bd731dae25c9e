import assert from 'node:assert/strict';
import { Uri, window, workspace, type Disposable } from 'vscode';
import { until } from '../../support/until';
import {
  type GoalLensApi,
  branchKeys,
  fileKeys,
  goalLens,
  onBranch,
  open,
  repositoryNamed,
} from '../support/goalLens';
import { MemoryFiles } from '../support/memoryFiles';
import { hoverAt } from '../support/providers';
import { documentOf, resetSurfaces } from '../support/surfaces';

const web = 0;
const api = 1;

describe('files that are on no disk', () => {
  let lens: GoalLensApi;
  let folder: Uri;
  let provider: Disposable;
  const find = (key: string) => lens.services.store.catalog.find(key);

  before(async () => {
    lens = await goalLens();
    const { rootUri } = await repositoryNamed(lens, 'web');
    await until('the context is ready', () => lens.services.context.current.isReady);
    await open('src/start.ts', web);
    await onBranch(lens, 'feature/WEB-1-start');
    // On its host the repository lies where another one lies here.
    folder = Uri.from({ scheme: 'vscode-vfs', authority: 'github', path: rootUri.path });
    const files = {
      '.goals/goals.yaml':
        'goals:\n  - { key: VFS-1, title: Read without a clone, level: initiative, priority: 1 }\n',
      '.goals/paths': '/src/ VFS-1\n',
      // As a committed file of the repository at this path here, whose line leads to a goal.
      'src/start.ts': 'export const start = 1;\n// VFS-1\n',
    };
    const below = (path: string): string => `${folder.path}/${path}`;
    provider = workspace.registerFileSystemProvider(
      'vscode-vfs',
      new MemoryFiles(new Map(Object.entries(files).map(([path, text]) => [below(path), text]))),
      { isReadonly: true, isCaseSensitive: true },
    );
    const last = workspace.workspaceFolders?.length ?? 0;
    assert.ok(workspace.updateWorkspaceFolders(last, 0, { uri: folder, name: 'virtual' }));
    await until('the goals of the folder are read', () => find('VFS-1'));
  });
  after(async () => {
    await resetSurfaces();
    const at = workspace.workspaceFolders?.findIndex(({ uri }) => uri.toString() === folder.toString()) ?? -1;
    if (at >= 0) workspace.updateWorkspaceFolders(at, 1);
    await until('its goals are gone', () => find('VFS-1') === undefined);
    provider.dispose();
  });

  it('have the goals of their own path map, and keep the branch where the person was', async () => {
    const uri = Uri.joinPath(folder, 'src/start.ts');
    await window.showTextDocument(uri);
    await until('the file has its goal', () => fileKeys(lens).join() === 'VFS-1');
    assert.equal(lens.services.context.current.file?.path, 'src/start.ts');
    assert.deepEqual(branchKeys(lens), ['WEB-1']);
    assert.match(await hoverAt(uri, 1, 4), /Read without a clone/);
    // No git knows its lines, whatever lies at this path here.
    assert.equal(await hoverAt(uri, 0, 2), '');
  });

  it('are read as where the person is, where they belong to no folder at all', async () => {
    for (const [root, branch, expected] of [
      [api, 'feature/API-1-start', /Shared as API sees it/],
      [web, 'feature/WEB-1-start', /Shared as WEB sees it/],
    ] as const) {
      await open('src/start.ts', root);
      await onBranch(lens, branch);
      const { uri } = await documentOf('markdown', 'SHARED-1');
      assert.match(await hoverAt(uri, 0, 3), expected);
    }
  });
});
