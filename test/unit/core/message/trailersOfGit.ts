import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Trailer } from '../../../../src/core/message/trailers';

/** The environment in which git has its own defaults, whoever runs the tests. */
export const plainGit = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CEILING_DIRECTORIES: tmpdir(),
  LC_ALL: 'C',
};
const batchSize = 500;
const separator = 'Goal-Lens-Test-Separator';

/**
 * What `git interpret-trailers --parse` says of each message. Git takes many files in one run but prints the trailers
 * without a border, so a file with a known trailer stands behind each message.
 */
export function trailersOfGit(messages: readonly string[], options: { divider: boolean }): Trailer[][] {
  const folder = mkdtempSync(join(tmpdir(), 'goal-lens-trailers-'));
  try {
    writeFileSync(join(folder, 'separator'), `title\n\n${separator}: 1\n`);
    messages.forEach((message, at) => writeFileSync(join(folder, String(at)), message));
    const answers: Trailer[][] = [];
    for (let at = 0; at < messages.length; at += batchSize) {
      const files = messages
        .slice(at, at + batchSize)
        .flatMap((_, index) => [String(at + index), 'separator']);
      const flags = options.divider ? [] : ['--no-divider'];
      const output = execFileSync(
        'git',
        ['-c', 'core.commentChar=#', 'interpret-trailers', '--parse', ...flags, '--', ...files],
        { cwd: folder, env: plainGit, encoding: 'utf8', maxBuffer: 1 << 28 },
      );
      const parts = output.split(`${separator}: 1\n`);
      answers.push(...parts.slice(0, -1).map(readTrailers));
    }
    return answers;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readTrailers(output: string): Trailer[] {
  return output
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const colon = line.indexOf(':');
      return { token: line.slice(0, colon), value: line.slice(colon + 2) };
    });
}
