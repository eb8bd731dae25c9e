import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { parseTrailers, trailerBlockRange } from '../../../../src/core/message/trailers';
import { rewordCommits } from '../../../../src/git/retag/rewordCommits';
import { commitMessages } from '../../core/message/commitMessages';
import { tagKeys } from '../../core/editing/tagKeys';
import { mend, never, pipedGit, RetagFixture } from './retagFixture';

const separator = 'Goal-Lens-Test-Separator';
const shape = '--format=%T%n%an %ae %ad%n%cn %ce %cd';

describe('rewordCommits, whatever the messages', function () {
  this.timeout(120_000);
  let repository: RetagFixture;

  beforeEach(() => {
    repository = new RetagFixture();
    repository.add('Start');
    repository.publish();
  });
  afterEach(() => repository.remove());

  it('writes trailers that git reads and changes nothing above them', async () => {
    const titled = commitMessages({ eol: '\n', divider: true, scissors: false }).map(
      (text) => `Title\n${text}`,
    );
    const commits = fc.array(fc.record({ message: titled, isChosen: fc.boolean() }), {
      minLength: 1,
      maxLength: 25,
    });
    await fc.assert(
      fc.asyncProperty(commits, async (made) => {
        repository.git('reset', '--quiet', '--hard', 'origin/main');
        const shas = await repository.addMany(made.map(({ message }) => message));
        const chosen = shas.filter((_, at) => made[at]!.isChosen);
        if (chosen.length === 0) return;
        const shapes = repository.git('log', shape);
        const request = { shas: chosen, trailer: 'Initiative', keys: ['SHOP-7'] };
        await rewordCommits(pipedGit, repository.root, request, never);

        assert.equal(repository.git('log', shape), shapes);
        const tips = repository.git('rev-list', '--reverse', 'origin/main..HEAD').trim().split('\n');
        const trailers = repository
          .git('log', '--reverse', `--format=%(trailers:only,unfold)${separator}`, 'origin/main..HEAD')
          .split(`${separator}\n`);
        for (const [at, { message, isChosen }] of made.entries()) {
          const after = await repository.message(tips[at]!);
          if (!isChosen) {
            assert.equal(after, message);
            continue;
          }
          assert.match(trailers[at]!, /^Initiative: SHOP-7$/m, JSON.stringify(after));
          // With spaces on a blank line, git may take for a trailer what it would not once it has cleaned that up.
          const isKept = [message, withoutSpaces(message)].some((each) =>
            isDeepStrictEqual(others(after), others(each)),
          );
          assert.ok(isKept, JSON.stringify({ message, after }));
          assert.deepEqual(linesOf(after).sort(), linesOf(message).sort());
          const block = trailerBlockRange(message, { divider: false });
          const above = linesOf(message.slice(0, block?.start ?? 0));
          assert.deepEqual(linesOf(after).slice(0, above.length), above);
          assert.deepEqual(tagKeys(after, 'Initiative'), ['SHOP-7']);
        }
      }),
      {
        numRuns: 25,
        // Where git has not cleaned a message up, a line of spaces is text to it.
        examples: [
          [['  ', ' \n\tfile\n'].map((end) => ({ message: `Title\n\nConflicts:\n${end}`, isChosen: true }))],
        ],
      },
    );
    repository.assertSound();
  });

  it('keeps bytes that are not UTF-8', async () => {
    const bytes = fc.uint8Array({ maxLength: 60 }).map((array) => {
      return Buffer.from(array.filter((byte) => byte !== 0 && byte !== 0x0a && byte !== 0x0d));
    });
    await fc.assert(
      fc.asyncProperty(bytes, bytes, async (title, body) => {
        repository.git('reset', '--quiet', '--hard', 'origin/main');
        const head = await repository.raw('HEAD');
        const headers = head.slice(0, head.indexOf('\n\n'));
        const text = `t${title.toString('latin1')}\n\n(${body.toString('latin1')}\n`;
        const sha = await repository.tip(Buffer.from(`${headers}\nencoding x-unknown\n\n${text}`, 'latin1'));
        const request = { shas: [sha], trailer: 'Initiative', keys: ['SHOP-7'] };
        await rewordCommits(pipedGit, repository.root, request, never);
        const after = await repository.raw('HEAD');
        assert.equal(after, `${headers}\nencoding x-unknown\n\n${text}\nInitiative: SHOP-7\n`);
      }),
      { numRuns: 40, examples: [[Buffer.from(''), Buffer.from('')]] },
    );
  });

  it('mends messages so that git reads the trailer, whatever was typed', async () => {
    const lines = fc.array(fc.stringMatching(/^[A-Za-z][ -~]{0,30}[a-z.]$/), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(lines, async (typed) => {
        fc.pre(!typed.some((line) => /^[A-Za-z-]+ *:|This reverts/.test(line)));
        const [title = '', ...body] = typed;
        const text = body.length > 0 ? `${title}\n\n${body.join('\n')}\n` : `${title}\n`;
        const made = await repository.addMany([
          `Initiative: SHOP-7${text}`,
          `${title}\nInitiative: SHOP-7\n`,
        ]);
        const mends = new Map(made.map((sha) => [sha, mend()]));
        const request = { shas: [], trailer: 'Initiative', keys: [], mends };
        await rewordCommits(pipedGit, repository.root, request, never);
        for (const at of ['HEAD', 'HEAD~1']) assert.equal(repository.trailers(at), 'Initiative: SHOP-7');
        assert.equal(await repository.message('HEAD~1'), `${text}\nInitiative: SHOP-7\n`);
        assert.equal(repository.git('log', '-1', '--format=%s', 'HEAD').trim(), title.trim());
      }),
      { numRuns: 20 },
    );
  });
});

/** A message with nothing on its blank lines, as git leaves it unless it is told not to. */
function withoutSpaces(message: string): string {
  return message.replace(/^[ \t\r]+$/gm, '');
}

/** The trailers that are not ours. */
function others(message: string): string[] {
  return parseTrailers(message, { divider: false })
    .filter(({ token }) => token.toLowerCase() !== 'initiative')
    .map(({ token, value }) => `${token}: ${value}`);
}

/** The lines of a message without blanks and without our trailers. */
function linesOf(message: string): string[] {
  let isOurs = false;
  return message.split('\n').filter((line) => {
    isOurs = /^initiative[ \t]*:/i.test(line) || (isOurs && /^[ \t]/.test(line));
    return !isOurs && line.trim() !== '';
  });
}
