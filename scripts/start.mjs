// @ts-check
// Opens a real VS Code with the extension on the sample shop. Only Node.js built-ins until the packages are installed.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { expectAtMost, readCommandLine, wholeNumber, wrongUsage } from './commandLine.mjs';
import { installPackages, projectRoot } from './install.mjs';
import { partNames } from './tour/partNames.mjs';
import { whyHostCannotRun } from './vscode/install.mjs';

const usage = `npm start -- [options]
  --tour DIR   drive the extension without a window and leave screenshots of every surface in DIR
  --part NAME  take only this part of the tour: ${partNames.join(', ')}
  --desktop    open a desktop VS Code, downloaded once (the default on macOS and Windows)
  --port N     serve on this port (default: a free one)
  --no-open    do not open a browser
  -h, --help   print this`;

const { values, positionals } = readCommandLine(usage, {
  tour: { type: 'string' },
  part: { type: 'string' },
  desktop: { type: 'boolean', default: false },
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
});
expectAtMost(positionals, 0);
if (values.tour !== undefined && values.desktop)
  wrongUsage('--tour drives VS Code in a browser, not --desktop');
const parts = values.part === undefined ? partNames : partNames.filter((name) => name === values.part);
if (parts.length === 0)
  wrongUsage(`The tour has no part '${values.part}': choose from ${partNames.join(', ')}`);
if (values.part !== undefined && values.tour === undefined) wrongUsage('--part goes with --tour');
const port = values.port === undefined ? undefined : wholeNumber('--port', values.port, 0, 65_535);
const isDesktop = values.desktop || (values.tour === undefined && process.platform !== 'linux');
const hindrance = isDesktop ? undefined : whyHostCannotRun();
if (hindrance) {
  console.error(hindrance);
  process.exitCode = 1;
} else await start();

async function start() {
  const origin = process.cwd();
  process.chdir(projectRoot);
  installPackages();
  const built = spawnSync(process.execPath, ['esbuild.mjs'], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('The build failed. Read its message above.');

  if (values.tour !== undefined) {
    const { takeTour } = await import('./tour/takeTour.mjs');
    await takeTour(resolve(origin, values.tour), parts);
    return;
  }
  const { makeSample } = await import('./sample/makeSample.mjs');
  const folder = join(projectRoot, '.vscode-test/start/corner-shop');
  await makeSample(folder);

  if (isDesktop) {
    const { openDesktop } = await import('./desktop.mjs');
    await openDesktop(folder);
  } else {
    await serve(folder);
  }
}

/** @param {string} folder */
async function serve(folder) {
  const { linkExtension } = await import('./vscode/extensions.mjs');
  const { startServer } = await import('./vscode/server.mjs');
  const dataDir = join(projectRoot, '.vscode-test/start/data');
  await linkExtension(projectRoot, { dataDir });
  const server = await startServer({
    dataDir,
    connectionToken: randomBytes(16).toString('hex'),
    ...(port !== undefined && { port }),
  });
  const address = server.url({ folder });
  console.log(`
VS Code with Goal Lens is open at

  ${address}

Try this:
  1. The status bar reads “P1 Checkout that never loses a cart”: the goal of this branch. Hover it, then click it.
  2. Click the target in the activity bar: the panel says why the branch matters, to whom, and how it knows.
  3. Open src/payments/gateway.ts, then src/search/synonyms.ts: the panel follows.
  4. Open Source Control and type a message: the trailer “Initiative: SHOP-7” is written below it.
  5. Check out fix/cart-rounding, run “Goal Lens: Link Branch to Goal…”, and pick one.
  6. Change a priority in .goals/goals.yaml and save: everything follows at once.

Press Ctrl+C to stop.
`);
  if (!values['no-open'] && (process.env.DISPLAY || process.env.WAYLAND_DISPLAY)) openBrowser(address);
  await server.closed;
}

/** @param {string} address */
function openBrowser(address) {
  const opener = spawn('xdg-open', [address], { stdio: 'ignore', detached: true });
  // If no browser opens, the printed address is all a person needs.
  opener.on('error', () => undefined);
  opener.unref();
}
