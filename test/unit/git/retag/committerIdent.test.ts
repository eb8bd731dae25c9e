import assert from 'node:assert/strict';
import { committerIdent } from '../../../../src/git/retag/committerIdent';
import { assertRefused, never, pipedGit, RetagFixture } from './retagFixture';
import { failed, SaidGit } from '../../../support/saidGit';

const identOf = (said: string | Error): Promise<string> =>
  committerIdent(new SaidGit(() => said), '/shop', never);

describe('committerIdent', () => {
  it('is what git would write', async () =>
    assert.equal(
      await identOf('Ana <ana@shop.example> 1700000000 +0100\n'),
      'Ana <ana@shop.example> 1700000000 +0100',
    ));

  for (const said of [
    'fatal: empty ident name (for <ana@shop.example>) not allowed',
    'fatal: unable to auto-detect email address',
    'fatal: name consists only of disallowed characters',
  ]) {
    it(`asks for a name where git says “${said}”`, () =>
      assertRefused(identOf(failed(128, said)), 'identity'));
  }

  it('is the committer of this repository, not its author', async () => {
    const repository = new RetagFixture();
    const ident = () => committerIdent(pipedGit, repository.root, never);
    try {
      repository.git('config', 'author.name', 'Bo');
      assert.match(await ident(), /^Ana <ana@shop\.example> \d+ [+-]\d{4}$/);
      repository.git('config', 'user.name', '');
      await assertRefused(ident(), 'identity');
    } finally {
      repository.remove();
    }
  });

  it('tells any other failure as it is', async () => {
    for (const error of [failed(128, 'fatal: bad config line 1'), new Error('no name')])
      await assert.rejects(identOf(error), error);
  });
});
