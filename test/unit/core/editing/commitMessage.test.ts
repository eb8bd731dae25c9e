import assert from 'node:assert/strict';
import {
  changeBetween,
  goalSlotAt,
  isBelowScissors,
  offeredGoals,
  removalOf,
  tagProblems,
  tagsInMessage,
  type TextChange,
} from '../../../../src/core/editing/commitMessage';
import { GoalCatalog } from '../../../../src/core/catalog/goalCatalog';
import { rankGoals } from '../../../../src/core/views/ranking';
import { servedGoals } from '../../../../src/core/links/servedGoals';
import { catalogOf, goal, shopGoals, tracker } from '../../../support/builders';
import { assertGrowsAsSize } from '../../../support/growth';

const token = 'Initiative';
const scissors = '# ------------------------ >8 ------------------------';
const done = { name: 'Shipped', category: 'done' } as const;
const apply = (text: string, change: TextChange): string =>
  text.slice(0, change.start) + change.text + text.slice(change.end);

describe('goalSlotAt', () => {
  for (const [written, expected] of [
    ['Initiative: |', 'trailer ""'],
    ['initiative :|', 'trailer "" and a space'],
    ['Initiative: sho|', 'trailer "sho"'],
    ['Initiative: SHO|P-7, PAY-3', 'trailer "SHOP-7"'],
    ['Initiative: SHOP-7, pa|', 'trailer "pa"'],
    ['Initiative: SHOP-7,|', 'trailer "" and a space'],
    ['Initiative: #che|', 'trailer "#che"'],
    ['Initiative: SHOP|, PAY-3', 'trailer "SHOP"'],
    ['Initiative: SHOP-7 PA|', 'trailer "PA"'],
    ['Initiative: SHOP-7 |', undefined],
    ['Initiatives: |', undefined],
    ['Refs: |', undefined],
    ['Initiativ|e: ', undefined],
    ['# Initiative: |', undefined],
    ['#|', 'mention "#"'],
    ['#kasse-ü|', 'mention "#kasse-ü"'],
    ['Fix (#12|)', 'mention "#12"'],
    ['Fix #che|ck', 'mention "#che"'],
    ['Fix #1|4x', 'mention "#1"'],
    ['Fix #1|234', 'mention "#1234"'],
    ['Fix #|x4', 'mention "#"'],
    [`${'x '.repeat(200)}#12|`, 'mention "#12"'],
    ['Fix C#|', undefined],
    ['Fix ##|', undefined],
    ['Fix owner/repo#1|', 'mention "owner/repo#1"'],
    ['Closes AB#1|4, #2', 'mention "AB#14"'],
    ['Closes #1|4', 'mention "#14"'],
    ['Initiative: acme/shop#1|', 'trailer "acme/shop#1"'],
    ['# Please enter|', undefined],
    ['Fix #12 and|', undefined],
  ] as const) {
    it(`is ${expected ?? 'none'} in ${written}`, () => {
      const line = written.replace('|', '');
      const slot = goalSlotAt(line, written.indexOf('|'), token);
      const space = slot?.prefix === ' ' ? ' and a space' : (slot?.prefix ?? '');
      assert.equal(slot && `${slot.kind} "${line.slice(slot.start, slot.end)}"${space}`, expected);
      assert.equal(slot?.hash, slot && /^[^\s,;#]*#/.exec(line.slice(slot.start, slot.end))?.[0]);
    });
  }
});

describe('isBelowScissors', () => {
  it('is so after the line and not before it', () => {
    assert.equal(isBelowScissors(`Fix\n${scissors}\n`), true);
    assert.equal(isBelowScissors(`Fix\r\n${scissors}\r\ndiff`), true);
    assert.equal(isBelowScissors('Fix\n# ---- >8 ----\n'), false);
  });

  it('goes by the mark of comments that git uses', () => {
    assert.equal(isBelowScissors(`Fix\n${scissors}\n`, ';'), false);
    assert.equal(isBelowScissors(`Fix\n${scissors.replace('#', ';')}\n`, ';'), true);
  });
});

describe('offeredGoals', () => {
  const catalog = catalogOf(
    ...shopGoals(),
    goal('SHOP-8', { priority: { rank: 1, label: 'Urgent' } }),
    goal('SHOP-90', { status: done }),
    goal('SHOP-91', { level: 'item', parentKey: 'SHOP-90' }),
    goal('SHOP\n-92'),
  );
  const ranked = rankGoals(catalog.all(), catalog);
  const served = servedGoals(
    [{ key: 'SHOP-142', provenance: { kind: 'branchName', text: 'SHOP-142' } }],
    catalog,
  ).goals;
  const offer = (kind: 'trailer' | 'mention', max = 200): string[] =>
    offeredGoals(kind, served, ranked, catalog, max).map(
      (each) => `${each.view.goal.key}>${each.written.key}${each.isOfBranch ? '*' : ''}`,
    );

  it('puts the branch first and writes initiatives into a trailer', () => {
    assert.deepEqual(offer('trailer'), [
      'SHOP-7>SHOP-7*',
      'SHOP-142>SHOP-7*',
      'SHOP-51>SHOP-7',
      'SHOP-8>SHOP-8',
      'SHOP-160>SHOP-160',
    ]);
  });

  it('writes each goal’s own key into the text', () => {
    assert.deepEqual(offer('mention').slice(0, 3), [
      'SHOP-7>SHOP-7*',
      'SHOP-142>SHOP-142*',
      'SHOP-51>SHOP-51',
    ]);
    assert.ok(offer('mention').includes('SHOP-91>SHOP-91'));
  });

  it('stops at the cap, those of the branch included', () => {
    assert.equal(offer('mention', 3).length, 3);
    assert.deepEqual(offer('mention', 1), ['SHOP-7>SHOP-7*']);
  });
});

describe('tagsInMessage', () => {
  const tags = (message: string): string[] =>
    tagsInMessage(message, token).map(({ text, line, start, end }) => {
      assert.equal(message.split(/\r?\n/)[line]?.slice(start, end), text);
      return `${line}:${start} ${text}`;
    });

  for (const [name, message, expected] of [
    ['finds every key', 'Fix\n\nInitiative: shop-7, PAY-3\nRefs: A-1\n', ['2:12 shop-7', '2:20 PAY-3']],
    ['follows a continued line', 'Fix\r\n\r\nInitiative: A-1,\r\n B-2', ['2:12 A-1', '3:1 B-2']],
    [
      'finds an address on a continued line',
      'Fix\n\nInitiative: A-1,\n https://x.example/B-2',
      ['2:12 A-1', '3:1 https://x.example/B-2'],
    ],
    ['finds a key that is a word', 'Fix\n\nInitiative: checkout', ['2:12 checkout']],
    ['takes no word of a longer text for a key', 'Fix\n\nInitiative: checkout\n of the cart', []],
    ['finds the tag of a message without a title', '\n\ninitiative: A-1\n\n# c', ['2:12 A-1']],
    ['finds one beside “no goal” without a title', '\n\nInitiative: none\nInitiative: A-1\n', ['3:12 A-1']],
    ['knows words from keys', 'Fix\n\nInitiative: see A-1', ['2:16 A-1']],
    ['ignores a title', 'Initiative: A-1', []],
    ['ignores text', 'Fix\n\nInitiative: A-1\n\nMore', []],
    ['ignores comments', 'Fix\n\n# Initiative: A-1\nRefs: B-2', []],
    ['ignores what is below the scissors', `Fix\n\n${scissors}\nx\n\nInitiative: A-1`, []],
  ] as const) {
    it(name, () => assert.deepEqual(tags(message), expected));
  }
});

describe('many keys of one trailer', () => {
  it('are each looked up, not compared with all others', () => {
    const keys = (count: number): string[] => Array.from({ length: count }, (_, at) => `SHOP-${at}`);
    for (const [name, by] of [
      ['on one line', ' '],
      ['on lines of their own', '\n '],
    ] as const) {
      const messages = [2500, 5000, 10_000, 20_000].map(
        (count) => `Fix\n\nInitiative: ${keys(count).join(by)}`,
      );
      assertGrowsAsSize(name, messages, (message) => tagsInMessage(message, token));
    }
  });
});

describe('tagProblems', () => {
  const goals = [...shopGoals(), goal('SHOP-90', { status: done })];
  const message = 'Fix\n\nInitiative: SHOP-7, SHOP-90, SHOP-999\n';
  const problems = (catalog: GoalCatalog): string[] =>
    tagProblems(message, token, catalog, catalog.in()).map(
      ({ tag, goal: closed }) => `${tag.text} ${closed?.status?.name}`,
    );

  it('are the unknown and the closed goals', () => {
    assert.deepEqual(problems(catalogOf(...goals)), ['SHOP-90 Shipped', 'SHOP-999 undefined']);
  });

  it('are no numbers and addresses that no tracker gave: it has more than those that are followed', () => {
    const catalog = catalogOf(...goals);
    const other = 'Fix\n\nInitiative: AB#142, #7, acme/shop#9, https://tracker.example/SHOP-8\n';
    assert.deepEqual(tagProblems(other, token, catalog, catalog.in()), []);
  });

  it('are none in a comment, whatever its mark', () => {
    const catalog = catalogOf(...goals);
    const with1 = (mark: string, comment?: string): number =>
      tagProblems(`Fix\n\nRefs: A-1\n${mark} x\nInitiative: SHOP-90`, token, catalog, catalog.in(), comment)
        .length;
    assert.deepEqual([with1('#'), with1(';', ';')], [1, 1]);
    assert.deepEqual([with1(';'), with1('#', ';')], [0, 0]);
  });

  it('are none that an entry with an error has', () => {
    const catalog = new GoalCatalog([tracker(goals, { brokenKeys: ['shop-999'] })]);
    assert.deepEqual(problems(catalog), ['SHOP-90 Shipped']);
  });

  it('are only the closed ones until every tracker is read', () => {
    const other = tracker([], { id: 'jira', phase: 'loading' });
    assert.deepEqual(problems(new GoalCatalog([tracker(goals), other])), ['SHOP-90 Shipped']);
    assert.deepEqual(problems(new GoalCatalog([])), []);
  });
});

describe('removalOf', () => {
  for (const [name, message, expected] of [
    ['takes the trailer', 'Fix\n\nInitiative: A-1\n', 'Fix\n'],
    ['leaves other trailers', 'Fix\n\nRefs: X-1\nInitiative: A-1\n\n# c\n', 'Fix\n\nRefs: X-1\n\n# c\n'],
    ['leaves other keys', 'Fix\n\nInitiative: B-2, a-1\n\n# c\n', 'Fix\n\nInitiative: B-2\n\n# c\n'],
    ['keeps line breaks', 'Fix\r\n\r\nInitiative: A-1\r\n\r\n# c\r\n', 'Fix\r\n\r\n# c\r\n'],
  ] as const) {
    it(name, () => assert.equal(apply(message, removalOf(message, token, 'A-1')), expected));
  }
});

describe('changeBetween', () => {
  const texts = [
    '',
    'a',
    'a\n',
    'a\nb',
    'a\nb\n',
    'a\nb\nb\n',
    'a\r\n\r\nb\r\n',
    'b\nab\n',
    'a\n\na\n',
    'x\nb\n',
  ];

  it('makes one text of the other, whatever they are', () => {
    for (const before of texts)
      for (const after of texts) assert.equal(apply(before, changeBetween(before, after)), after);
  });

  it('covers whole lines and no more', () => {
    assert.deepEqual(changeBetween('a\nc\n', 'a\nb\nc\n'), { start: 2, end: 2, text: 'b\n' });
    assert.deepEqual(changeBetween('a\nb\nc\n', 'a\nc\n'), { start: 2, end: 4, text: '' });
    assert.deepEqual(changeBetween('a\nc\n', 'a\nbc\n'), { start: 2, end: 2, text: 'b' });
    assert.deepEqual(changeBetween('a\nbcd\ne\n', 'a\nbxd\ne\n'), { start: 2, end: 6, text: 'bxd\n' });
  });
});
