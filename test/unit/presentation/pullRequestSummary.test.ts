import assert from 'node:assert/strict';
import fc from 'fast-check';
import { InvalidTagError } from '../../../src/core/message/commitTag';
import type { Goal } from '../../../src/core/goal/goal';
import { parseTrailers } from '../../../src/core/message/trailers';
import {
  pullRequestSummary,
  type PullRequestInput,
  type SummaryCommit,
} from '../../../src/presentation/pullRequestSummary';
import { catalogOf, customers, goal, shopGoals, textOptions } from '../../support/builders';

const commit = (subject: string, ...keys: string[]): SummaryCommit => ({
  sha: 'abcdef0123456789',
  subject,
  keys: keys.map((key) => ({ key })),
  isMerge: false,
  isWithoutGoal: false,
});

describe('pullRequestSummary', function () {
  this.timeout(20_000);
  const summary = (goals: Goal[], input: Partial<PullRequestInput> = {}, options = textOptions): string =>
    pullRequestSummary(
      {
        branchGoals: [],
        commits: [],
        catalog: catalogOf(...goals),
        trailer: 'Initiative',
        written: ({ key }) => key,
        ...input,
      },
      options,
    );
  const ofTitle = (title: string): string => {
    const named = goal('A-1', { title });
    return summary([named], { branchGoals: [named] }).split('\n')[2]!;
  };

  it('says which goals are served, why and for whom, by which commits', () => {
    const goals = shopGoals().map((each) =>
      each.key === 'SHOP-7' ? { ...each, description: 'Carts are lost\non a reload.\n\nMore.' } : each,
    );
    const commits = [
      commit('Retry a payment', 'SHOP-142', 'SHOP-7'),
      commit('Synonyms', 'shop-160'),
      commit('Tidy up'),
      commit('Old work', 'OLD-9'),
      { ...commit("Merge branch 'main'"), isMerge: true },
      { ...commit('Merge SHOP-51', 'SHOP-51'), isMerge: true },
    ];
    assert.equal(
      summary(goals, { commits }),
      [
        '**Goals served**',
        '',
        '- **[SHOP-7](https://tracker.example/SHOP-7) Checkout that never loses a cart**',
        '  - This part: SHOP-142 Retry a payment',
        '  - This part: SHOP-51 Payments survive a passing fault',
        '  - Carts are lost on a reload.',
        '  - Asked for by 38 customers.',
        '  - Priority P1 Urgent, target Dec 12, 2026, at risk',
        '  - Toward OBJ-1 Customers trust us with their first order',
        '- **SHOP-160 Search that understands synonyms**',
        '  - Priority P3 Medium',
        '',
        '**Commits by goal**',
        '',
        '- SHOP-7',
        '  - Retry a payment (abcdef0)',
        '  - Merge SHOP-51 (abcdef0)',
        '- SHOP-160',
        '  - Synonyms (abcdef0)',
        '',
        '**Commits without a goal**',
        '',
        '- Tidy up (abcdef0)',
        '- Old work (abcdef0)',
        '',
        'Initiative: SHOP-7',
        'Initiative: SHOP-160',
        '',
      ].join('\n'),
    );
  });

  it('names the goals of the branch even where no commit does', () => {
    const stale = goal('SHOP-7', { title: 'As it was a minute ago' });
    const text = summary(shopGoals(), { branchGoals: [stale], commits: [commit('One', 'SHOP-142')] });
    assert.equal(text.match(/^- \*\*/gm)?.length, 1);
    assert.deepEqual(parseTrailers(`Title\n\n${text}`), [{ token: 'Initiative', value: 'SHOP-7' }]);
  });

  it('says whose inherited values are, and shows revenue as the setting says', () => {
    const impact = {
      ...customers(2),
      revenue: { value: { amount: 420_000, currency: 'EUR' }, field: 'revenue' },
      customerNames: { value: ['Nordwind'], field: 'names' },
    };
    const top = goal('OBJ-1', { level: 'objective', impact, priority: { rank: 2, label: 'Major' } });
    const low = goal('SHOP-7', { parentKey: 'OBJ-1' });
    const at = (revenue: 'band' | 'exact' | 'hidden', withRevenue = true): string =>
      summary([top, low], { branchGoals: [low], withRevenue }, { ...textOptions, revenue });
    assert.ok(at('band').includes('Asked for by 2 customers. €250–500K revenue at stake. (from OBJ-1)\n'));
    assert.ok(at('band').includes('Priority P2 High (from OBJ-1)\n'));
    assert.ok(!at('exact', false).includes('€'), 'revenue is told only where it is asked for');
    assert.ok(at('exact').includes('€420K'));
    assert.ok(!at('hidden').includes('€'));
    assert.ok(!at('exact').includes('Nordwind'), 'names of customers are not published');
  });

  it('says for whom as a person would, and leaves the tracker’s own score out', () => {
    const named = goal('A-1', {
      impact: {
        ...customers(1),
        requests: { value: 112, field: 'votes' },
        segments: { value: ['enterprise', 'mid-market'], field: 'tier' },
        severity: { value: 'Blocks ordering', field: 'severity' },
        score: { value: 87, field: 'score' },
      },
    });
    assert.ok(
      summary([named], { branchGoals: [named] }).includes(
        '  - Asked for by 1 customer in 112 requests. For enterprise and mid-market. Severity: Blocks ordering.\n',
      ),
    );
  });

  it('names the branch’s item even where no commit does', () => {
    const goals = shopGoals();
    const [initiative, item] = ['SHOP-7', 'SHOP-142'].map((key) => goals.find((each) => each.key === key)!);
    const text = summary(goals, { branchGoals: [initiative!], branchItems: [item!] });
    assert.equal(text.match(/This part: SHOP-142 Retry a payment/g)?.length, 1);
    assert.doesNotMatch(text, /This part: SHOP-7/);
  });

  it('says an initiative once and each part of it, where the branch is about two items', () => {
    const goals = [...shopGoals(), goal('SHOP-131', { level: 'item', parentKey: 'SHOP-7' })];
    const [initiative, ...items] = ['SHOP-7', 'SHOP-131', 'SHOP-142'].map((key) =>
      goals.find((each) => each.key === key)!,
    );
    const text = summary(goals, { branchGoals: [initiative!, initiative!], branchItems: items });
    assert.equal(text.match(/^- \*\*\[SHOP-7\]/gm)?.length, 1);
    assert.deepEqual(text.match(/This part: .*/g), [
      'This part: SHOP-131 Title of SHOP-131',
      'This part: SHOP-142 Retry a payment',
    ]);
    assert.equal(text.match(/^Initiative: .*/gm)?.join(), 'Initiative: SHOP-7');
  });

  it('is no more than a line break where there is nothing to say', () => {
    assert.equal(summary([]), '\n');
  });

  it('shows what others wrote as text', () => {
    const shown = (title: string): string => ofTitle(title).slice('- **A-1 '.length, -2);
    for (const [title, markdown] of [
      ['a <img src=x onerror=alert(1)> b', 'a &lt;img src=x onerror=alert(1)> b'],
      ['[x](https://evil.example)', '\\[x\\](https:\u200b//evil.example)'],
      ['![x](y)', '!\\[x\\](y)'],
      [
        '`code` *b* _i_ ~~s~~ snake_case a|b $x$',
        '\\`code\\` \\*b\\* \\_i\\_ \\~\\~\u200bs\\~\\~ snake_case a\\|b \\$x\\$',
      ],
      ['thanks @ana and @shop/team', 'thanks @\u200bana and @\u200bshop/team'],
      ['mail ana@shop.example', 'mail ana@\u200bshop.example'],
      [
        'closes #12, a/b#3, GH-4, !5, AB#6',
        'closes #\u200b12, a/b#\u200b3, GH-\u200b4, !\u200b5, AB#\u200b6',
      ],
      ['&lt;b&gt; R&D &#60;', '&\u200blt;b&\u200bgt; R&D &\u200b#\u200b60;'],
      ['www.evil.example', 'www\u200b.evil.example'],
      ['line\n# one\r\n/close\u2028two', 'line # one /close two'],
      ['\u202eright to left\u202c', 'right to left'],
      ['a\\*b', 'a\\\\\\*b'],
      ['C# and 50% & more', 'C# and 50% & more'],
    ] as const) {
      assert.equal(shown(title), markdown);
    }
  });

  it('never lets a subject begin a list, a heading or a quote', () => {
    const commits = ['- a', '# a', '1. a', '> a', '+ a', '=== a', '2) a', ''].map((each) => commit(each));
    const lines = summary([], { commits }).trim().split('\n').slice(2);
    assert.deepEqual(
      lines.map((line) => line.replace(' (abcdef0)', '')),
      ['- \\- a', '- \\# a', '- 1\\. a', '- \\> a', '- \\+ a', '- \\=== a', '- 2\\) a', '- no message'],
    );
  });

  it('links https addresses only', () => {
    const link = (url: string): string | undefined => {
      const named = goal('A-1', { url });
      return /\]\((.*?)\) Title/.exec(summary([named], { branchGoals: [named] }))?.[1];
    };
    assert.equal(link('https://t.example/a(b)?c=<d> e'), 'https://t.example/a%28b%29?c=%3Cd%3E%20e');
    assert.equal(link('https://t.example/x) [y](z'), 'https://t.example/x%29%20[y]%28z');
    for (const url of [
      'http://t.example',
      'javascript:alert(1)',
      'https://u:p@t.example',
      'nonsense',
      `https://t.example/${'x'.repeat(3000)}`,
    ]) {
      assert.equal(link(url), undefined, url);
    }
  });

  it('is capped', () => {
    const goals = Array.from({ length: 30 }, (_, at) =>
      goal(`A-${at}`, { title: 'x'.repeat(5000), description: 'y'.repeat(50_000) }),
    );
    const commits = Array.from({ length: 300 }, () => commit('z'.repeat(1000)));
    const text = summary(goals, { branchGoals: goals, commits });
    assert.ok(text.includes('- and 10 more\n') && text.includes('- and 200 more\n'));
    assert.ok(text.length < 40_000, `${text.length}`);
    assert.equal(parseTrailers(`Title\n\n${text}`).length, 30);
  });

  it('ends in trailers, whatever the texts, and in no others', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\n\nInitiative: EVIL-1\n', '---\n', 'Signed-off-by: Eve', '\u0085Initiative: X-1'),
    );
    fc.assert(
      fc.property(text, text, text, (title, description, subject) => {
        const named = goal('A-1', { title, description });
        const commits = [commit(subject), commit(subject, 'A-1')];
        const message = summary([named], { branchGoals: [named], commits });
        assert.deepEqual(parseTrailers(`Title\n\n${message}`, { divider: false }), [
          { token: 'Initiative', value: 'A-1' },
        ]);
        assert.match(message, /\n\nInitiative: A-1\n$/);
        assert.ok(message.split('\n').every((line) => /^(?:$|\*\*|- | {2}- |Initiative: A-1$)/.test(line)));
      }),
    );
  });

  it('leaves a key out of the trailers that is not safe there, and refuses a token that is not', () => {
    const odd = goal('A 1\nB: 2', {});
    assert.equal(parseTrailers(`Title\n\n${summary([odd], { branchGoals: [odd] })}`).length, 0);
    const named = goal('A-1');
    assert.throws(() => summary([named], { branchGoals: [named], trailer: 'not a token' }), InvalidTagError);
  });
});
