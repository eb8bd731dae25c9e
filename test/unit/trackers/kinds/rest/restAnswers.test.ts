import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { TrackerError } from '../../../../../src/core/tracker/trackerError';
import { pagesOf } from '../../support/connect';
import { envelope, full, useServices } from './goalServer';

describe('REST contract, whatever is answered', () => {
  const { answer } = useServices();

  for (const [schema, detail] of [
    ['goal-lens/v2', /goal-lens\/v2, which needs a newer Goal Lens/],
    ['other/v1', /must be goal-lens\/v1, but is "other\/v1"/],
    [undefined, /must be goal-lens\/v1/],
  ] as const) {
    it(`refuses the contract ${schema ?? 'without a name'}`, async () => {
      // Whatever else is different in another contract does not matter.
      const { tracker } = await answer(() => ({ json: { schema, goals: 'elsewhere' } }));
      await assert.rejects(pagesOf(tracker), (error: TrackerError) => {
        assert.equal(error.reason, 'wrongShape');
        assert.match(error.details.detail!, detail);
        return true;
      });
    });
  }

  it('takes a minor version of the contract', async () => {
    const { tracker } = await answer(() => ({
      json: { ...envelope, schema: 'goal-lens/v1.3', goals: [full], more: 1 },
    }));
    assert.equal((await pagesOf(tracker))[0]!.goals.length, 1);
  });

  it('survives records that are nested without end', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = JSON.stringify({ ...envelope, goals: [{ ...full, labels: 'HERE' }, 'HERE'] });
    const { tracker } = await answer(() => ({ text: text.replaceAll('"HERE"', deep) }));
    const [page] = await pagesOf(tracker);
    assert.equal(page!.goals.length, 1);
    assert.equal(page!.problems!.length, 2);
  });

  it('makes goals or a TrackerError of anything', async () => {
    let json: unknown;
    const { tracker } = await answer(() => ({ json }));
    const wild = fc.oneof(
      fc.jsonValue(),
      fc.record({
        schema: fc.constant('goal-lens/v1'),
        generatedAt: fc.oneof(fc.constant('2026-11-22T12:00:00Z'), fc.string()),
        nextCursor: fc.oneof(fc.constant(null), fc.string()),
        goals: fc.array(
          fc.oneof(
            fc.jsonValue(),
            fc.record(Object.fromEntries(Object.keys(full).map((name) => [name, fc.jsonValue()])), {
              requiredKeys: [],
            }),
          ),
        ),
        deleted: fc.oneof(fc.array(fc.string()), fc.jsonValue()),
      }),
    );
    await fc.assert(
      fc.asyncProperty(wild, async (value) => {
        json = value;
        try {
          for (const page of await pagesOf(tracker)) for (const goal of page.goals) assert.ok(goal.key);
        } catch (error) {
          assert.ok(error instanceof TrackerError, String(error));
        }
      }),
      { numRuns: 100 },
    );
  });
});
