import { initiativesOf } from '../core/links/servedGoals';
import type { TrackerState } from '../core/tracker/trackerState';
import { goalName } from '../presentation/goalText';
import { oneLine } from '../presentation/oneLine';
import { agoText } from '../presentation/targetText';
import type { TextOptions } from '../presentation/textOptions';
import type { Workspace } from '../workspace/workspace';
import type { Answer } from './answer';
import { exitCodes } from './exitCodes';
import { servedRecord } from './goalRecord';

/**
 * `goal-lens status`: where goals come from, how old they are, and what is checked out. There is no answer if there are
 * sources but none has goals.
 *
 * @throws {GitError}
 */
export async function statusCommand(workspace: Workspace, options: TextOptions): Promise<Answer> {
  const { catalog, checkout, root, settingProblems, pathMap } = workspace;
  const { trackers } = catalog;
  const served = await workspace.goalsOfBranch();
  const isUsable = trackers.some(({ goals }) => goals.length > 0);
  const lines = [
    `Folder   ${root}`,
    checkout
      ? `Branch   ${checkout.branch ?? `none, HEAD is at ${checkout.head?.slice(0, 7) ?? 'nothing'}`}`
      : 'Branch   none: this is no git repository',
    ...initiativesOf(served.goals).map((goal) => `Goal     ${goalName(goal, options)}`),
    ...served.unknown.map(({ key }) => `Goal     ${key}, which none of the trackers read here has`),
    ...trackers.map((each) => `Source   ${sourceText(each, options)}`),
    ...(pathMap ? ['Paths    .goals/paths'] : []),
    ...settingProblems.map((problem) => `Problem  ${problem}`),
    ...(trackers.length === 0
      ? ['Source   none: add .goals/goals.yaml, or connect a tracker in VS Code']
      : []),
  ];
  return {
    exitCode: trackers.length === 0 ? exitCodes.nothing : isUsable ? exitCodes.ok : exitCodes.cannotTell,
    text: lines.map(oneLine).join('\n'),
    json: {
      root,
      ...(checkout && { branch: checkout.branch ?? null, head: checkout.head ?? null }),
      goals: served.goals.map(servedRecord),
      unknown: served.unknown.map(({ key, provenance }) => ({ key, provenance })),
      trackers: trackers.map(({ id, name, phase, goals, badEntries, fault, asOf }) => ({
        id,
        name,
        phase,
        goals: goals.length,
        badEntries,
        ...(fault && { fault }),
        ...(asOf !== undefined && { asOf: new Date(asOf).toISOString() }),
      })),
      pathMap: pathMap !== undefined,
      problems: settingProblems,
    },
  };
}

function sourceText({ name, goals, badEntries, fault, asOf }: TrackerState, options: TextOptions): string {
  return [
    name,
    goals.length === 1 ? '1 goal' : `${goals.length} goals`,
    badEntries > 0 && `${badEntries} not usable`,
    asOf === undefined
      ? (fault?.message ?? 'nothing kept yet: open the folder in VS Code to read it')
      : `read ${agoText(asOf, options)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
