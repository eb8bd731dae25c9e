import assert from 'node:assert/strict';
import fc from 'fast-check';
import { signInPlace, signInPlaceOf } from '../../../../src/core/tracker/signInPlace';
import { isSecure, readConnections } from '../../../../src/trackers/connection/connection';
import { connectionName } from '../../../../src/trackers/connectionName';

const redmine = { kind: 'redmine', url: 'https://tracker.example/redmine' };
/** What the setting says is wrong with an entry. */
const problemOf = (entry: unknown): string => {
  const { connections, problems } = readConnections([redmine, entry]);
  assert.equal(connections.length, 1, 'the good one stays');
  assert.equal(problems.length, 1);
  return problems[0]!;
};

describe('The setting for trackers', () => {
  it('may be absent', () => {
    for (const none of [undefined, null, []]) {
      assert.deepEqual(readConnections(none), { connections: [], problems: [] });
    }
  });

  it('must be a list', () => {
    for (const wrong of [{}, 'redmine', 3, true]) {
      assert.deepEqual(readConnections(wrong).problems, ['goalLens.trackers must be a list.']);
    }
  });

  it('is read with all its parts', () => {
    const entry = {
      ...redmine,
      url: ' https://Tracker.example/redmine/?key=1#top ',
      follow: ['web', 'shop'],
      keyPrefix: 'shop',
      currency: 'eur',
      impact: { Kunden: 'customers' },
      levels: { Thema: 'objective' },
      statuses: { 'In Arbeit': 'active' },
      unknown: true,
    };
    const [connection] = readConnections([entry]).connections;
    assert.deepEqual(connection, {
      kind: 'redmine',
      url: 'https://tracker.example/redmine',
      follow: ['web', 'shop'],
      keyPrefix: 'SHOP',
      currency: 'EUR',
      impact: { Kunden: 'customers' },
      levels: { Thema: 'objective' },
      statuses: { 'In Arbeit': 'active' },
      id: 'redmine:https://tracker.example/redmine#shop,web',
    });
    assert.equal(connectionName(connection), 'Redmine tracker.example');
    assert.equal(connectionName({ ...connection, name: 'Ours' }), 'Ours');
  });

  for (const url of [
    'http://tracker.example',
    'http://127.0.0.1.example',
    'http://localhost.example',
    'http://10.0.0.1',
    'http://[::2]',
    'ftp://localhost',
    'file:///etc/passwd',
    'https://ana:secret@tracker.example',
    'https://ana@tracker.example',
    'tracker.example',
    'https://',
    '',
    7,
    `https://a.example/${'/'.repeat(3000)}`,
    undefined,
  ]) {
    it(`refuses the address ${String(url).slice(0, 60)}, without repeating it`, () => {
      assert.equal(
        problemOf({ ...redmine, url }),
        'goalLens.trackers[1].url: must be a web address that begins with https:// (http:// only on this machine)',
      );
    });
  }

  for (const url of [
    'http://localhost:3000',
    'http://127.0.0.1',
    'http://127.1',
    'http://[::1]:8080/x',
    'https://x',
  ]) {
    it(`takes the address ${url}`, () => {
      assert.equal(readConnections([{ ...redmine, url }]).problems.length, 0);
      assert.ok(isSecure(new URL(url)));
    });
  }

  for (const [entry, expected] of [
    [null, /^goalLens\.trackers\[1\]: /],
    ['redmine', /^goalLens\.trackers\[1\]: /],
    [{ ...redmine, kind: 'trello' }, /^goalLens\.trackers\[1\]\.kind: must be one of redmine, jira/],
    [{ ...redmine, follow: 'shop' }, /\.follow: must be a list of texts/],
    [{ ...redmine, follow: [3] }, /\.follow\.0: /],
    [{ ...redmine, keyPrefix: '-' }, /\.keyPrefix: must be 1 to 32 letters/],
    [{ ...redmine, currency: 'euro' }, /\.currency: must be a three-letter/],
    [{ ...redmine, impact: { Kunden: 'money' } }, /\.impact\.Kunden: /],
    [{ ...redmine, signIn: 'password' }, /\.signIn: /],
    [{ ...redmine, url: `${redmine.url}/` }, /follows the same as an entry above it/],
  ] as const) {
    it(`says what is wrong: ${String(expected)}`, () => assert.match(problemOf(entry), expected));
  }

  it('is the same place in any order of what is followed', () => {
    const entries = [
      { ...redmine, follow: ['a', 'b'] },
      { ...redmine, follow: ['b', 'a'] },
      { ...redmine, follow: ['a'] },
    ];
    assert.deepEqual(
      readConnections(entries).connections.map(({ id }) => id.split('#')[1]),
      ['a,b', 'a'],
    );
  });

  it('gives ids that say where one signs in, and ids of files do not', () => {
    for (const url of ['https://a.example', 'https://a.example:8443/base', 'http://127.0.0.1:3000/x as y'])
      for (const signInAs of [undefined, 'Client'])
        for (const query of [undefined, 'project = A as b #c'])
          for (const follow of [undefined, ['shop', 'as x']]) {
            const { connections } = readConnections([{ kind: 'jira', url, signInAs, query, follow }]);
            const [connection] = connections;
            assert.ok(connection);
            assert.equal(signInPlaceOf(connection.id), signInPlace(connection), connection.id);
          }
    for (const other of ['file:/home/ana/shop', 'file:https', '', 'https://a.example'])
      assert.equal(signInPlaceOf(other), undefined);
  });

  it('is read whatever stands in it', () => {
    const entry = fc.record(
      Object.fromEntries(
        ['kind', 'url', 'follow', 'impact', 'levels', 'keyPrefix', 'signIn', 'user', 'query'].map((name) => [
          name,
          fc.oneof(
            fc.jsonValue(),
            fc.constantFrom('jira', 'https://a.example/b?c', 'http://a', 'token', ['shop']),
          ),
        ]),
      ),
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(fc.oneof(fc.jsonValue(), entry))), (setting) => {
        const { connections, problems } = readConnections(setting);
        for (const { url } of connections) assert.ok(isSecure(new URL(url)));
        if (Array.isArray(setting)) assert.equal(connections.length + problems.length, setting.length);
      }),
      { numRuns: 50 },
    );
  });
});
