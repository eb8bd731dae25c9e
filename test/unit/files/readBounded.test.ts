import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { constants, promises } from 'node:fs';
import { appendFile, mkdir, mkdtemp, open, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBounded, type BoundedRead } from '../../../src/files/readBounded';

const max = 256 * 1024;

describe('Reading a file that a repository brings along', () => {
  let base: string;
  let root: string;

  before(async () => {
    base = await realpath(await mkdtemp(join(tmpdir(), 'goal-lens files ')));
    root = join(base, 'root');
    await mkdir(join(root, 'folder'), { recursive: true });
    await mkdir(join(base, 'rooted'));
    await writeFile(join(base, 'rooted', 'other.txt'), 'not yours');
    await writeFile(join(root, 'folder', 'file.txt'), 'two\nlines, ü');
  });
  after(() => rm(base, { recursive: true }));

  const read = (path: string, limit = max): Promise<BoundedRead> =>
    readBounded(join(root, path), root, limit);
  const textOf = async (path: string): Promise<string> => {
    const found = await read(path);
    assert.equal(found.kind, 'read');
    return found.bytes.toString();
  };

  it('reads a regular file, an empty one too', async () => {
    assert.equal(await textOf('folder/file.txt'), 'two\nlines, ü');
    await writeFile(join(root, 'empty'), '');
    assert.equal(await textOf('empty'), '');
  });

  it('says that a file is not there, be it for a file in place of its folder or a link to nothing', async () => {
    await symlink('nothing', join(root, 'dangling'));
    for (const path of ['none', 'folder/file.txt/none', 'none/none', 'dangling']) {
      assert.deepEqual(await read(path), { kind: 'missing' }, path);
    }
  });

  it('reads as much as is allowed and not a byte more', async () => {
    await writeFile(join(root, 'large'), Buffer.alloc(3 * 64 * 1024, 'x'));
    const whole = await read('large', 3 * 64 * 1024);
    assert.ok(whole.kind === 'read' && whole.bytes.length === 3 * 64 * 1024);
    assert.deepEqual(await read('large', 3 * 64 * 1024 - 1), { kind: 'tooLarge', bytes: 3 * 64 * 1024 });
  });

  it('follows links as long as they stay in the folder, wherever the folder itself is linked from', async () => {
    await symlink('folder/file.txt', join(root, 'link'));
    await symlink('folder', join(root, 'linked'));
    await symlink(root, join(base, 'alias'));
    assert.equal(await textOf('link'), 'two\nlines, ü');
    assert.equal(await textOf('linked/file.txt'), 'two\nlines, ü');
    const alias = join(base, 'alias');
    assert.equal((await readBounded(join(alias, 'link'), alias, max)).kind, 'read');
  });

  it('reads nothing to which a link leads outside', async () => {
    await symlink('../rooted/other.txt', join(root, 'out'));
    await symlink('../rooted', join(root, 'outFolder'));
    for (const path of ['out', 'outFolder/other.txt', '../rooted/other.txt']) {
      assert.deepEqual(await read(path), { kind: 'outside' }, path);
    }
  });

  it('throws what the file system says where a file cannot be read', async () => {
    await assert.rejects(read('folder/\0'), { code: 'ERR_INVALID_ARG_VALUE' });
  });

  it('reads neither a folder, a link in a circle, a pipe, a socket nor a device', async function () {
    if (process.platform === 'win32') return;
    await symlink('circle', join(root, 'circle'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const socket = await listen(join(root, 'socket'));
    try {
      for (const path of ['folder', 'circle', 'pipe', 'socket']) {
        assert.deepEqual(await read(path), { kind: 'notAFile' }, path);
      }
      for (const device of ['/dev/zero', '/dev/tty', '/dev/null']) {
        assert.deepEqual(await readBounded(device, '/', max), { kind: 'notAFile' }, device);
        await symlink(device, join(root, 'device'));
        assert.deepEqual(await read('device'), { kind: 'outside' }, device);
        await rm(join(root, 'device'));
      }
    } finally {
      socket.close();
    }
  });

  it('reads nothing of a pipe that took the place of a file meanwhile, and does not wait for it', async function () {
    if (process.platform === 'win32') return;
    const path = join(root, 'swapped');
    await writeFile(path, 'text');
    const original = promises.open;
    Object.assign(promises, {
      open: async (...args: Parameters<typeof original>) => {
        await rm(path);
        execFileSync('mkfifo', [path]);
        return original(...args);
      },
    });
    try {
      assert.deepEqual(await read('swapped'), { kind: 'notAFile' });
    } finally {
      Object.assign(promises, { open: original });
    }
  });

  it('ends where a file grows faster than it is read', async () => {
    const path = join(root, 'growing');
    await writeFile(path, 'x');
    const stop = new AbortController();
    const growing = (async (): Promise<void> => {
      while (!stop.signal.aborted) await appendFile(path, Buffer.alloc(64 * 1024));
    })();
    const found = await read('growing', 8 * 64 * 1024).finally(() => stop.abort());
    await growing;
    if (found.kind === 'read') assert.ok(found.bytes.length <= 8 * 64 * 1024);
    else assert.equal(found.kind, 'tooLarge');
  });

  it('ends where a file has no end although its size is 0', async function () {
    if (process.platform !== 'linux') return;
    // A regular file to the system, of size 0, and larger than what is allowed.
    const file = await open('/proc/self/maps', constants.O_RDONLY);
    const { size } = await file.stat().finally(() => file.close());
    assert.equal(size, 0);
    assert.deepEqual(await readBounded('/proc/self/maps', '/proc', 100), { kind: 'tooLarge', bytes: 101 });
  });
});

function listen(path: string): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(path, () => resolve(server)));
}
