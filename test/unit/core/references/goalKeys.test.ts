import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findKeys, isKey } from '../../../../src/core/references/goalKeys';

const shop = new Set(['SHOP']);

describe('findKeys', () => {
  for (const [text, expected, projects = shop] of [
    ['feature/SHOP-142-retry-payments', ['SHOP-142']],
    ['ana/shop-142_retry', ['SHOP-142']],
    ['SHOP-142_SHOP-7', ['SHOP-142', 'SHOP-7']],
    ['SHOP-7 shop-7 Shop-07', ['SHOP-7', 'SHOP-07']],
    ['[SHOP-1](SHOP-2),SHOP-3.SHOP-4:SHOP-5', ['SHOP-1', 'SHOP-2', 'SHOP-3', 'SHOP-4', 'SHOP-5']],
    ['SHOP-1420', ['SHOP-1420']],
    ['修复SHOP-142问题', ['SHOP-142']],
    ['MYSHOP-142 1SHOP-142 éSHOP-142', []],
    ['SHOP-142a SHOP-1é SHOP-', []],
    ['SHOP_142 SHOP142 SHOP -142 SHOP--142', []],
    ['UTF-8 sha-256 release-notes-16-1', []],
    ['release-notes-16-1', ['NOTES-16'], new Set(['NOTES'])],
    ['fix-my-app-12', ['MY-APP-12'], new Set(['APP', 'MY-APP', 'MY'])],
    ['3D-4 A_B-5 a_b-6 X2-1', ['3D-4', 'A_B-5', 'A_B-6', 'X2-1'], new Set(['3D', 'A_B', 'X2'])],
    ['A-1-5', ['A-1'], new Set(['A', 'A-1'])],
    ['zookeeper-3.5.9.jar ZOOKEEPER-3.', ['ZOOKEEPER-3'], new Set(['ZOOKEEPER'])],
    ['shop-2.3.1 shop-2.md SHOP-3. SHOP-4.Then', ['SHOP-3', 'SHOP-4']],
    ['SHOP-2023-04-11 SHOP-2023-04 SHOP-2024', ['SHOP-2023', 'SHOP-2024']],
    [
      'JSP_JIR-123 feature_JIR-1 jsp_jir-2 JIR-3_JIR-4',
      ['JIR-1', 'JIR-2', 'JIR-3', 'JIR-4'],
      new Set(['JIR']),
    ],
    ['JSP_jir-5', ['JIR-5'], new Set(['JIR'])],
    ['SHOP-123-04-11 SHOP-2023', ['SHOP-123', 'SHOP-2023']],
    ['SHOP-1', [], new Set<string>()],
    ['', []],
  ] as const) {
    it(`finds ${expected.join(', ') || 'nothing'} in “${text}”`, () =>
      assert.deepEqual(
        findKeys(text, projects).map(({ key }) => key),
        expected,
      ));
  }

  it('says what was written and where', () =>
    assert.deepEqual(findKeys('feature/shop-142-retry', shop), [
      { key: 'SHOP-142', text: 'shop-142', index: 8 },
    ]));

  it('never cuts a key in two at its limit', () => {
    assert.deepEqual(
      findKeys('SHOP-142 SHOP-7', shop, 6).map(({ key }) => key),
      ['SHOP-142'],
    );
    assert.deepEqual(findKeys(`${'x'.repeat(4095)} SHOP-1`, shop), []);
  });

  it('finds exactly what a slow search finds', () => {
    const projects = new Set(['A', 'AB', 'A-B', 'B_A']);
    const part = fc.constantFrom('A', 'b', 'a-b', 'B_A', '-', '_', '/', '1', '23', ' ', 'é', 'x');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 16 }), (parts) => {
        const text = parts.join('');
        const slow =
          /(?<![\p{Script=Latin}\d])(?<![A-Z]_(?=\p{Lu}))(A-B|B_A|AB|A|B)-\d+(?![\p{Script=Latin}\d])/giu;
        const expected = [...text.matchAll(slow)].filter(([, project = '']) =>
          projects.has(project.toUpperCase()),
        );
        const found = findKeys(text, projects);
        assert.deepEqual(
          found.map(({ key }) => key),
          [...new Set(expected.map(([key]) => key.toUpperCase()))],
        );
        for (const { text: written, index } of found) assert.ok(text.startsWith(written, index));
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe('isKey', () => {
  for (const key of [
    'SHOP-7',
    'shop-7',
    '12',
    'AB#12',
    'org/repo#12',
    'CHECKOUT',
    'PRJ-G-1',
    'A'.repeat(64),
  ]) {
    it(`takes ${key}`, () => assert.ok(isKey(key)));
  }
  for (const key of [
    '',
    '#12',
    'A 1',
    'A,1',
    'A-',
    '-1',
    'A\n1',
    'A:1',
    'A\u202e1',
    '@ana',
    'A'.repeat(65),
  ]) {
    it(`refuses ${JSON.stringify(key)}`, () => assert.ok(!isKey(key)));
  }
});
