import { runCli } from '../../../src/cli/runCli';

/** What the command line printed, and how it ended. */
export interface CliRun {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a folder, for a person with this home, at a moment in epoch milliseconds. */
export async function runCliIn(
  cwd: string,
  home: string,
  args: readonly string[],
  now = Date.UTC(2026, 10, 22, 12),
): Promise<CliRun> {
  let [out, err] = ['', ''];
  const exitCode = await runCli(args, {
    platform: 'linux',
    home,
    env: {},
    cwd,
    version: '1.2.3',
    now,
    print: (text) => (out += text),
    complain: (text) => (err += text),
  });
  return { exitCode, out, err };
}
