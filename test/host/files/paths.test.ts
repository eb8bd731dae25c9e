import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { workspace } from 'vscode';
import { until } from '../../support/until';
import { type GoalLensApi, fileKeys, goalLens, open, problems, write } from '../support/goalLens';

describe('path rules without git', () => {
  let api: GoalLensApi;

  before(async () => {
    api = await goalLens();
    await write('src/page.ts', 'export {};\n');
    await until('the goal is read', async () => {
      // VS Code's watcher may only just be starting, and does not tell of what was written before.
      await write('.goals/goals.yaml', 'goals:\n  - { key: WEB-1, title: Fast pages, level: initiative }\n');
      return api.services.store.catalog.find('WEB-1');
    });
  });

  it('tie files to goals', async () => {
    await write('.goals/paths', '/src/ WEB-1\n');
    await open('src/page.ts');
    await until('the file has its goal', () => fileKeys(api).join() === 'WEB-1');
    assert.equal(api.services.context.current.branch, undefined);
  });

  it('are checked: a key that no tracker has, and a pattern that does not work', async () => {
    await write('.goals/paths', '/src/ WEB-1\n/docs/ WEB-404\n!/src/ WEB-1\n');
    await until('two problems are reported', () => problems('.goals/paths').length === 2);
    assert.match(problems('.goals/paths').join('\n'), /2: No tracker has WEB-404/);
  });

  it('miss no goal whose entry has an error', async () => {
    await write('.goals/paths', '/src/ WEB-1 WEB-2\n');
    await write(
      '.goals/goals.yaml',
      'goals:\n  - { key: WEB-1, title: Fast pages, level: initiative }\n  - { key: WEB-2, level: initiative }\n',
    );
    await until('the entry is reported', () => problems('.goals/goals.yaml').length === 1);
    await until('the path map is not', () => problems('.goals/paths').length === 0);
    await write('.goals/goals.yaml', 'goals:\n  - { key: WEB-1, title: Fast pages, level: initiative }\n');
    await until('the goal is missed once it is gone', () => problems('.goals/paths').length === 1);
    await write('.goals/paths', '/src/ WEB-1\n');
    await until('the file has its goal', () => fileKeys(api).join() === 'WEB-1');
  });

  it('go with their folder, as in a switch to a branch without it, and come back with it', async () => {
    const { store } = api.services;
    const folder = join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', '.goals');
    const away = `${folder}-of-another-branch`;
    await rename(folder, away);
    try {
      await until('the goals are gone', () => store.catalog.trackers.length === 0);
      await until('the file has no goal', () => fileKeys(api).length === 0);
    } finally {
      await rename(away, folder);
    }
    await until('the goals are back', () => store.catalog.find('WEB-1'));
    await until('the file has its goal', () => fileKeys(api).join() === 'WEB-1');
  });
});

describe('a goals file and a path map that are no files', () => {
  let api: GoalLensApi;
  let folder = '';
  const outside = '/dev/zero';

  before(async () => {
    api = await goalLens();
    folder = join(workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', '.goals');
  });

  for (const [kind, put, fault] of [
    ['links to an endless device', (path: string) => symlink(outside, path), /a link that leads out/],
    ['pipes', (path: string) => Promise.resolve(void execFileSync('mkfifo', [path])), /not a regular file/],
    ['folders', (path: string) => mkdir(path), /not a regular file/],
    ['files without an end in sight', (path: string) => writeFile(path, '#'.repeat(3_000_000)), /MB/],
  ] as const) {
    it(`are told, and neither read nor waited for: ${kind}`, async () => {
      const { goalsFiles, pathMaps, store } = api.services;
      await until('the goals are read', () => store.catalog.find('WEB-1'));
      for (const name of ['goals.yaml', 'paths']) {
        await rm(join(folder, name), { force: true });
        await put(join(folder, name));
      }
      try {
        await Promise.all([goalsFiles.files.refresh(), pathMaps.files.refresh()]);
        // A watcher may still be reading the file as it was before; what it finds then comes first.
        await until('the goals file is told', () => {
          const state = store.catalog.trackers[0];
          return state?.phase === 'failed' && fault.test(state.fault?.message ?? '');
        });
        await until(
          'the path map is told, once',
          () => problems('.goals/paths').filter((problem) => fault.test(problem)).length === 1,
        );
      } finally {
        for (const name of ['goals.yaml', 'paths']) {
          await rm(join(folder, name), { recursive: true });
        }
        await write(
          '.goals/goals.yaml',
          'goals:\n  - { key: WEB-1, title: Fast pages, level: initiative }\n',
        );
        await write('.goals/paths', '/src/ WEB-1\n');
        await Promise.all([goalsFiles.files.refresh(), pathMaps.files.refresh()]);
      }
      await until('the goals are read again', () => store.catalog.trackers[0]?.phase === 'ready');
    });
  }
});
