// @ts-check
// A real Redmine with the goals of a shop: node scripts/redmine/redmine.mjs start [--port 3999] [--base-path /redmine]
import { expectAtMost, readCommandLine, wholeNumber, wrongUsage } from '../commandLine.mjs';
import { findBackground, resetBackground, startBackground, stopBackground } from './backgroundRedmine.mjs';
import { isSeeded, seedRedmine } from './golden.mjs';
import { installedVersion, installRedmine, purgeRedmine, whyRedmineCannotRun } from './install.mjs';

const log = (/** @type {string} */ line) => console.log(line);

/** @type {Record<string, { does: string, run: () => Promise<void> }>} */
const commands = {
  install: {
    does: 'installs Redmine with apt-get, unless it is there',
    run: async () => log(`Redmine ${await installRedmine({ log })} is installed.`),
  },
  seed: {
    does: 'makes the database with the goals of a shop, unless it is there, and prints what is in it',
    run: async () => log(JSON.stringify((await seedRedmine({ log })).seed, undefined, 2)),
  },
  start: { does: 'starts it in the background, after the two above', run: start },
  stop: {
    does: 'ends it; its data stays',
    run: async () => log((await stopBackground()) ? 'Redmine is stopped.' : 'No Redmine was running.'),
  },
  reset: {
    does: 'takes back every change since the seed, also while it runs',
    run: async () => {
      await resetBackground(log);
      log('Redmine has its seeded goals again.');
    },
  },
  purge: {
    does: 'removes its data, and the packages that were installed for it',
    run: async () => {
      await stopBackground();
      await purgeRedmine({ log });
      log('Redmine is gone.');
    },
  },
  status: { does: 'tells what is installed, seeded and running', run: status },
};

const usage = `npm run redmine -- COMMAND [options]
${Object.entries(commands)
  .map(([name, { does }]) => `  ${name.padEnd(18)} ${does}`)
  .join('\n')}
  --port N           start: serve on this port (default: a free one)
  --base-path PATH   start: serve below this path, such as /redmine
  -h, --help         print this`;

const { values, positionals } = readCommandLine(usage, {
  port: { type: 'string', default: '0' },
  'base-path': { type: 'string', default: '' },
});
expectAtMost(positionals, 1);
const port = wholeNumber('--port', values.port, 0, 65_535);
const [name] = positionals;
const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
if (name !== undefined && !command) wrongUsage(`There is no command '${name}'`);

const obstacle = whyRedmineCannotRun();
if (!command) log(usage);
else if (obstacle) {
  console.error(obstacle);
  process.exitCode = 1;
} else
  await command.run().catch((error) => {
    console.error(error.message);
    process.exitCode = 1;
  });

async function start() {
  const options = { port, basePath: values['base-path'], log };
  const { url, apiKey, adminKey } = (await findBackground()) ?? (await startBackground(options));
  log(`Redmine runs at ${url}
  in the browser         robin, priya or admin, each with the password goal-lens
  API key of robin       ${apiKey}
  API key of admin       ${adminKey}
  npm run redmine stop   ends it`);
}

async function status() {
  const version = await installedVersion();
  const running = await findBackground();
  log(`installed  ${version ?? 'no'}`);
  log(`seeded     ${version && isSeeded(version) ? 'yes' : 'no'}`);
  log(`running    ${running ? `${running.url} (process ${running.pid}, log ${running.logFile})` : 'no'}`);
}
