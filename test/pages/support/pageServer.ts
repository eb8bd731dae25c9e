import { build } from 'esbuild';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { pageFiles } from '../../../scripts/bundle/pageFiles.mjs';
import type { PageShell } from '../../../src/pageShell/pageHtml';

const root = new URL('../../../', import.meta.url).pathname;

/** What a server puts into the shell of its page. */
export type PageParts = Pick<PageShell, 'scriptUri' | 'styleUri' | 'cspSource' | 'nonce' | 'language'>;

/** Serves a page with its real shell, style, script and policy. */
export interface PageServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the scripts of the pages and serves one of them on the loopback. */
export async function startPageServer(
  name: 'panel' | 'report',
  htmlOf: (parts: PageParts) => string,
): Promise<PageServer> {
  const { outputFiles } = await build({
    ...pageFiles,
    absWorkingDir: root,
    minify: true,
    write: false,
    logLevel: 'silent',
  });
  const files = new Map(outputFiles.map(({ path, text }) => [`/${basename(path)}`, text]));
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host ?? ''}`;
    const file = files.get(request.url ?? '');
    const type = file === undefined ? 'html' : request.url?.endsWith('.css') === true ? 'css' : 'javascript';
    response.writeHead(200, { 'content-type': `text/${type}; charset=utf-8`, 'cache-control': 'no-store' });
    const html = (): string =>
      htmlOf({
        scriptUri: `${origin}/${name}.js`,
        styleUri: `${origin}/${name}.css`,
        cspSource: origin,
        nonce: randomBytes(16).toString('base64'),
        language: 'en',
      });
    response.end(file ?? html());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
