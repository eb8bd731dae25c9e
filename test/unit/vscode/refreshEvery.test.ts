import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { refreshEvery } from '../../../src/vscode/refreshEvery';

interface Manifest {
  readonly contributes: {
    readonly configuration: {
      readonly properties: Readonly<Record<string, { minimum: number; maximum: number; default: number }>>;
    };
  };
}
const minute = 60_000;

describe('How often trackers are asked', () => {
  it('is as often as a person wants it, in minutes', () => {
    assert.deepEqual([1, 5, 7.5, 1440].map(refreshEvery), [minute, 5 * minute, 7.5 * minute, 1440 * minute]);
  });

  it('is from a minute to a day, also where a setting is out of range', () => {
    assert.deepEqual([0, -3, 0.01, Number.MIN_VALUE].map(refreshEvery), Array(4).fill(minute));
    assert.deepEqual([1441, 1e9, Number.MAX_VALUE].map(refreshEvery), Array(3).fill(1440 * minute));
  });

  it('is every five minutes where a setting is no number', () => {
    for (const odd of [undefined, null, '7', true, [], {}, NaN, Infinity, -Infinity]) {
      assert.equal(refreshEvery(odd), 5 * minute);
    }
  });

  it('has the range and the default that the manifest names', () => {
    const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    const named = contributes.configuration.properties['goalLens.refresh.everyMinutes'];
    const { minimum, maximum, default: usual } = named!;
    assert.deepEqual(
      [refreshEvery(-1), refreshEvery(1e9), refreshEvery(undefined)],
      [minimum, maximum, usual].map((minutes) => minutes * minute),
    );
  });
});
