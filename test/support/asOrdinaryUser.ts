import { fork } from 'node:child_process';
import { chmodSync, chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What another process is to call: an export of a module, with arguments that JSON can carry. */
export interface RemoteCall {
  readonly module: string;
  readonly name: string;
  readonly args: readonly unknown[];
}

/** How the call ended in the other process. */
export type RemoteAnswer = { readonly value: unknown } | { readonly error: string };

/** The user and group of that name on Linux, which own nothing. */
export const nobody = 65534;

/**
 * Calls an export of a module in a process that file permissions bind, and hands it the folder, which it may own.
 *
 * Root may read and write everything, so for root the process gives its rights away, after it has loaded the code: the
 * checkout and Node.js itself may well be where nobody else can read, as below /root in a container.
 */
export async function asOrdinaryUser(module: string, name: string, folder: string): Promise<unknown> {
  if (process.getuid?.() === 0) giveAway(folder);
  const textModules = pathToFileURL(join(__dirname, '../../scripts/textModules.mjs')).href;
  const child = fork(join(__dirname, 'ordinaryUser.ts'), {
    execArgv: ['--import', 'tsx', '--import', textModules],
  });
  try {
    const answer = await new Promise<RemoteAnswer>((resolve, reject) => {
      child.once('message', (message) => resolve(message as RemoteAnswer));
      child.once('error', reject);
      child.once('exit', (code) => reject(new Error(`The other process ended with ${code} and no answer.`)));
      child.send({ module, name, args: [folder] } satisfies RemoteCall);
    });
    if ('error' in answer) throw new Error(answer.error);
    return answer.value;
  } finally {
    child.kill();
  }
}

/** Hands a folder and everything in it to nobody, with permissions as they are. */
function giveAway(folder: string): void {
  chmodSync(folder, 0o755);
  for (const path of ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    const { mode } = lstatSync(join(folder, path));
    chownSync(join(folder, path), nobody, nobody);
    chmodSync(join(folder, path), mode & 0o7777);
  }
}
