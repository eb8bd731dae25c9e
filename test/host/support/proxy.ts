import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A proxy's stand-in on this machine: notes which tunnels it is asked for, and leads them where the test says. */
export class Proxy {
  /** `host:port` of every tunnel that was asked for. */
  readonly tunnels: string[] = [];
  private readonly open = new Set<Socket>();
  private readonly server: Server;

  /** Without a target every tunnel is refused with 407, as by a proxy that wants a password. */
  constructor(private readonly target?: { readonly port: number }) {
    this.server = createServer((_, response) => response.writeHead(405).end());
    this.server.on('connection', (socket: Socket) => this.keep(socket));
    this.server.on('connect', ({ url = '' }, socket: Socket) => {
      this.tunnels.push(url);
      if (!this.target) {
        socket.end(
          'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="shop"\r\nContent-Length: 0\r\n\r\n',
        );
        return;
      }
      const onward = this.keep(connect(this.target.port, '127.0.0.1'));
      onward.on('connect', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  async stop(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private keep(socket: Socket): Socket {
    this.open.add(socket);
    socket.on('error', () => socket.destroy());
    return socket.on('close', () => this.open.delete(socket));
  }
}
