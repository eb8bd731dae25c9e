import { build } from 'esbuild';
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename } from 'node:path';
import { pageFiles } from '../../../scripts/bundle/pageFiles.mjs';
import { pageHtml } from '../../../src/pageShell/pageHtml';
import { reportStrings } from '../../../src/reportPage/reportStrings';

const root = new URL('../../../', import.meta.url).pathname;

/** Serves the report's page with its real shell, style, script and policy. */
export interface ReportServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Builds the page's script and serves it on the loopback. */
export async function startReportServer(): Promise<ReportServer> {
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
    const strings = reportStrings();
    response.end(
      file ??
        pageHtml({
          scriptUri: `${origin}/report.js`,
          styleUri: `${origin}/report.css`,
          cspSource: origin,
          nonce: randomBytes(16).toString('base64'),
          language: 'en',
          title: strings.title,
          strings,
          bones: [['bone wide']],
        }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
