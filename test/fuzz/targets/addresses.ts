import assert from 'node:assert/strict';
import { readCodeAddress, repositoryAt } from '../../../src/core/references/codeAddress';
import { permalink } from '../../../src/core/references/permalink';
import { parseRemote } from '../../../src/core/references/remote';

const line = { sha: '0123456789abcdef0123456789abcdef01234567', path: 'src/a b.ts', line: 1 };

/** Any line of a text is a remote's address, that of code, or neither. */
export function fuzz(data: Buffer): void {
  for (const address of data.toString('utf8').split('\n').slice(0, 100)) {
    const remote = parseRemote(address);
    if (remote) assert.ok(isText(remote.host) && isText(remote.path));
    assert.equal(repositoryAt(address), remote && `${remote.host}/${remote.path}`);
    const link = readCodeAddress(address);
    assert.deepEqual(structuredClone(link), link);
    const place = permalink(address, line);
    assert.ok(place === undefined || /^https?:\/\//.test(place), place);
  }
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
