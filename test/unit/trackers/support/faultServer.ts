import {
  createServer as createPlain,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { generate } from 'selfsigned';

/** What a fault does with a request; `elsewhere` is another host, which must never be asked anything. */
export type Misbehaviour = (response: ServerResponse, request: IncomingMessage, elsewhere: string) => void;

/** A tracker's stand-in on this machine's loopback that misbehaves, with another host beside it. */
export class FaultServer {
  /** One line for each request: method, address and body. */
  readonly requests: string[] = [];
  /** How many requests the other host got. */
  strayed = 0;
  private readonly open = new Set<Socket>();
  private readonly elsewhere = createPlain((_, response) => {
    this.strayed += 1;
    response.end();
  });

  private constructor(
    private readonly server: Server,
    private readonly scheme: string,
    misbehave: Misbehaviour,
  ) {
    for (const each of [server, this.elsewhere]) {
      each.on('connection', (socket: Socket) => {
        this.open.add(socket);
        socket.on('close', () => this.open.delete(socket));
      });
    }
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('error', () => undefined);
      request.on('end', () => {
        this.requests.push(`${request.method} ${request.url} ${Buffer.concat(chunks).toString('utf8')}`);
        misbehave(response, request, `http://127.0.0.1:${portOf(this.elsewhere)}`);
      });
    });
  }

  static async start(
    misbehave: Misbehaviour,
    options: { readonly tls?: boolean } = {},
  ): Promise<FaultServer> {
    const server = options.tls ? createSecure(await selfSigned()) : createPlain();
    const fault = new FaultServer(server, options.tls ? 'https' : 'http', misbehave);
    for (const each of [server, fault.elsewhere]) {
      await new Promise<void>((resolve) => each.listen(0, '127.0.0.1', resolve));
    }
    return fault;
  }

  get url(): string {
    return `${this.scheme}://127.0.0.1:${portOf(this.server)}`;
  }

  /** How many connections are open. */
  get connections(): number {
    return this.open.size;
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    for (const each of [this.server, this.elsewhere]) await new Promise((resolve) => each.close(resolve));
  }
}

let certificate: Promise<{ readonly key: string; readonly cert: string }> | undefined;

/**
 * A certificate that nobody has signed but itself, as private authorities' are to a machine
 * that does not know them.
 */
function selfSigned(): Promise<{ readonly key: string; readonly cert: string }> {
  certificate ??= generate([{ name: 'commonName', value: '127.0.0.1' }]).then(({ private: key, cert }) => ({
    key,
    cert,
  }));
  return certificate;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
