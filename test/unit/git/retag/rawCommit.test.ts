import assert from 'node:assert/strict';
import {
  formatCommit,
  isSigned,
  parentsOf,
  parseCommit,
  withMessage,
  withoutSignature,
  withParents,
  withTag,
  type RawCommit,
} from '../../../../src/git/retag/rawCommit';
import { RetagError } from '../../../../src/git/retag/retagError';

const [one, two, three] = ['1', '2', '3'].map((digit) => digit.repeat(40)) as [string, string, string];
const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----';
const ana = 'author Ana <ana@shop.example> 1700000000 +0100';

function commit(message: string | Buffer, ...headers: string[]): RawCommit {
  return { headers: [`tree ${one}`, ...headers, ana], message: Buffer.from(message) };
}

/** One sentence with a next step. */
const sentence = /^[A-Z].*[:,] .*\.$/;
const said = ({ message }: RawCommit): string => message.toString();

describe('a commit object', () => {
  it('is parsed into its headers and its message', () => {
    const content = `tree ${one}\nparent ${two}\n${ana}\n${signature}\n\nFix\n\nBody\n`;
    const parsed = parseCommit(Buffer.from(content));
    assert.deepEqual(parsed.headers, [`tree ${one}`, `parent ${two}`, ana, signature]);
    assert.equal(said(parsed), 'Fix\n\nBody\n');
  });

  it('is put back to the byte', () => {
    for (const content of [
      Buffer.from(`tree ${one}\n${ana}\n\n`),
      Buffer.from(`tree ${one}\n${ana}\n${signature}\n\nFix\n\n\n`),
      Buffer.from(`tree ${one}\nauthor J\xfcrg <j@x> 1 +0000\n\nK\xfcrzer\n`, 'latin1'),
    ]) {
      assert.deepEqual(formatCommit(parseCommit(content)), content);
    }
  });

  it('is refused where it is not in git’s form', () => {
    for (const content of ['', `tree ${one}\n${ana}\nFix`, `tree ${one}\n\nFix\0\n`]) {
      assert.throws(
        () => parseCommit(Buffer.from(content)),
        { fault: 'malformed', message: sentence },
        JSON.stringify(content),
      );
    }
  });

  it('has its parents in order, and takes others', () => {
    const merge = commit('Merge\n', `parent ${two}`, `parent ${three}`);
    assert.deepEqual(parentsOf(merge), [two, three]);
    assert.deepEqual(parentsOf(commit('First\n')), []);
    const moved = withParents(merge, new Map([[three, one]]));
    assert.deepEqual(moved.headers, [`tree ${one}`, `parent ${two}`, `parent ${one}`, ana]);
    assert.deepEqual(withParents(merge, new Map([[one, two]])).headers, merge.headers, 'a tree is no parent');
  });

  it('tells and loses its signatures', () => {
    const signed = commit('Fix\n', signature, 'gpgsig-sha256 x', 'mergetag gpgsig y');
    assert.ok(isSigned(signed));
    assert.ok(isSigned(commit('Fix\n', 'gpgsig-sha256 x')));
    assert.ok(!isSigned(commit('gpgsig x\n', 'mergetag gpgsig y', 'gpgsigned z')));
    assert.deepEqual(withoutSignature(signed).headers, [`tree ${one}`, 'mergetag gpgsig y', ana]);
    assert.equal(said(withoutSignature(signed)), 'Fix\n');
  });
});

describe('withTag', () => {
  for (const [message, expected] of [
    ['Fix\n', 'Fix\n\nInitiative: SHOP-7\n'],
    ['\n\n Fix\n', '\n\n Fix\n\nInitiative: SHOP-7\n'],
    ['Fix\n\nInitiative: OLD-1\nRefs: A-1\n', 'Fix\n\nInitiative: SHOP-7\nRefs: A-1\n'],
    ['#142 Fix totals\n', '#142 Fix totals\n\nInitiative: SHOP-7\n'],
    ['Fix\n \n\t\nBody\n', 'Fix\n \n\t\nBody\n\nInitiative: SHOP-7\n'],
    ['Fix\n\nBody\n\nSigned-off-by: Ana\n', 'Fix\n\nBody\n\nSigned-off-by: Ana\nInitiative: SHOP-7\n'],
    ['Fix\n\n---\nNotes\n', 'Fix\n\n---\nNotes\n\nInitiative: SHOP-7\n'],
    // Git would look for the trailer above a list of conflicts that a line of spaces hides from us.
    ['Fix\n \nBody\n\nConflicts:\n \t\n', 'Fix\n\nBody\n\nInitiative: SHOP-7\n\nConflicts:\n\n'],
    ['#1\n\nBody # 2\n \n\nConflicts:\n \n', '#1\n\nBody # 2\n\nInitiative: SHOP-7\n\n\nConflicts:\n\n'],
  ] as const) {
    it(`tags ${JSON.stringify(message)}`, () => {
      const before = commit(message);
      const after = withTag(before, 'Initiative', ['SHOP-7']);
      assert.equal(said(after), expected);
      assert.equal(after.headers, before.headers);
      assert.equal(said(withTag(after, 'Initiative', ['SHOP-7'])), expected);
    });
  }

  it('removes ours, and only ours', () => {
    const tagged = commit('Fix\n\nInitiative: SHOP-7, OTHER-1\n');
    const isOurs = (key: string): boolean => key.startsWith('SHOP-');
    assert.equal(said(withTag(tagged, 'Initiative', [], { isOurs })), 'Fix\n\nInitiative: OTHER-1\n');
    assert.equal(said(withTag(tagged, 'Initiative', [])), 'Fix\n');
    assert.equal(said(withTag(commit(''), 'Initiative', [])), '');
  });

  it('is the same commit where nothing changes', () => {
    const tagged = commit('Fix\n\nInitiative: SHOP-7\n');
    assert.equal(withTag(tagged, 'Initiative', ['SHOP-7']), tagged);
  });

  it('refuses a message that is empty', () => {
    for (const message of ['', '\n', ' \n\t\n']) {
      assert.throws(
        () => withTag(commit(message), 'Initiative', ['SHOP-7']),
        (error) => error instanceof RetagError && error.fault === 'untitled' && sentence.test(error.message),
        JSON.stringify(message),
      );
    }
  });

  it('refuses what cannot be a trailer', () => {
    assert.throws(() => withTag(commit('Fix\n'), 'Init:', ['SHOP-7']), { name: 'InvalidTagError' });
    assert.throws(() => withTag(commit('Fix\n'), 'Initiative', ['a b']), { name: 'InvalidTagError' });
  });
});

describe('withMessage', () => {
  const latin = Buffer.from('K\xfcrzer\n', 'latin1');

  it('keeps bytes that are not UTF-8, declared or not', () => {
    for (const headers of [['encoding ISO-8859-1'], []]) {
      const { message } = withMessage(commit(latin, ...headers), (text) => `${text}\nRefs: A-1\n`);
      assert.deepEqual(message, Buffer.concat([latin, Buffer.from('\nRefs: A-1\n')]));
    }
  });

  it('refuses to add what such bytes cannot hold', () => {
    const add = (text: string) => () =>
      withMessage(commit(latin, 'encoding ISO-8859-1'), (before) => `${before}\n${text}\n`);
    assert.throws(add('Zürich'), { fault: 'encoding', message: sentence });
    assert.doesNotThrow(add('Zuerich ~'));
    assert.throws(add('\x7f'), { fault: 'encoding' });
  });

  it('adds anything to UTF-8', () => {
    for (const headers of [[], ['encoding utf8'], ['encoding UTF-8']]) {
      const { message } = withMessage(commit('Kürzer\n', ...headers), (text) => `${text}\nZürich 修\n`);
      assert.equal(message.toString(), 'Kürzer\n\nZürich 修\n');
    }
  });

  it('takes bytes of UTF-8 for what they are declared to be', () => {
    const declared = commit('Kürzer\n', 'encoding ISO-8859-1');
    assert.throws(() => withMessage(declared, (text) => `${text}ü`), { fault: 'encoding' });
    assert.equal(said(withMessage(declared, (text) => `${text}x\n`)), 'Kürzer\nx\n');
  });

  it('is the same commit where nothing changes', () => {
    const same = commit(latin);
    assert.equal(
      withMessage(same, (text) => text),
      same,
    );
  });
});
