import { homedir } from 'node:os';
import { runCli } from './runCli';

declare const goalLensVersion: string;

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
    process.exitCode = 3;
  },
);
