// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {string} [input] What the command reads from standard input.
 */

/**
 * Runs a command to its end and returns its output; throws with the end of the output if it fails.
 * @param {string[]} commandLine
 * @param {RunOptions} [options]
 */
export async function run([command = '', ...args], { env = process.env, cwd, input = '' } = {}) {
  const child = spawn(command, args, { env, cwd, stdio: 'pipe' });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk) => (stderr += chunk));
  // A command that ends early leaves its input unread, and then its own message matters.
  child.stdin.on('error', () => {}).end(input);
  const [code] = await once(child, 'close');
  if (code !== 0) {
    const output = `${stdout.trim().slice(-1000)}\n${stderr.trim().slice(-2000)}`;
    throw new Error(`"${command} ${args.join(' ')}" failed.\n${output.trim()}`);
  }
  return stdout;
}
