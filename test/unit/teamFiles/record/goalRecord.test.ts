import assert from 'node:assert/strict';
import { goalRecordSchema } from '../../../../src/teamFiles/record/goalRecord';
import { toGoal } from '../../../../src/teamFiles/record/toGoal';
import { goalOf } from '../goalsFile/goalsFileText';

describe('a goal in a goals file', () => {
  it('needs a key, a title and a level only; the rest is absent', () => {
    assert.deepEqual(goalOf(), {
      id: 'A-1',
      trackerId: 'file',
      key: 'A-1',
      title: 'First',
      level: 'item',
      metrics: [],
      blockedByKeys: [],
      blocksKeys: [],
      labels: [],
    });
  });

  it('takes a field that is left blank as absent', () => {
    assert.deepEqual(goalOf('owner:', "description: ''", 'impact: { customers: , severity: " " }'), goalOf());
  });

  for (const [line, expected] of [
    ['id: "10042"', { id: '10042' }],
    ['status: active', { status: { name: 'active', category: 'active' } }],
    ['status: Done', { status: { name: 'done', category: 'done' } }],
    ['status: { name: In review, category: active }', { status: { name: 'In review', category: 'active' } }],
    ['health: on-track', { health: 'onTrack' }],
    ['health: at risk', { health: 'atRisk' }],
    ['health: offTrack', { health: 'offTrack' }],
    ['health: Off_Track', { health: 'offTrack' }],
    ['priority: 1', { priority: { rank: 1, label: 'P1' } }],
    ['priority: 0', { priority: { rank: 0, label: 'not set' } }],
    ['priority: "4"', { priority: { rank: 4, label: 'P4' } }],
    ['priority: p2', { priority: { rank: 2, label: 'P2' } }],
    ['priority: Urgent', { priority: { rank: 1, label: 'urgent' } }],
    ['priority: low', { priority: { rank: 4, label: 'low' } }],
    ['priority: { rank: 3, label: Should }', { priority: { rank: 3, label: 'Should' } }],
    ['priority: { rank: 3 }', { priority: { rank: 3, label: 'P3' } }],
    ['owner: Priya Nair', { owner: { name: 'Priya Nair' } }],
    [
      'owner: { name: Priya, email: priya@shop.example }',
      { owner: { name: 'Priya', email: 'priya@shop.example' } },
    ],
    ['target: 2026-12-12', { targetDate: '2026-12-12' }],
    ['target: 2026-12', { targetDate: '2026-12-31', targetLabel: '2026-12' }],
    ['target: 2026-Q4', { targetDate: '2026-12-31', targetLabel: '2026-Q4' }],
    ['target: 2026-h1', { targetDate: '2026-06-30', targetLabel: '2026-H1' }],
    ['target: 2026', { targetDate: '2026-12-31', targetLabel: '2026' }],
    ['progress: 0.62', { progress: 0.62 }],
    ['progress: 1', { progress: 1 }],
    ['progress: 62%', { progress: 0.62 }],
    ['progress: "12.5 %"', { progress: 0.125 }],
    ['labels: [payments, cart]', { labels: ['payments', 'cart'] }],
    ['url: https://tracker.example/A-1', { url: 'https://tracker.example/A-1' }],
    ['updated: 2026-11-22', { updatedAt: '2026-11-22T00:00:00.000Z' }],
    [
      'status: done\n    closed: 2026-11-20T10:00:00+01:00',
      { status: { name: 'done', category: 'done' }, closedAt: '2026-11-20T09:00:00.000Z' },
    ],
    ['closed: 2026-11-20', {}],
    ["references: ['acme/shop#142']", { references: ['acme/shop#142'] }],
    [
      'links: [{ branch: ana/retry, repository: git@github.com:Acme/shop.git, pullRequest: 4321 }]',
      {
        links: [{ kind: 'branch', name: 'ana/retry', repository: 'github.com/acme/shop', pullRequest: 4321 }],
      },
    ],
    [
      'links: [{ pullRequest: 7, closes: true }, { pullRequest: 7, closes: true }, { branch: main }]',
      { links: [{ kind: 'pullRequest', number: 7, isClosing: true }] },
    ],
    [
      `links: [{ commit: ${'0123456789ABCDEF'.repeat(4)} }]`,
      { links: [{ kind: 'commit', sha: '0123456789abcdef'.repeat(4) }] },
    ],
    ['updated: 2026-11-22T10:00:00+01:00', { updatedAt: '2026-11-22T09:00:00.000Z' }],
    [
      'metrics: [{ name: Lost carts, unit: "%", baseline: 7.4, current: 4.9, target: 2 }]',
      { metrics: [{ name: 'Lost carts', unit: '%', baseline: 7.4, current: 4.9, target: 2 }] },
    ],
  ] as const) {
    it(`may say ${line}`, () => assert.deepEqual(goalOf(line), { ...goalOf(), ...expected }));
  }

  it('keeps the paragraphs of a description', () => {
    assert.equal(
      goalOf('description: |', '  One', '  two.', '', '  Three.').description,
      'One\ntwo.\n\nThree.',
    );
  });

  it('names the field that each part of the impact came from', () => {
    const goal = goalOf(
      'impact:',
      '  customers: { count: 38, names: [Acme, Globex] }',
      '  requests: 112',
      '  revenue: { amount: 240000, currency: eur }',
      '  segments: [enterprise]',
      '  severity: Critical',
      '  score: -1.5',
      '  quotes: [{ text: I lost my cart, source: Acme, url: "https://notes.example/1" }, { text: Again }]',
    );
    assert.deepEqual(goal.impact, {
      customers: { value: 38, field: 'impact.customers.count' },
      customerNames: { value: ['Acme', 'Globex'], field: 'impact.customers.names' },
      requests: { value: 112, field: 'impact.requests' },
      revenue: { value: { amount: 240000, currency: 'EUR' }, field: 'impact.revenue' },
      segments: { value: ['enterprise'], field: 'impact.segments' },
      severity: { value: 'Critical', field: 'impact.severity' },
      score: { value: -1.5, field: 'impact.score' },
      quotes: {
        value: [
          { text: 'I lost my cart', source: 'Acme', url: 'https://notes.example/1' },
          { text: 'Again' },
        ],
        field: 'impact.quotes',
      },
    });
  });

  it('takes a plain number of customers, never guessing it from their names', () => {
    assert.deepEqual(goalOf('impact: { customers: 0 }').impact, {
      customers: { value: 0, field: 'impact.customers' },
    });
    assert.deepEqual(goalOf('impact: { customers: { names: [Acme] } }').impact, {
      customerNames: { value: ['Acme'], field: 'impact.customers.names' },
    });
    assert.equal(goalOf('impact: {}').impact, undefined);
  });

  for (const level of ['objective', 'initiative', 'epic', 'item', 'Epic']) {
    it(`may have the level ${level}`, () => {
      const { level: read } = toGoal(goalRecordSchema.parse({ key: 'A', title: 'T', level }), 'x');
      assert.equal(read, level.toLowerCase());
    });
  }

  it('ignores unknown fields when a service sends them', () => {
    const record = { key: 'A', title: 'T', level: 'item', sprint: 4, impact: { votes: 3 } };
    assert.deepEqual(toGoal(goalRecordSchema.parse(record), 'file'), {
      ...goalOf(),
      id: 'A',
      key: 'A',
      title: 'T',
    });
  });
});

describe('text in a goal', () => {
  it('loses control characters, direction overrides and invisible tags, and is trimmed', () => {
    const dirty = String.raw`"\0 a\e[31mb\u202Ec\u2066d\x85\U000E0041\uFEFF\x7F "`;
    assert.equal(goalOf(`description: ${dirty}`).description, 'a[31mbcd');
  });

  it('has one kind of line end, tabs in a description, and one line in a name', () => {
    assert.equal(goalOf('description: "a\\r\\nb\\rc\\td"').description, 'a\nb\nc\td');
    assert.deepEqual(goalOf('labels: ["a\\r\\n\\tb"]').labels, ['a b']);
  });

  it('keeps letters of all scripts and direction marks, and repairs half characters', () => {
    assert.equal(goalOf('owner: "Анна 中村 \\u200Fאנה 👩‍💻"').owner?.name, 'Анна 中村 \u200Fאנה 👩‍💻');
    assert.equal(goalOf('owner: "a\\uD800b"').owner?.name, 'a\uFFFDb');
  });

  it('keeps HTML, Markdown and command links as the text that they are', () => {
    const attack = `<img src=x onerror=alert(1)> [go](command:evil) **b** \`c\` $(x) &lt; {{x}}`;
    const quoted = JSON.stringify(attack);
    const goal = goalOf(
      `description: ${quoted}`,
      `owner: ${quoted}`,
      `status: { name: ${quoted}, category: active }`,
      `priority: { rank: 1, label: ${JSON.stringify(attack.slice(0, 40))} }`,
      `labels: [${quoted}]`,
      `metrics: [{ name: ${quoted}, unit: "<b>" }]`,
      `impact: { severity: ${quoted}, segments: [${quoted}], customers: { names: [${quoted}] }, quotes: [{ text: ${quoted}, source: ${quoted} }] }`,
    );
    assert.equal(goal.description, attack);
    assert.equal(goal.owner?.name, attack);
    assert.equal(goal.status?.name, attack);
    assert.equal(goal.priority?.label, attack.slice(0, 40));
    assert.deepEqual(goal.labels, [attack]);
    assert.deepEqual(goal.metrics, [{ name: attack, unit: '<b>' }]);
    assert.equal(goal.impact?.severity?.value, attack);
    assert.deepEqual(goal.impact.segments?.value, [attack]);
    assert.deepEqual(goal.impact.customerNames?.value, [attack]);
    assert.deepEqual(goal.impact.quotes?.value, [{ text: attack, source: attack }]);
  });
});
