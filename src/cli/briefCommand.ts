import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ServedGoals } from '../core/links/servedGoals';
import { goalView } from '../core/views/goalView';
import { briefLines, knownBy, type BriefLine } from '../presentation/briefLines';
import { goalName } from '../presentation/goalText';
import { oneLine } from '../presentation/oneLine';
import type { TextOptions } from '../presentation/textOptions';
import type { Workspace } from '../workspace/workspace';
import type { Answer } from './answer';
import { exitCodes } from './exitCodes';
import { goalRecord, servedRecord } from './goalRecord';

/** What a brief is about. */
type Subject =
  | { readonly kind: 'key'; readonly text: string }
  | { readonly kind: 'path'; readonly text: string }
  | { readonly kind: 'branch'; readonly text: string | undefined };

/**
 * `goal-lens brief`: the goal of a key, of a file or folder that is there, or else of a branch.
 *
 * @param from the folder that a path is relative to
 * @throws {GitError}
 */
export async function briefCommand(
  workspace: Workspace,
  { subject, from }: { readonly subject?: string | undefined; readonly from: string },
  options: TextOptions,
): Promise<Answer> {
  const { catalog, folder } = workspace;
  const about = await subjectOf(workspace, subject, from);
  if (about.kind === 'key') {
    const goal = catalog.find(about.text, folder);
    if (goal) {
      const view = goalView(goal, catalog);
      return {
        exitCode: exitCodes.ok,
        text: textOf(briefLines(view, catalog, options)),
        json: { about, goals: [goalRecord(view, options)], links: [], unknown: [] },
      };
    }
  }
  const served =
    about.kind === 'path'
      ? await workspace.goalsOfFile(about.text)
      : await workspace.goalsOfBranch(about.text);
  return {
    exitCode: served.goals.length > 0 ? exitCodes.ok : exitCodes.nothing,
    text: servedText(workspace, about, served, options),
    json: {
      about,
      goals: served.goals.map(({ goal }) => goalRecord(goalView(goal, catalog), options)),
      links: served.goals.map(servedRecord),
      unknown: served.unknown.map(({ key, provenance }) => ({ key, provenance })),
    },
  };
}

async function subjectOf(workspace: Workspace, text: string | undefined, from: string): Promise<Subject> {
  if (text === undefined) return { kind: 'branch', text: workspace.checkout?.branch };
  if (workspace.catalog.find(text, workspace.folder)) return { kind: 'key', text };
  const path = workspace.pathOf(text, from);
  if (path !== undefined && (await isThere(resolve(from, text)))) return { kind: 'path', text: path };
  return { kind: 'branch', text };
}

function servedText(
  { catalog }: Workspace,
  about: Subject,
  { goals, unknown }: ServedGoals,
  options: TextOptions,
): string {
  const [first, ...others] = goals;
  const unknownKeys = unknown.map(({ key }) => key).join(', ');
  const name = oneLine(about.text ?? 'what is checked out');
  if (!first) {
    return unknownKeys === ''
      ? `No goal is linked to ${name}.`
      : `${name} names ${oneLine(unknownKeys)}, which none of the trackers read here has.`;
  }
  const lines: BriefLine[] = [...briefLines(goalView(first.goal, catalog), catalog, options)];
  if (first.linked !== first.goal) lines.push(['Linked item', oneLine(goalName(first.linked, options))]);
  lines.push(knownBy(first, catalog, options));
  if (others.length > 0)
    lines.push(['Also serves', others.map(({ goal }) => oneLine(goalName(goal, options))).join(', ')]);
  if (unknownKeys !== '') lines.push(['Unknown', oneLine(unknownKeys)]);
  return textOf(lines);
}

function textOf(lines: readonly BriefLine[]): string {
  const width = Math.max(...lines.map(([label]) => label.length));
  return lines.map(([label, text]) => `${label.padEnd(width)}  ${text}`).join('\n');
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
