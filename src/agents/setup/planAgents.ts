import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readBounded } from '../../files/readBounded';
import { replaceFile } from '../../files/replaceFile';
import { agentFiles, type AgentFile } from './agentHosts';

/** A file as it is, and as it would be with and without our part. */
export interface AgentFilePlan {
  readonly file: AgentFile;
  /** Empty if the file does not exist. */
  readonly before: string;
  readonly isThere: boolean;
  /** Undefined if the file cannot be changed without harm. */
  readonly added: string | undefined;
  readonly removed: string;
  /** Whether the repository shows that the agent is used, or every agent reads the file. */
  readonly isUsed: boolean;
}

const maxBytes = 1024 * 1024;

/** Plans what each file would become. @throws the file system's errors */
export async function planAgents(root: string): Promise<AgentFilePlan[]> {
  const plans: AgentFilePlan[] = [];
  for (const file of agentFiles) {
    const read = await readBounded(join(root, file.path), root, maxBytes);
    // Only regular files are touched, and no links that lead out of the repository: others may be shared or special.
    if (read.kind !== 'read' && read.kind !== 'missing') continue;
    const before = read.kind === 'read' ? read.bytes.toString('utf8') : '';
    const isText = read.kind !== 'read' || Buffer.from(before, 'utf8').equals(read.bytes);
    const signs = await Promise.all(file.signs.map((sign) => isThere(join(root, sign))));
    plans.push({
      file,
      before,
      isThere: read.kind === 'read',
      added: isText ? file.add(before) : undefined,
      removed: isText ? file.remove(before) : before,
      isUsed: file.signs.length === 0 || signs.some(Boolean),
    });
  }
  return plans;
}

/** Writes our part into a file. @throws the file system's errors */
export async function addToFile(root: string, { file, added }: AgentFilePlan): Promise<void> {
  if (added === undefined) return;
  const path = join(root, file.path);
  await mkdir(dirname(path), { recursive: true });
  await replaceFile(path, added, { mode: await modeOf(path) });
}

/**
 * Restores a file as it was before our part was added; a file that held nothing else is removed.
 * @throws the file system's errors
 */
export async function removeFromFile(root: string, { file, removed }: AgentFilePlan): Promise<void> {
  const path = join(root, file.path);
  if (removed === '') await rm(path, { force: true });
  else await replaceFile(path, removed, { mode: await modeOf(path) });
}

/** The file's mode, or the default for a file in a repository. */
async function modeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ mode }) => mode & 0o777,
    () => 0o644,
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
