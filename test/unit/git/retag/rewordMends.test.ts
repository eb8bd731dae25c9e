import assert from 'node:assert/strict';
import { Git } from '../../../../src/git/run/git';
import { rewordCommits, type Reworded, type RewordRequest } from '../../../../src/git/retag/rewordCommits';
import { undoReword } from '../../../../src/git/retag/undoReword';
import { assertRefused, mend, never, pipedGit, RetagFixture } from './retagFixture';

const shape = '--format=%T %an %ae %ad %cn %ce %cd';

describe('rewordCommits mends', function () {
  this.timeout(30_000);
  let repository: RetagFixture;
  const reword = (
    mends: RewordRequest['mends'],
    shas: readonly string[] = [],
    git = pipedGit,
  ): Promise<Reworded | undefined> => {
    const request = { shas, trailer: 'Initiative', keys: ['SHOP-9'], ...(mends && { mends }) };
    return rewordCommits(git, repository.root, request, never);
  };

  before(() => {
    repository = new RetagFixture();
    repository.add('Start');
    repository.publish();
    repository.git('switch', '--quiet', '--create', 'feature');
    repository.save();
  });
  afterEach(() => repository.restore());
  after(() => repository.remove());

  it('a message of its own each, beside commits that are tagged', async () => {
    const one = repository.add('Initiative: SHOP-7Second change\n\nA body,  kept\n');
    const two = repository.add('Two');
    const three = repository.add('Initiative: SHOP-7');
    repository.write('file1.txt', 'changed\n');
    const before = [repository.git('log', '--date=raw', shape), repository.fileState()];
    const mends = new Map([
      [one, mend()],
      [three, mend('Use the retry\n\nWhy.\n')],
    ]);
    const reworded = await reword(mends, [two]);
    assert.equal(
      await repository.message('HEAD~2'),
      'Second change\n\nA body,  kept\n\nInitiative: SHOP-7\n',
    );
    assert.equal(await repository.message('HEAD~1'), 'Two\n\nInitiative: SHOP-9\n');
    assert.equal(await repository.message('HEAD'), 'Use the retry\n\nWhy.\n\nInitiative: SHOP-7\n');
    assert.deepEqual([repository.git('log', '--date=raw', shape), repository.fileState()], before);
    repository.assertSound();
    assert.equal(await undoReword(pipedGit, repository.root, reworded!.backupRef, never), three);
  });

  it('nothing where the message says so already', async () => {
    const one = repository.add('One\n\nInitiative: SHOP-7\n');
    assert.equal(await reword(new Map([[one, mend()]])), undefined);
  });

  it('whatever bytes a message is made of, but adds none that its encoding cannot hold', async () => {
    const tree = repository.head('HEAD^{tree}');
    const person = 'Ana <ana@shop.example> 1700000000 +0100';
    const head = `tree ${tree}\nauthor ${person}\ncommitter ${person}\nencoding ISO-8859-1\n\n`;
    const one = await repository.tip(Buffer.from(`${head}Initiative: SHOP-7Gr\xfc\xdfe\n`, 'latin1'));
    await reword(new Map([[one, mend()]]));
    assert.equal(await repository.raw('HEAD'), `${head}Gr\xfc\xdfe\n\nInitiative: SHOP-7\n`);
    const two = await repository.tip(Buffer.from(`${head}Initiative: SHOP-7\n`, 'latin1'));
    await assertRefused(reword(new Map([[two, mend('Grüße\n')]])), 'encoding');
    assert.ok(await reword(new Map([[two, mend('Regards\n')]])));
  });

  it('says where git could not copy the notes after the branch has moved', async () => {
    const one = repository.add('Initiative: SHOP-7Second');
    repository.git('notes', 'add', '-m', 'A note', one);
    class FailingGit extends Git {
      override bytes(...args: Parameters<Git['bytes']>): Promise<Buffer> {
        const [root, command, call] = args;
        // Fails as git does where the notes ref is locked.
        return super.bytes(root, command.includes('copy') ? [...command, '--no-such-option'] : command, call);
      }
    }
    const reworded = await reword(new Map([[one, mend()]]), [], new FailingGit(() => 'git'));
    assert.equal(reworded?.hasLeftNotes, true);
    assert.equal(repository.head(), reworded.after);
    assert.equal(repository.git('notes', 'show', one), 'A note\n');
  });
});
