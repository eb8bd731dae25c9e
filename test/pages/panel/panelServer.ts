import { build } from 'esbuild';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { pageFiles } from '../../../scripts/bundle/pageFiles.mjs';
import { panelHtml } from '../../../src/panel/panelHtml';
import type { Strings } from '../../../src/panel/contract/protocol';
import { strings } from './panelStrings';

const root = new URL('../../../', import.meta.url).pathname;

/** Serves the panel's page with its real shell, style, script and policy. */
export interface PanelServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the page's script and serves it on the loopback. */
export async function startPanelServer(words: Strings = strings): Promise<PanelServer> {
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
    const send = (type: string, body: string): void => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
      response.end(body);
    };
    const file = files.get(request.url ?? '');
    if (file !== undefined) {
      send(request.url?.endsWith('.css') === true ? 'text/css' : 'text/javascript', file);
    } else {
      const html = panelHtml({
        scriptUri: `${origin}/panel.js`,
        styleUri: `${origin}/panel.css`,
        cspSource: origin,
        nonce: randomBytes(16).toString('base64'),
        strings: words,
        language: 'en',
      });
      send('text/html', html);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
