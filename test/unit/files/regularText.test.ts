import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { regularText } from '../../../src/files/regularText';

describe('regularText', () => {
  let base: string;
  before(async () => {
    base = await mkdtemp(join(tmpdir(), 'goal-lens text '));
    await mkdir(join(base, 'folder'));
    await writeFile(join(base, 'file'), 'äbc\n');
    await symlink(join(base, 'file'), join(base, 'folder', 'link'));
  });
  after(() => rm(base, { recursive: true }));

  it('is that of a file, also at the end of a link that leads elsewhere', async () => {
    assert.equal(await regularText(join(base, 'file')), 'äbc\n');
    assert.equal(await regularText(join(base, 'folder', 'link')), 'äbc\n');
  });

  it('is undefined for what is missing, too large or no file', async () => {
    assert.equal(await regularText(join(base, 'none')), undefined);
    assert.equal(await regularText(join(base, 'folder')), undefined);
    assert.equal(await regularText(join(base, 'file'), 4), undefined);
    assert.equal(await regularText(join(base, 'file'), 5), 'äbc\n');
  });

  it('is undefined for a pipe that nobody writes to, and for a device without end', async function () {
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(base, 'pipe')]);
    await symlink('/dev/zero', join(base, 'zero'));
    await symlink(join(base, 'pipe'), join(base, 'to pipe'));
    for (const name of ['pipe', 'to pipe', 'zero'])
      assert.equal(await regularText(join(base, name)), undefined, name);
  });
});
