import type { GoalCatalog } from '../core/catalog/goalCatalog';
import { trackerWithBrokenEntry } from '../core/tracker/brokenEntry';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ServedGoals } from '../core/links/servedGoals';
import { howLinked, howNamed, howNamedBy } from '../presentation/howText';
import { oneLine } from '../presentation/oneLine';
import type { CommitLinks } from '../git/links/commitLinks';
import type { Workspace } from '../workspace/workspace';
import type { Answer } from './answer';
import { exitCodes } from './exitCodes';

/** One link between what was asked about and a goal. */
interface LinkRecord {
  /** As written or, if only the tracker says so, as the tracker spells it. */
  readonly reference: string;
  readonly key: string;
  /** The goal's title; null if no tracker has the goal. */
  readonly goal: string | null;
  readonly evidence: string;
  readonly how: string;
}

interface SubjectLinks {
  readonly subject: string;
  readonly links: readonly LinkRecord[];
}

/**
 * `goal-lens links`: why an existing file, a branch or a commit is linked to goals, or that it is not.
 *
 * @param from the folder that paths are relative to
 * @throws {GitError}
 */
export async function linksCommand(
  workspace: Workspace,
  { subjects, from }: { readonly subjects: readonly string[]; readonly from: string },
): Promise<Answer> {
  const found: SubjectLinks[] = [];
  for (const subject of subjects) {
    found.push({ subject, links: await linksOf(workspace, subject, from) });
  }
  return {
    exitCode: found.some(({ links }) => links.length > 0) ? exitCodes.ok : exitCodes.nothing,
    text: found.map((each) => textOf(each, workspace.catalog)).join('\n'),
    json: found,
  };
}

async function linksOf(workspace: Workspace, subject: string, from: string): Promise<LinkRecord[]> {
  const path = workspace.pathOf(subject, from);
  if (path !== undefined && (await isThere(resolve(from, subject)))) {
    return servedLinks(workspace, await workspace.goalsOfFile(path));
  }
  const ofBranch = servedLinks(workspace, await workspace.goalsOfBranch(subject));
  if (ofBranch.length > 0) return ofBranch;
  const commit = await workspace.linksOfCommit(subject);
  return commit ? commitRecords(workspace, commit) : [];
}

function servedLinks({ catalog, references }: Workspace, { goals, unknown }: ServedGoals): LinkRecord[] {
  const links = [...goals.map(({ link }) => link), ...unknown];
  return links.map(({ key, provenance }): LinkRecord => {
    const goal = catalog.find(key, references.home.folder);
    const reference = goal ? references.spellingOf(goal) : key;
    return {
      reference,
      key,
      goal: goal?.title ?? null,
      evidence: provenance.kind === 'commit' ? provenance.by : provenance.kind,
      how: howLinked(provenance, reference),
    };
  });
}

function commitRecords({ catalog, references }: Workspace, { links }: CommitLinks): LinkRecord[] {
  return links.map(({ key, text, by, other }): LinkRecord => {
    const goal = catalog.find(key, references.home.folder);
    const spelling = goal ? references.spellingOf(goal) : key;
    const how = howNamed(text, other?.by ?? by, spelling);
    return {
      // A link that only the tracker knows is written nowhere.
      reference: ['tracker', 'pullRequest'].includes(other?.by ?? by) ? spelling : text,
      key,
      goal: goal?.title ?? null,
      evidence: by,
      how: other ? howNamedBy(other.kind, other, how) : how,
    };
  });
}

function textOf({ subject, links }: SubjectLinks, { trackers }: GoalCatalog): string {
  if (links.length === 0) return oneLine(`${subject}: no link to a goal.`);
  return links
    .map(({ key, goal, how }) => {
      const missing = trackerWithBrokenEntry(trackers, key) ? 'its entry has an error' : 'no tracker has it';
      return oneLine(`${subject}: ${key} ${goal ?? `(${missing})`} · ${how}`);
    })
    .join('\n');
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
