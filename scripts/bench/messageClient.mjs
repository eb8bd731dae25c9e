// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A minimal MCP client over stdio, so that only the server is measured. */
export class MessageClient {
  #last = 0;
  /** @type {Map<number, (answer: { result?: unknown, error?: unknown }) => void>} */
  #waiting = new Map();

  /**
   * Starts a server.
   * @param {readonly string[]} args Of Node.js.
   */
  constructor(args) {
    this.process = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'ignore'] });
    this.ended = once(this.process, 'exit');
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      const answer = JSON.parse(line);
      this.#waiting.get(answer.id)?.(answer);
    });
  }

  /** Waits until the server is ready for a conversation and has said what it offers. */
  async start() {
    await this.ask('initialize', {
      protocolVersion: '2025-06-18',
      capabilities: {},
      clientInfo: { name: 'bench', version: '1' },
    });
    this.#send({ method: 'notifications/initialized' });
    await this.ask('tools/list', {});
  }

  /**
   * @param {string} method
   * @param {object} params
   */
  async ask(method, params) {
    const id = (this.#last += 1);
    /** @type {Promise<{ result?: unknown, error?: unknown }>} */
    const answered = new Promise((resolve) => this.#waiting.set(id, resolve));
    this.#send({ id, method, params });
    /** @type {Promise<{ result?: unknown, error?: unknown }>} */
    const gone = this.ended.then(() => ({ error: 'it has ended' }));
    const { result, error } = await Promise.race([answered, gone]);
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return result;
  }

  async close() {
    this.process.stdin.end();
    await this.ended;
  }

  /** @param {object} message */
  #send(message) {
    this.process.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }
}
