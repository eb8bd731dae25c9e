import assert from 'node:assert/strict';
import type { GoalLensApi } from '../../../src/extension';
import { until } from '../../support/until';
import { fileKeys, goalLens, open, problems, write } from '../support/goalLens';

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
});
