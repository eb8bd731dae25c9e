import { appendTo } from '../../core/appendTo';
import { l10n, QuickPickItemKind, Range, Uri, window } from 'vscode';
import { counted } from '../../core/counted';
import { Refusal } from '../../core/errors';
import type { Goal } from '../../core/goal/goal';
import { normalizeKey } from '../../core/goal/goalKey';
import { goalName, spelling } from '../../presentation/goalText';
import { pathMapPath } from '../../teamFiles/places';
import { relativePath } from '../sources/files/roots';
import type { GitRepository } from '../sources/git/gitExtension';
import type { Services } from '../services';
import { repositoryFor } from './currentBranch';
import { givenGoal } from './givenGoal';
import { pickEntry, type PickEntry } from './quickPick';
import { readHistoryIndex } from './readHistoryIndex';

type Needs = Pick<
  Services,
  | 'branchGoals'
  | 'choices'
  | 'context'
  | 'histories'
  | 'pathMaps'
  | 'references'
  | 'repositories'
  | 'roots'
  | 'store'
  | 'textOptions'
>;

/** The most files to list: people look for those touched most often. */
const maxFiles = 300;

/** A file, or a line in one. */
interface Place extends PickEntry {
  readonly uri?: Uri;
  readonly line?: number;
}

/**
 * Lists the path rules that name a goal or one below it, and the files its commits touched, and opens the one picked.
 */
export async function showFilesOfGoal(services: Needs, argument: unknown): Promise<void> {
  const goal = givenGoal(services, argument);
  const repository = goal && (await repositoryFor(services));
  if (!repository) return;
  const index = await readHistoryIndex(services, repository);
  if (!index) return;
  const keys = new Set([goal, ...services.store.catalog.descendants(goal)].map(({ key }) => key));
  const files = index.filesOf(keys, maxFiles).map(({ path, commits }): Place => ({
    icon: 'file',
    label: path,
    description: counted(commits, {
      one: l10n.t('{0} commit', commits),
      other: l10n.t('{0} commits', commits),
    }),
    uri: Uri.joinPath(repository.rootUri, path),
  }));
  const rules = rulesOf(services, repository, keys);
  const entries: Place[] = [
    ...(rules.length > 0 ? [heading(l10n.t('Path rules')), ...rules] : []),
    ...(files.length > 0 ? [heading(l10n.t('Touched by its commits')), ...files] : []),
  ];
  await openPicked(entries, goal, services);
}

async function openPicked(entries: Place[], goal: Goal, { textOptions }: Needs): Promise<void> {
  const options = textOptions();
  if (entries.length === 0) {
    const name = spelling(goal, options);
    throw new Refusal(
      l10n.t('No path rule and no commit ties a file to {0}. Map a folder to it in the Explorer.', name),
      ['showExplorer'],
    );
  }
  const picked = await pickEntry(entries, {
    title: l10n.t('Files of {0}', goalName(goal, options)),
    placeHolder: l10n.t('Pick a file to open it'),
    matchOnDescription: true,
  });
  if (!picked?.uri) return;
  const { line } = picked;
  await window.showTextDocument(
    picked.uri,
    line === undefined ? {} : { selection: new Range(line, 0, line, 0) },
  );
}

/** The rules of every path map in the repository: a workspace folder within it may have one of its own. */
function rulesOf(
  { pathMaps, repositories, roots }: Needs,
  repository: GitRepository,
  keys: ReadonlySet<string>,
): Place[] {
  const wanted = new Set([...keys].map(normalizeKey));
  const own = roots.all.filter((root) => repositories.of(root) === repository);
  return own.flatMap((root) => {
    const lines = new Map<number, string[]>();
    for (const { key, line } of pathMaps.get(root)?.keys ?? []) {
      if (wanted.has(normalizeKey(key))) appendTo(lines, line, key);
    }
    return [...lines].map(([line, named]) => ({
      icon: 'list-tree',
      label: pathMaps.patternAt(root, line) ?? pathMapPath,
      description: [named.join(', '), relativePath(repository.rootUri, root)].filter(Boolean).join(' · '),
      uri: Uri.joinPath(root, pathMapPath),
      line,
    }));
  });
}

function heading(label: string): Place {
  return { label, kind: QuickPickItemKind.Separator };
}
