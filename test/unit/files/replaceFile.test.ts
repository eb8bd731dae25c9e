import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../../src/files/replaceFile';

describe('Replacing a file in one step', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goal-lens files '));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const path = (): string => join(folder, 'sub', 'kept.txt');
  const text = (): Promise<string> => readFile(path(), 'utf8');
  const modeOf = async (): Promise<number> => (await stat(path())).mode & 0o777;

  it('makes the folder and the file, from text, bytes or lines, and leaves nothing beside it', async () => {
    assert.equal(await replaceFile(path(), 'text'), true);
    assert.equal(await text(), 'text');
    await replaceFile(path(), Buffer.from('bytes'));
    assert.equal(await text(), 'bytes');
    await replaceFile(path(), ['one\n', 'two\n']);
    assert.equal(await text(), 'one\ntwo\n');
    assert.deepEqual(await readdir(join(folder, 'sub')), ['kept.txt']);
  });

  it('gives it the mode that is asked for, whatever the umask', async function () {
    if (process.platform === 'win32') return;
    const umask = process.umask(0o077);
    try {
      await replaceFile(path(), '#!/bin/sh\n', { mode: 0o755 });
      assert.equal(await modeOf(), 0o755);
      await replaceFile(path(), 'mine');
      assert.equal(await modeOf(), 0o600);
    } finally {
      process.umask(umask);
    }
  });

  it('shows the whole new file before it is moved, and stays with the old one on "no"', async () => {
    await replaceFile(path(), 'old');
    const beforeMove = async (temporary: string): Promise<boolean> => {
      assert.equal(await readFile(temporary, 'utf8'), 'new');
      assert.equal(await text(), 'old');
      return false;
    };
    assert.equal(await replaceFile(path(), 'new', { beforeMove }), false);
    assert.equal(await text(), 'old');
    assert.deepEqual(await readdir(join(folder, 'sub')), ['kept.txt']);
  });

  it('leaves what was there, and nothing else, where anything fails', async () => {
    await replaceFile(path(), 'old');
    const beforeMove = (): Promise<boolean> => Promise.reject(new Error('no'));
    await assert.rejects(replaceFile(path(), 'new', { beforeMove }), /no/);
    await assert.rejects(replaceFile(path(), failing()), /cut off/);
    assert.equal(await text(), 'old');
    assert.deepEqual(await readdir(join(folder, 'sub')), ['kept.txt']);
    await writeFile(join(folder, 'file'), '');
    await assert.rejects(replaceFile(join(folder, 'file', 'below'), 'new'), { code: /EEXIST|ENOTDIR/ });
    await assert.rejects(replaceFile(join(folder, 'sub'), 'new'), { code: /EISDIR|EPERM|EEXIST/ });
    assert.deepEqual((await readdir(folder)).sort(), ['file', 'sub']);
  });
});

function* failing(): Generator<string> {
  yield 'half';
  throw new Error('cut off');
}
