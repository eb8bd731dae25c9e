import assert from 'node:assert/strict';
import { staleTrackers } from '../../../src/presentation/staleTrackers';
import { goal, textOptions, tracker } from '../../support/builders';

describe('staleTrackers', () => {
  const hourAgo = textOptions.now - 3_600_000;
  const offline = { kind: 'offline', message: 'No answer.' } as const;

  it('names what is offline or cannot be used, with the age of what is shown', () =>
    assert.deepEqual(
      staleTrackers(
        [
          tracker([goal('A-1')], { name: 'Shop Jira', fault: offline, asOf: hourAgo }),
          tracker([goal('B-1')], { name: 'Linear', fault: { ...offline, kind: 'refused' } }),
          tracker([goal('C-1')], { name: 'goals.yaml', asOf: hourAgo }),
        ],
        textOptions,
      ),
      ['Offline, 1h: Shop Jira', 'Not current: Linear'],
    ));

  it('says nothing of a tracker that has shown nothing: the view itself says what is wrong', () =>
    assert.deepEqual(staleTrackers([tracker([], { fault: offline })], textOptions), []));
});
