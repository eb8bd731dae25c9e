import assert from 'node:assert/strict';
import { formatCommit, parentsOf, parseCommit, withMessage } from '../../../../src/git/retag/rawCommit';
import { rewriteChain, type ChainLink } from '../../../../src/git/retag/rewriteChain';
import { RetagError } from '../../../../src/git/retag/retagError';
import { commitIdOf } from '../../../../src/git/retag/writeCommits';

const [base, a, b, c, d] = ['0', 'a', 'b', 'c', 'd'].map((digit) => digit.repeat(40)) as [
  ...[string, string, string, string, string],
];
const signature = 'gpgsig -----BEGIN\n abc\n';

function link(sha: string, parents: readonly string[], { seen = parents, more = '' } = {}): ChainLink {
  const headers = [`tree ${base}\n`, ...parents.map((each) => `parent ${each}\n`), more];
  return {
    sha,
    parents: seen,
    raw: parseCommit(Buffer.from(`${headers.join('')}author Ana\n\n${sha[0]}\n`)),
  };
}

/** Rewrites a chain, with these commits edited; tells the letters of old ids, and what became of each. */
function rewritten(chain: readonly ChainLink[], ...edited: string[]) {
  const result = rewriteChain(chain, (sha, raw) =>
    edited.includes(sha) ? withMessage(raw, (text) => `${text}edited\n`) : raw,
  );
  return { ...result, commits: result.contents.map((content) => parseCommit(content)) };
}

describe('rewriteChain', () => {
  it('edits a commit and moves those above it, and leaves all others alone', () => {
    const chain = [link(a, [base]), link(b, [a]), link(c, [b]), link(d, [a])];
    const { moved, commits, contents, unsigned } = rewritten(chain, b);
    assert.deepEqual([...moved.keys()], [b, c]);
    assert.deepEqual(
      commits.map((commit) => [String(commit.message), parentsOf(commit)]),
      [
        ['b\nedited\n', [a]],
        ['c\n', [moved.get(b)]],
      ],
    );
    assert.deepEqual(
      [...moved.values()],
      contents.map((content) => commitIdOf(content, 'sha1')),
    );
    assert.deepEqual(unsigned, []);
  });

  it('moves a merge onto each of its parents that has moved', () => {
    const { moved, commits } = rewritten([link(a, [base]), link(b, [base]), link(c, [b, a])], a);
    assert.deepEqual([...moved.keys()], [a, c]);
    assert.deepEqual(commits[1] && parentsOf(commits[1]), [b, moved.get(a)]);
  });

  it('moves nothing if no message changes', () => {
    const { moved, contents } = rewritten([link(a, [base]), link(b, [a])]);
    assert.deepEqual([moved.size, contents.length], [0, 0]);
  });

  it('takes the signatures only from what it rewrites', () => {
    const signed = { more: signature };
    const chain = [link(a, [base], signed), link(b, [a]), link(c, [b], signed)];
    const { unsigned, contents } = rewritten(chain, b);
    assert.deepEqual(unsigned, [c]);
    assert.ok(contents.every((content) => !content.includes('gpgsig')));
  });

  it('keeps the bytes of all else', () => {
    const odd = link(a, [base], { more: 'mergetag object 1\n type commit\n' });
    const { contents } = rewritten([odd], a);
    assert.equal(String(contents[0]), `${String(formatCommit(odd.raw))}edited\n`);
  });

  it('names commits as their repository does', () => {
    const long = 'e'.repeat(64);
    const { moved } = rewritten([link(long, [base])], long);
    assert.equal(moved.get(long)?.length, 64);
  });

  it('refuses to rewrite where the clone is cut off, and only there', () => {
    const cut = link(a, [base], { seen: [] });
    assert.equal(rewritten([cut, link(b, [a])], b).moved.size, 1);
    assert.throws(
      () => rewritten([cut], a),
      (error: unknown) =>
        error instanceof RetagError && error.fault === 'shallow' && error.message.includes('commit aaaaaaa:'),
    );
  });
});
