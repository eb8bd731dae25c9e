import assert from 'node:assert/strict';
import { until } from '../../support/until';
import { type GoalLensApi, branchKeys, goalLens, problems, read, write } from '../support/goalLens';

const path = '.goals/goals.yaml';

describe('the goals file', () => {
  let api: GoalLensApi;
  let original: string;
  const find = (key: string) => api.services.store.catalog.find(key);

  before(async () => {
    api = await goalLens();
    original = await read(path);
  });
  afterEach(async () => {
    await write(path, original);
    await until(
      'the goals are back',
      () => find('SHOP-7')?.priority?.rank === 1 && problems(path).length === 0,
    );
  });

  it('is read without problems', () => {
    assert.deepEqual(problems(path), []);
    assert.deepEqual(problems('.goals/paths'), []);
    assert.ok(api.services.store.catalog.all().length >= 12);
  });

  it('is followed: a lower priority arrives by itself', async () => {
    assert.match(original, /key: SHOP-7\n/);
    const entry = original.indexOf('key: SHOP-7\n');
    const at = original.indexOf('priority:', entry);
    const end = original.indexOf('\n', at);
    await write(path, `${original.slice(0, at)}priority: P3${original.slice(end)}`);
    await until('the priority is 3', () => find('SHOP-7')?.priority?.rank === 3);
  });

  it('keeps the last goals while it cannot be used, and says so at the line', async () => {
    await write(path, 'goals: {\n');
    await until('the problem is reported', () => problems(path).length > 0);
    assert.equal(api.services.store.catalog.trackers[0]?.phase, 'failed');
    assert.deepEqual(branchKeys(api), ['SHOP-7']);
  });

  it('loads the good entries beside a bad one', async () => {
    await write(
      path,
      `${original}\n  - key: SHOP-500\n    level: initiative\n  - { key: SHOP-501, title: Fine, level: initiative }\n`,
    );
    await until('the good entry is there', () => find('SHOP-501'));
    assert.equal(find('SHOP-500'), undefined);
    assert.equal(problems(path).length, 1);
    assert.equal(api.services.store.catalog.trackers[0]?.badEntries, 1);
  });

  it('is refused when it is too large, without being read', async () => {
    await write(path, `# ${'x'.repeat(10 * 1024 * 1024)}\n${original}`);
    const fault = await until('the fault is known', () => api.services.store.catalog.trackers[0]?.fault);
    assert.match(fault.message, /10\.\d MB; at most 2 MB/);
    assert.ok(find('SHOP-7'));
  });
});
