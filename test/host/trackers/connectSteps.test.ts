import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { entryOf, type ConnectionDraft } from '../../../src/vscode/commands/connect/connectionDraft';
import { contentSteps } from '../../../src/vscode/commands/connect/contentSteps';
import { placeSteps } from '../../../src/vscode/commands/connect/placeSteps';
import { saveConnection } from '../../../src/vscode/commands/connect/saveConnection';
import { signInSteps } from '../../../src/vscode/commands/connect/signInSteps';
import type { Step } from '../../../src/vscode/commands/connect/wizardSteps';
import { trackerKinds } from '../../../src/trackers/connection/trackerKind';
import { typedAddress } from '../../../src/trackers/typedAddress';
import { until } from '../../support/until';
import { type GoalLensApi, goalLens } from '../support/goalLens';
import { Trackers } from '../support/trackers';

describe('the steps of Connect Tracker', () => {
  let api: GoalLensApi;
  let steps: readonly Step<ConnectionDraft>[];
  const needed = (draft: ConnectionDraft) => steps.map((step) => Number(step.isNeeded(draft))).join('');

  before(async () => {
    api = await goalLens();
    const { services } = api;
    steps = [...placeSteps(services.tokens), ...signInSteps(services), ...contentSteps(services)];
  });

  for (const kind of trackerKinds) {
    it(`of ${kind} can be counted before its address is known`, () => {
      assert.match(needed({}), /^1/);
      assert.match(needed({ kind }), kind === 'linear' ? /^10/ : /^11/);
    });
  }

  it('ask for what each place wants: kind, address, how, which account, user, token, follow, impact, currency, where', () => {
    const at = (kind: 'github' | 'jira' | 'rest', text: string) => ({ kind, url: typedAddress(kind, text) });
    assert.equal(needed(at('github', 'https://github.com')), '1110011101');
    assert.equal(needed(at('github', 'https://github.shop.example')), '1100011101');
    assert.equal(needed(at('jira', 'https://shop.atlassian.net')), '1100111101');
    assert.equal(needed(at('jira', 'https://jira.shop.example')), '1110011101');
    assert.equal(needed({ ...at('jira', 'https://jira.shop.example'), signIn: 'none' }), '1110001101');
    assert.equal(needed({ ...at('rest', 'https://goals.shop.example'), signIn: 'none' }), '1110001001');
  });

  it('ask for no token where one is kept, unless it is to be replaced', () => {
    const draft = { kind: 'redmine', url: 'https://redmine.shop.example', isTokenKept: true } as const;
    assert.equal(needed(draft), '1110001101');
    assert.equal(needed({ ...draft, isTokenReplaced: true }), '1110011101');
  });

  it('ask which account it is where the person wants another one than before', () => {
    const draft = { kind: 'redmine', url: 'https://redmine.shop.example', isOtherAccount: true } as const;
    assert.equal(needed(draft), '1111011101');
    assert.equal(needed({ ...draft, signInAs: 'client', isTokenKept: true }), '1111001101');
    assert.deepEqual(entryOf({ ...draft, signInAs: 'client' }), {
      kind: 'redmine',
      url: 'https://redmine.shop.example',
      signInAs: 'client',
    });
  });

  it('save a connection over the same one, and beside any other', async () => {
    const url = 'https://goals.shop.example';
    const [same, other, bad] = [
      { kind: 'rest', url: `${url}/`, follow: ['b', 'a'], name: 'Old' },
      { kind: 'rest', url, follow: ['a', 'b'], query: 'mine' },
      { kind: 'nonsense', url },
    ];
    const trackers = new Trackers(api);
    try {
      await trackers.connect(same, other, bad);
      const entry = { kind: 'rest', url, follow: ['a', 'b'] };
      await saveConnection(entry, 'workspace');
      await until('it is saved', () =>
        isDeepStrictEqual(api.services.settings.trackers, [other, bad, entry]),
      );
    } finally {
      await trackers.end();
    }
  });
});
