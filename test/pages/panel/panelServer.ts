import { build } from 'esbuild';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { panelHtml } from '../../../src/panel/panelHtml';
import { strings } from './panelStrings';

const root = new URL('../../../', import.meta.url).pathname;

/** Serves the panel's page with its real shell, style, script and policy. */
export interface PanelServer {
  readonly url: string;
  readonly script: string;
  close(): Promise<void>;
}

/** Builds the page's script and serves it on the loopback. */
export async function startPanelServer(): Promise<PanelServer> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['src/webview/main.ts'],
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    legalComments: 'none',
    loader: { '.svg': 'text' },
    logLevel: 'silent',
  });
  const script = outputFiles[0]?.text ?? '';
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host ?? ''}`;
    const send = (type: string, body: string): void => {
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
      response.end(body);
    };
    if (request.url === '/webview.js') send('text/javascript', script);
    else if (request.url === '/panel.css')
      void readFile(`${root}media/panel.css`, 'utf8').then((css) => send('text/css', css));
    else {
      const html = panelHtml({
        scriptUri: `${origin}/webview.js`,
        styleUri: `${origin}/panel.css`,
        cspSource: origin,
        nonce: randomBytes(16).toString('base64'),
        strings,
        language: 'en',
      });
      send('text/html', html);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    script,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
