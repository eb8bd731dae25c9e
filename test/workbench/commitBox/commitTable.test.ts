import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startShopWorkbench, statusItem, type ShopWorkbench } from '../../../scripts/shopWorkbench.mjs';
import { runCommand, screenshot } from '../../../scripts/vscode/workbench.mjs';
import { git } from '../../host/support/git';
import { until } from '../../support/until';
import { vsix } from '../support/shop';
import { CommitBench } from './commitBench';
import { branchRows } from './branchRows';
import { gitRows } from './gitRows';
import { branches, commandKeys } from './row';
import { trailerRows } from './trailerRows';
import { typingRows } from './typingRows';
import { wayRows } from './wayRows';

const rows = [...branchRows, ...typingRows, ...trailerRows, ...wayRows, ...gitRows];

describe('every way to commit', () => {
  let workbench: ShopWorkbench;
  let page: Page;
  let bench: CommitBench;

  before(async () => {
    const keybindings = Object.entries(commandKeys)
      .filter(([id]) => id !== 'git.commit')
      .map(([command, key]) => ({ command, key: key.toLowerCase().replace('control', 'ctrl') }));
    const { path } = await vsix();
    workbench = await startShopWorkbench({
      vsix: path,
      keybindings,
      userSettings: { 'git.enableSmartCommit': true, 'git.confirmSync': false, 'scm.inputMaxLineCount': 40 },
    });
    await makeBranches(workbench.folder);
    page = await workbench.open();
    await statusItem(page).waitFor();
    await runCommand(page, 'Source Control: Focus on Changes View');
    bench = new CommitBench(workbench, page);
  });
  afterEach(async function () {
    if (this.currentTest?.state !== 'failed') return;
    await screenshot(page, `out/failures/${this.currentTest.fullTitle().replace(/[^\w]+/g, '-')}.png`);
  });
  after(() => workbench.close());

  describe('without the hook', () => {
    for (const row of rows) {
      it(`${row.name} (${row.commit}, ${row.branch})`, async () => {
        const { message, expected } = await bench.commit(row);
        assert.equal(message, expected);
      });
    }
  });

  it('commits nothing of ours from an empty box: git asks for the message', async () => {
    assert.equal(await bench.commitEmptyBox(), '');
  });

  describe('with the hook', () => {
    before(async () => {
      await runCommand(page, 'Goal Lens: Set Up Commit Hook…');
      await page.getByRole('button', { name: 'Set Up', exact: true }).click();
      const links = join(workbench.folder, '.git/goal-lens/links');
      await until('the hook knows the goals', () => existsSync(links));
      bench.hasHook = true;
    });

    for (const row of rows.filter(({ isBoxOnly }) => isBoxOnly !== true)) {
      it(`${row.name} (${row.commit}, ${row.branch})`, async () => {
        const { message, expected } = await bench.commit(row);
        assert.equal(message, expected);
      });
    }
  });
});

/** Branches to merge, to pick from and to stand in the way. */
async function makeBranches(folder: string): Promise<void> {
  const commit = async (name: string, text: string, message: string): Promise<void> => {
    await writeFile(join(folder, name), text);
    git(folder, 'add', name);
    git(folder, 'commit', '--quiet', '--message', message);
  };
  await writeFile(join(folder, '.git/template'), 'Why:\n');
  git(folder, 'checkout', '--quiet', branches.goal);
  await commit('notes.md', 'first\n', 'Write notes');
  git(folder, 'checkout', '--quiet', '-b', 'clash');
  await commit('notes.md', 'clash\n', 'Write other notes\n\nThey clash.');
  git(folder, 'checkout', '--quiet', '-b', 'side', branches.goal);
  await commit('side.md', 'side\n', 'Write beside the notes');
  git(folder, 'checkout', '--quiet', branches.goal);
  await commit('notes.md', 'ours\n', 'Write notes of our own');
}
