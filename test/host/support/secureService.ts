import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { goals } from '../../unit/trackers/kinds/rest/goalServer';

/** A REST service over TLS on this machine, with a certificate that only the suite's system store knows. */
export class SecureService {
  /** The Authorization header of every request. */
  readonly authorizations: (string | undefined)[] = [];
  private readonly server: Server;

  constructor() {
    const dir = process.env['GOAL_LENS_CERTIFICATE'];
    assert.ok(dir, 'the suite has no certificate');
    const read = (name: string): string => readFileSync(join(dir, name), 'utf8');
    this.server = createServer({ key: read('key.pem'), cert: read('cert.pem') }, (request, response) => {
      this.authorizations.push(request.headers.authorization);
      const answer = { schema: 'goal-lens/v1', generatedAt: new Date(), nextCursor: null, goals: goals(2) };
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
