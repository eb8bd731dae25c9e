import assert from 'node:assert/strict';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { GitRepositoryFixture } from '../../support/gitRepository';
import { ServerHome } from './serverHome';

describe('goal-lens mcp as a process', function () {
  this.timeout(60_000);
  const home = new ServerHome();
  const repository = new GitRepositoryFixture();
  let child: ChildProcessWithoutNullStreams;
  let out: string;
  let err: string;
  beforeEach(() => {
    [out, err] = ['', ''];
    const { command, args, env } = home.serverOf(repository.root);
    child = spawn(command, args, { env });
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  });
  afterEach(() => child.kill('SIGKILL'));
  before(() => repository.commit('src/pay.ts', '1\n', 'Retry'));
  after(() => {
    repository.remove();
    home.remove();
  });

  async function answerTo(...messages: object[]): Promise<unknown> {
    for (const message of messages) child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
    while (!out.includes('\n')) await once(child.stdout, 'data');
    return JSON.parse(out.split('\n')[0] ?? '');
  }
  const initialize = {
    id: 1,
    method: 'initialize',
    params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'test', version: '1' } },
  };

  it('ends with its standard input, and has written nothing but messages', async () => {
    await answerTo(initialize);
    const ended = once(child, 'close') as Promise<[number | null]>;
    child.stdin.end();
    const [code] = await ended;
    assert.equal(code, 0);
    assert.equal(err, '');
    for (const line of out.trim().split('\n'))
      assert.equal((JSON.parse(line) as { jsonrpc: string }).jsonrpc, '2.0');
  });

  it('answers after nonsense, and after a request that was cancelled', async () => {
    await answerTo(initialize);
    out = '';
    child.stdin.write('no JSON at all\n');
    const call = { id: 2, method: 'tools/call', params: { name: 'get_alignment', arguments: {} } };
    const answer = await answerTo(
      { method: 'notifications/initialized' },
      call,
      { method: 'notifications/cancelled', params: { requestId: 2 } },
      { id: 3, method: 'ping' },
    );
    assert.deepEqual(answer, { jsonrpc: '2.0', id: 3, result: {} });
  });
});
