import { briefOf, goalsOf } from '../agents/briefAnswer';
import { initiativesOf } from '../core/links/servedGoals';
import { goalView } from '../core/views/goalView';
import type { TextOptions } from '../presentation/textOptions';
import type { Workspace } from '../workspace/workspace';
import type { Answer } from './answer';
import { exitCodes } from './exitCodes';
import { goalRecord, servedRecord } from './goalRecord';

/**
 * `goal-lens brief`: the goal of a key; of a file, a folder or lines of a file; of a branch; or else of a commit.
 *
 * @param from the folder that a path is relative to
 * @throws {GitError}
 */
export async function briefCommand(
  workspace: Workspace,
  { subject, from }: { readonly subject?: string | undefined; readonly from: string },
  options: TextOptions,
): Promise<Answer> {
  const { catalog } = workspace;
  const found = await goalsOf(workspace, { any: subject, from });
  const { about, served } = found;
  const { text, record } = briefOf(workspace, found, options);
  // If a goal itself was asked for, show that goal rather than the initiative it is done for.
  const goals = about.kind === 'key' ? served.goals.map(({ linked }) => linked) : initiativesOf(served.goals);
  return {
    exitCode: served.goals.length > 0 ? exitCodes.ok : exitCodes.nothing,
    text,
    json: {
      about,
      goals: goals.map((goal) => goalRecord(goalView(goal, catalog), options)),
      links: about.kind === 'key' ? [] : served.goals.map(servedRecord),
      unknown: served.unknown.map(({ key, provenance }) => ({ key, provenance })),
      brief: record,
    },
  };
}
