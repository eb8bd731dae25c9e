import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildVictim, killRound } from '../../kill/killRounds';
import { targets } from '../../kill/targets';

/** Where in a writing it is killed. `npm run test:kill` tries other places for as long as asked. */
const phase = 0.7;

describe('what is being written when the process is killed', function () {
  this.timeout(60_000);
  let folder = '';
  let victim = '';

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goal-lens-victim-'));
    victim = await buildVictim(folder);
  });
  after(() => rm(folder, { recursive: true, force: true }));

  for (const name of Object.keys(targets)) {
    it(`${name}: nothing of it is lost, and it can be written again`, async () => {
      assert.ok((await killRound(victim, name, phase)) >= 2);
    });
  }
});
