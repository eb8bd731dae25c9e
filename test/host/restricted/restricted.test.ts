import assert from 'node:assert/strict';
import { workspace } from 'vscode';
import type { GoalLensApi } from '../../../src/extension';
import { until } from '../../support/until';
import { fileKeys, goalLens, open } from '../support/goalLens';

describe('Restricted Mode', () => {
  let api: GoalLensApi;

  before(async () => {
    api = await goalLens();
    assert.equal(workspace.isTrusted, false);
  });

  it('shows the goals of files, by path rules alone', async () => {
    await open('src/payments/gateway.ts');
    await until('the rule counts', () => fileKeys(api).join() === 'PAY-3,SHOP-7');
  });

  it('runs no git and says nothing of a branch', () => {
    assert.deepEqual(api.services.repositories.all, []);
    assert.equal(api.services.repositories.gitPath, '');
    assert.equal(api.services.context.current.branch, undefined);
    assert.equal(api.services.context.current.isReady, true);
  });
});
