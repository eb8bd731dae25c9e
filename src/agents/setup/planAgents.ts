import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readBounded, type BoundedRead } from '../../files/readBounded';
import { agentFiles, type AgentFile } from './agentHosts';
import { agentPlace, isLink } from './agentPlace';

/** A file as it is, and as it would be with and without our part. */
export interface AgentFilePlan {
  readonly file: AgentFile;
  /** Where the file really is, or would be: all links are resolved. */
  readonly place: string;
  /** Whether the file itself is a link, which must not be left without its target. */
  readonly isLink: boolean;
  /** Empty if the file does not exist. */
  readonly before: string;
  readonly isThere: boolean;
  /** Undefined if the file cannot be changed without harm. */
  readonly added: string | undefined;
  readonly removed: string;
  /** Whether our part cannot be added or taken out, so that a person has to see to it. */
  readonly needsHand: boolean;
  /** Whether the repository shows that the agent is used, or every agent reads the file. */
  readonly isUsed: boolean;
}

const maxBytes = 1024 * 1024;

/** Plans what each file would become. @throws the file system's errors */
export async function planAgents(root: string): Promise<AgentFilePlan[]> {
  const plans: AgentFilePlan[] = [];
  for (const file of agentFiles) {
    const path = join(root, file.path);
    const place = await agentPlace(path, root);
    // Only regular files are touched, and no links that lead out of the repository: others may be shared or special.
    // CLAUDE.md is often a link to AGENTS.md, where one section is enough.
    if (place === undefined || plans.some((plan) => plan.place === place)) continue;
    const read = await readAgentFile(place, root);
    if (read.kind !== 'read' && read.kind !== 'missing') continue;
    const before = read.kind === 'read' ? read.bytes.toString('utf8') : '';
    const isText = read.kind !== 'read' || Buffer.from(before, 'utf8').equals(read.bytes);
    const signs = await Promise.all(file.signs.map((sign) => isThere(join(root, sign))));
    const added = isText ? file.add(before) : undefined;
    const removed = isText ? file.remove(before) : before;
    plans.push({
      file,
      place,
      isLink: await isLink(path),
      before,
      isThere: read.kind === 'read',
      added,
      removed,
      needsHand: added === undefined && removed === before && !file.isSaid?.(before),
      isUsed: file.signs.length === 0 || signs.some(Boolean),
    });
  }
  return plans;
}

/** Reads a file for agents as it is now. @throws the file system's errors */
export async function readAgentFile(place: string, root: string): Promise<BoundedRead> {
  return readBounded(place, root, maxBytes);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
