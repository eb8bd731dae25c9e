import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addPathRule, patternFor, unmappable } from '../../../../src/core/paths/addPathRule';
import { parsePathMap } from '../../../../src/core/paths/pathMap';
import { assertAddsRule } from '../../../support/paths/assertAddsRule';

interface Place {
  readonly path: string;
  readonly isFolder?: boolean;
  readonly key?: string;
}

function added(text: string, { path, isFolder = true, key = 'SHOP-7' }: Place): string {
  const edit = addPathRule(text, { path, isFolder, key });
  assert.ok(edit);
  const after = text.slice(0, edit.offset) + edit.text + text.slice(edit.offset);
  assert.ok(after.split(/\r?\n/)[edit.line]?.includes(key), 'the line that is shown has the key');
  return after;
}

describe('addPathRule', () => {
  it('declines a path that no rule can name, which is told before anybody is asked', () => {
    const reasons: Readonly<Record<string, RegExp>> = {
      'a\nb': /^A path with a line break cannot be written in a path map\. Map a folder above it\.$/,
      'a\rb': /with a line break/,
      'a\n#b': /with a line break/,
      '\na': /with a line break/,
      'src/x\n* Z-9\n/y': /with a line break/,
      'a\\b':
        /^A path this long, or with a backslash, cannot be written in a path map\. Map a folder above it\.$/,
      [`${'a/'.repeat(2100)}b`]: /this long/,
    };
    for (const [path, reason] of Object.entries(reasons)) {
      for (const isFolder of [true, false]) {
        assert.match(unmappable(path, isFolder) ?? '', reason);
        assert.equal(addPathRule('/x/ A-1\n', { path, isFolder, key: 'SHOP-7' }), undefined);
      }
    }
    for (const path of ['', 'a', 'a b/[c]*?', '#x', '!x'])
      assert.equal(unmappable(path, true), undefined, path);
  });

  it('maps the one file it was asked for, whatever characters are in its name', () => {
    for (let code = 1; code < 0x2100; code += 1) {
      const character = String.fromCodePoint(code);
      const path = `a${character}b`;
      if (['\n', '\r', '/', '\\'].includes(character)) continue;
      const rules = parsePathMap(added('* Z-9\n', { path, isFolder: false }));
      assert.deepEqual(rules.match(path)?.keys, ['SHOP-7'], code.toString(16));
      assert.deepEqual(rules.match('b')?.keys, ['Z-9']);
    }
  });

  it('adds a line at the end, lined up with the others', () => {
    assert.equal(added('', { path: 'src/cart' }), '/src/cart/ SHOP-7\n');
    assert.equal(added('/docs/      SHOP-9', { path: 'src' }), '/docs/      SHOP-9\n/src/       SHOP-7\n');
    assert.equal(added('# Map\r\n/a/ A-1\r\n', { path: 'b' }), '# Map\r\n/a/ A-1\r\n/b/ SHOP-7\r\n');
    assert.equal(added('# Map\r\n/a/ A-1', { path: 'b' }), '# Map\r\n/a/ A-1\r\n/b/ SHOP-7\r\n');
    assert.equal(added('/a/\n', { path: 'b' }), '/a/\n/b/ SHOP-7\n', 'nothing to line up with');
  });

  it('tells the line where the rule stands', () => {
    const lineOf = (text: string, path: string): number =>
      addPathRule(text, { path, isFolder: true, key: 'SHOP-7' })!.line;
    assert.deepEqual([lineOf('', 'b'), lineOf('/a/ A-1', 'b'), lineOf('/a/ A-1\n', 'b')], [0, 1, 1]);
    assert.deepEqual([lineOf('# Map\n/a/ A-1\n', 'a'), lineOf('# Map\n\n/a/b A-1\n', 'a')], [1, 2]);
  });

  it('stands above the rules for what is inside it, and their comments', () => {
    const text = '* A-1\n\n# Delivery is another goal.\n/src/checkout/delivery.ts A-2\n';
    assert.equal(
      added(text, { path: 'src/checkout' }),
      '* A-1\n\n/src/checkout/            SHOP-7\n# Delivery is another goal.\n/src/checkout/delivery.ts A-2\n',
    );
  });

  it('stands above those for what is inside it that come after the rule that wins so far', () => {
    const text = '/src/a.ts A-1\n/src/ A-2\n* A-3\n# Why\n/src/b.ts A-4\n';
    assert.equal(
      added(text, { path: 'src' }),
      '/src/a.ts A-1\n/src/ A-2\n* A-3\n/src/     SHOP-7\n# Why\n/src/b.ts A-4\n',
    );
    const file = '/src/a.ts A-1\n* A-2\n';
    assert.equal(added(file, { path: 'src/a.ts', isFolder: false }), `${file}/src/a.ts SHOP-7\n`);
  });

  it('leaves the comment to the rule that wins so far', () =>
    assert.equal(
      added('# All\n* A-1\n  # Ovens\n# of ours\n/src/oven/ A-2\n', { path: 'src' }),
      '# All\n* A-1\n/src/      SHOP-7\n  # Ovens\n# of ours\n/src/oven/ A-2\n',
    ));

  it('stands above all others for the whole repository, below what the map begins with', () => {
    const head = '# What serves which goal.\n';
    const rules = '/src/oven/ A-1\n*.md       A-2\n';
    assert.equal(added(head + rules, { path: '' }), `${head}*          SHOP-7\n${rules}`);
    const last = `${head}/src/ A-1\n* A-2\n`;
    assert.equal(added(`${last}/docs/ A-3\n`, { path: '' }), `${head}/src/ A-1\n* A-2 SHOP-7\n/docs/ A-3\n`);
  });

  it('stands below the rules that would win over it', () => {
    const text = '/src/cart/a.ts A-1\n/src/ A-2\n';
    assert.equal(added(text, { path: 'src/cart' }), `${text}/src/cart/ SHOP-7\n`);
  });

  it('adds the key to the line that the folder has', () => {
    assert.equal(added('/src/ A-1 # why\n', { path: 'src' }), '/src/ A-1 SHOP-7 # why\n');
    assert.equal(added('/src/\n', { path: 'src' }), '/src/ SHOP-7\n');
    assert.equal(added('/a\\ b/\n', { path: 'a b' }), '/a\\ b/ SHOP-7\n');
    assert.equal(added(' /src/  # why\n', { path: 'src' }), ' /src/ SHOP-7  # why\n');
    assert.equal(added('\r\n/a/ A-1\r\n/b/ B-1\r\n', { path: 'b' }), '\r\n/a/ A-1\r\n/b/ B-1 SHOP-7\r\n');
  });

  it('changes nothing where the line has the key', () => {
    const place = { path: 'src', isFolder: true, key: 'SHOP-7' };
    assert.deepEqual(addPathRule('# Map\n/src/ A-1 shop-7\n', place), { offset: 6, text: '', line: 1 });
  });

  it('maps everything, and single files', () => {
    assert.equal(added('', { path: '' }), '* SHOP-7\n');
    assert.equal(added('', { path: 'a b/c[1]*.ts', isFolder: false }), '/a\\ b/c\\[1]\\*.ts SHOP-7\n');
  });

  it('is not misled by a byte order mark', () => {
    assert.equal(added('\uFEFF/src/ A-1\n', { path: 'src' }), '\uFEFF/src/ A-1 SHOP-7\n');
    assert.equal(added('\uFEFF/src/a A-1\n', { path: 'src' }), '\uFEFF/src/  SHOP-7\n/src/a A-1\n');
    assert.equal(added('\uFEFF', { path: 'src' }), '\uFEFF/src/ SHOP-7\n');
  });

  it('declines a rule that nobody would read', () => {
    const declined = (text: string, path: string) =>
      assert.equal(addPathRule(text, { path, isFolder: true, key: 'SHOP-7' }), undefined);
    declined('/a/ A-1\n'.repeat(10_000), 'src');
    declined(`# ${'x'.repeat(1024 * 1024)}\n`, 'src');
    declined('', 'x'.repeat(4096));
    declined(`/src/ A-1 ${'A-2 '.repeat(1021)}\n`, 'src');
    declined('', 'a\\b');
  });

  it('is declined, or changes no other rule and no line, whatever the map says', () => {
    const name = fc.constantFrom(
      'src',
      'cart',
      'a b',
      '[x]',
      'we*rd',
      '#n',
      'ü',
      'a\\b',
      '\t',
      '!a',
      '..',
      '\u2028',
    );
    const path = fc.array(name, { maxLength: 3 }).map((names) => names.join('/'));
    const piece = fc.oneof(
      fc.tuple(path, fc.boolean()).map(([of, isFolder]) => patternFor(of, isFolder)),
      fc.constantFrom(
        '*',
        '**',
        '*.ts',
        '/',
        '!',
        '[',
        '\\',
        '#',
        '# ',
        '#12',
        ' ',
        '\t',
        ' A-1',
        ' B-2',
        ' new-1',
      ),
      fc.constantFrom(' bad,key', '\n', '\n', '\r\n', '\r', '\uFEFF', '\0', '\u2028'),
    );
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, path, fc.boolean(), (map, place, isFolder) => {
        fc.pre(isFolder || place !== '');
        assertAddsRule(map, { path: place, isFolder, key: 'NEW-1' });
      }),
      { numRuns: 1000 },
    );
  });

  it('always decides about what is in the folder, and leaves all else as it was', () => {
    const name = fc.constantFrom('src', 'cart', 'a b', '[x]', 'we*rd', '#n', 'ü');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    const rule = fc
      .tuple(path, fc.boolean(), fc.constantFrom('A-1', 'B-2 C-3', ''))
      .map(([of, isFolder, keys]) => `${patternFor(of, isFolder)} ${keys}`.trimEnd());
    const line = fc.oneof(rule, fc.constantFrom('', '# A comment', '*.ts D-4', '* E-5'));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), path, (lines, folder) => {
        const text = lines.join('\n');
        const after = added(text, { path: folder, key: 'NEW-1' });
        const matched = parsePathMap(after).match(`${folder}/\u{10FFFD}`);
        assert.ok(matched?.keys.includes('NEW-1'), after);
        const [before, now] = [parsePathMap(text), parsePathMap(after)];
        assert.deepEqual(now.match('elsewhere/file.ts')?.keys, before.match('elsewhere/file.ts')?.keys);
        for (const kept of lines) assert.ok(kept === '' || after.includes(kept), kept);
      }),
    );
  });
});
