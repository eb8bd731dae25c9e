import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as l10n from '@vscode/l10n';
import { nothingServed, type ServedGoal, type ServedGoals } from '../core/links/servedGoals';
import { goalView } from '../core/views/goalView';
import type { LineRange } from '../git/links/lineCommits';
import { goalBrief, nothingLinked, type BriefRecord } from '../presentation/brief/goalBrief';
import type { TextOptions } from '../presentation/textOptions';
import type { Workspace } from '../workspace/workspace';
import { newNonce, type AgentAnswer } from './agentAnswer';

/** What a brief is asked about: the first given field counts, and without any the checked-out branch. */
export interface BriefRequest {
  readonly key?: string | undefined;
  /** A path, followed by `:10` or `:10-20` for lines. */
  readonly path?: string | undefined;
  readonly branch?: string | undefined;
  readonly commit?: string | undefined;
  /** Any of these, with the kind to be determined. */
  readonly any?: string | undefined;
  /** The folder that a path is relative to; the workspace's own by default. */
  readonly from?: string | undefined;
}

/** What a brief turned out to be about. */
interface BriefAbout {
  readonly kind: 'key' | 'path' | 'lines' | 'branch' | 'commit';
  /** Absent if HEAD is detached. */
  readonly text?: string;
}

/** What was asked about, and the goals it serves. */
export interface FoundGoals {
  readonly about: BriefAbout;
  readonly served: ServedGoals;
}

/**
 * Why something matters, for whom and how urgent it is.
 * @param tokens the most tokens that the text may take, at most 400
 * @throws {GitError}
 */
export async function briefAnswer(
  workspace: Workspace,
  request: BriefRequest,
  options: TextOptions,
  {
    tokens,
    signal,
  }: { readonly tokens?: number | undefined; readonly signal?: AbortSignal | undefined } = {},
): Promise<AgentAnswer<BriefRecord> & FoundGoals> {
  const found = await goalsOf(workspace, request, signal);
  return { ...found, ...briefOf(workspace, found, options, tokens) };
}

/** Builds the brief of what was found. */
export function briefOf(
  { catalog }: Workspace,
  { about, served }: FoundGoals,
  options: TextOptions,
  tokens?: number,
): AgentAnswer<BriefRecord> {
  const limits = { tokens, random: newNonce };
  const [first, ...others] = served.goals;
  const unknown = served.unknown.map(({ key }) => key);
  if (first) {
    const asked = about.kind === 'key' ? about.text : undefined;
    // The commits that touched code name many items of one initiative, and few of them are what it is about now.
    const isTold = ({ goal }: ServedGoal): boolean =>
      !['path', 'lines'].includes(about.kind) || goal !== first.goal;
    return goalBrief(
      { served: first, others: others.filter(isTold), unknown, asked },
      catalog,
      options,
      limits,
    );
  }
  const { trackers } = catalog;
  return nothingLinked({ about: about.text ?? l10n.t('what is checked out'), unknown, trackers }, limits);
}

/** Determines what is asked about and what it serves. @throws {GitError} and the signal's reason */
export async function goalsOf(
  workspace: Workspace,
  { key, path, branch, commit, any, from = workspace.root }: BriefRequest,
  signal?: AbortSignal,
): Promise<FoundGoals> {
  if (key !== undefined) return { about: { kind: 'key', text: key }, served: servedByKey(workspace, key) };
  if (path !== undefined) {
    return (
      (await ofPath(workspace, path, from, signal)) ?? {
        about: { kind: 'path', text: path },
        served: nothingServed,
      }
    );
  }
  if (commit !== undefined) {
    const served = (await workspace.goalsOfCommit(commit, signal)) ?? nothingServed;
    return { about: { kind: 'commit', text: commit }, served };
  }
  if (branch === undefined && any !== undefined) return ofAny(workspace, any, from, signal);
  const name = branch ?? workspace.checkout?.branch;
  const about: BriefAbout = { kind: 'branch', ...(name !== undefined && { text: name }) };
  return { about, served: await workspace.goalsOfBranch(name) };
}

/** Tries a key, an existing path, a branch with a goal and a commit, in this order. */
async function ofAny(
  workspace: Workspace,
  text: string,
  from: string,
  signal: AbortSignal | undefined,
): Promise<FoundGoals> {
  const byKey = servedByKey(workspace, text);
  if (byKey.goals.length > 0) return { about: { kind: 'key', text }, served: byKey };
  const byPath = await ofPath(workspace, text, from, signal);
  if (byPath) return byPath;
  const served = await workspace.goalsOfBranch(text);
  const isBranch = (await workspace.commitAt(`refs/heads/${text}`, signal)) !== undefined;
  if (!isBranch && served.goals.length + served.unknown.length === 0) {
    const ofCommit = await workspace.goalsOfCommit(text, signal);
    if (ofCommit) return { about: { kind: 'commit', text }, served: ofCommit };
  }
  return { about: { kind: 'branch', text }, served };
}

function servedByKey({ catalog, folder, references }: Workspace, text: string): ServedGoals {
  const goal = catalog.find(text, folder) ?? references.find(text);
  if (!goal) return { goals: [], unknown: [{ key: text, provenance: { kind: 'explicit' } }] };
  const link = { key: goal.key, provenance: { kind: 'explicit' } } as const;
  return { goals: [{ goal: goalView(goal, catalog).initiative, linked: goal, link }], unknown: [] };
}

/** What an existing file or folder, or some lines of a file, serves; undefined if there is no such thing. */
async function ofPath(
  workspace: Workspace,
  text: string,
  from: string,
  signal: AbortSignal | undefined,
): Promise<FoundGoals | undefined> {
  const whole = await pathOfThere(workspace, text, from);
  if (whole !== undefined) {
    return { about: { kind: 'path', text: whole }, served: await workspace.goalsOfFile(whole, signal) };
  }
  const [, file, first, last = first] = /^(.+):([1-9]\d{0,8})(?:-([1-9]\d{0,8}))?$/.exec(text) ?? [];
  if (file === undefined) return undefined;
  const path = await pathOfThere(workspace, file, from);
  if (path === undefined) return undefined;
  const [start, end] = [Number(first), Number(last)].sort((a, b) => a - b);
  const lines: LineRange = { first: start ?? 1, last: end ?? 1 };
  const served = await workspace.goalsOfLines(path, lines, signal);
  return { about: { kind: 'lines', text: `${path}:${lines.first}-${lines.last}` }, served };
}

async function pathOfThere(workspace: Workspace, text: string, from: string): Promise<string | undefined> {
  const path = workspace.pathOf(text, from);
  if (path === undefined) return undefined;
  return stat(resolve(from, text)).then(
    () => path,
    () => undefined,
  );
}
