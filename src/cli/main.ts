import { homedir } from 'node:os';
import { exitCodes } from './exitCodes';
import { runCli } from './runCli';

declare const goalLensVersion: string;

// Whoever reads may have seen enough, as `head` has: what the run found still decides about its exit code.
process.stderr.on('error', () => undefined);
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`goal-lens: The output cannot be written: ${error.message}.\n`);
  process.exit(exitCodes.cannotTell);
});

runCli(process.argv.slice(2), {
  platform: process.platform,
  home: homedir(),
  env: process.env,
  cwd: process.cwd(),
  version: goalLensVersion,
  now: Date.now(),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
}).then(
  (exitCode) => {
    process.exitCode = exitCode;
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = exitCodes.cannotTell;
  },
);
