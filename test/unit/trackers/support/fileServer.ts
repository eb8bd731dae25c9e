import { createServer, type Server } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

/** As nginx says it with the types that it comes with: it knows no YAML. */
const types: Readonly<Record<string, string>> = { '.json': 'application/json', '.html': 'text/html' };

/** A plain server of the files in a folder, as nginx is one: it knows nothing of goals, and no query. */
export class FileServer {
  /** Path and status of each answer, in order. */
  readonly answers: string[] = [];
  /** What happens between the request for a file that is not there and its answer. */
  beforeMissing: () => void = () => undefined;
  private readonly server: Server;

  constructor(folder: string) {
    this.server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', this.url);
      const answer = (status: number, headers: Record<string, string> = {}, body?: Buffer): void => {
        this.answers.push(`${pathname} ${status}`);
        response.writeHead(status, headers).end(body);
      };
      const file = join(folder, pathname);
      void Promise.all([stat(file), readFile(file)]).then(
        ([{ mtimeMs, size }, body]) => {
          const etag = `"${Math.trunc(mtimeMs * 1000).toString(16)}-${size.toString(16)}"`;
          const type = types[extname(file)] ?? 'application/octet-stream';
          if (request.headers['if-none-match'] === etag) answer(304, { ETag: etag });
          else answer(200, { ETag: etag, 'Content-Type': type }, body);
        },
        () => {
          this.beforeMissing();
          answer(404, { 'Content-Type': 'text/html' }, Buffer.from('<h1>404</h1>'));
        },
      );
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
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
