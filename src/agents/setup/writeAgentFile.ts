import { access, constants, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as l10n from '@vscode/l10n';
import { GoalLensError } from '../../core/errors';
import { replaceFile } from '../../files/replaceFile';
import { agentPlace } from './agentPlace';
import { readAgentFile, type AgentFilePlan } from './planAgents';

/**
 * Writes our part into a file.
 *
 * @throws {GoalLensError} if the file is read-only or has changed since it was planned
 * @throws the file system's errors
 */
export async function addToFile(root: string, plan: AgentFilePlan): Promise<void> {
  if (plan.added !== undefined && plan.added !== plan.before) await write(root, plan, plan.added);
}

/**
 * Restores a file as it was before our part was added; a file that held nothing else is removed, but where a link leads
 * to it, only emptied.
 *
 * @throws {GoalLensError} if the file is read-only or has changed since it was planned
 * @throws the file system's errors
 */
export async function removeFromFile(root: string, plan: AgentFilePlan): Promise<void> {
  if (plan.removed !== plan.before) await write(root, plan, plan.removed);
}

async function write(root: string, plan: AgentFilePlan, text: string): Promise<void> {
  const { place, isThere, file } = plan;
  // Before a folder is made, as a link may lead out of the repository by now.
  await requireUnchanged(root, plan);
  if (isThere && (await isReadOnly(place))) {
    throw new GoalLensError(l10n.t('{0} is read-only. Make it writable and try again.', file.path));
  }
  if (text === '' && !plan.isLink) {
    await rm(place, { force: true });
    return;
  }
  const mode = isThere ? (await stat(place)).mode & 0o777 : 0o644;
  const beforeMove = async (): Promise<boolean> => {
    await requireUnchanged(root, plan);
    return true;
  };
  await replaceFile(place, text, { mode, beforeMove });
}

/** The person may have saved the file while the differences were shown. */
async function requireUnchanged(
  root: string,
  { file, place, isThere, before }: AgentFilePlan,
): Promise<void> {
  const placeNow = await agentPlace(join(root, file.path), root);
  const now = placeNow === place ? await readAgentFile(place, root) : undefined;
  const isSame = isThere
    ? now?.kind === 'read' && now.bytes.equals(Buffer.from(before, 'utf8'))
    : now?.kind === 'missing';
  if (isSame) return;
  throw new GoalLensError(
    l10n.t('{0} has changed in the meantime. Try again to see what would be done now.', file.path),
  );
}

/** Replacing a file needs no right to write to it, so it is asked for here; the administrator has it always. */
async function isReadOnly(place: string): Promise<boolean> {
  if (((await stat(place)).mode & 0o222) === 0) return true;
  return access(place, constants.W_OK).then(
    () => false,
    () => true,
  );
}
