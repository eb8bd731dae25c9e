import { l10n, type Uri } from 'vscode';
import { Refusal } from '../../core/errors';
import { goalsFileTracker } from '../../teamFiles/goalsFile/goalsFileState';
import type { Services } from '../services';
import { pickEntry } from './quickPick';

/**
 * The folder whose `.goals` a command is about: the one nearest to the current file or branch, preferring those with a
 * goals file, otherwise the one the person picks.
 */
export async function goalsRoot({
  context,
  roots,
  store,
}: Pick<Services, 'context' | 'roots' | 'store'>): Promise<Uri | undefined> {
  const { branch, file } = context.current;
  const near = [...(file ? roots.holding(file.uri) : []), ...(branch ? [branch.repository.rootUri] : [])];
  const withFile = [...near, ...roots.all].find((root) => store.get(goalsFileTracker(root.toString()).id));
  const [only, ...others] = roots.all;
  const found = withFile ?? branch?.repository.rootUri ?? near[0];
  if (found) return found;
  if (!only) {
    throw new Refusal(l10n.t('No folder is open. Open the folder that the goals belong to first.'), [
      'openFolder',
    ]);
  }
  if (others.length === 0) return only;
  const items = roots.all.map((root) => ({
    label: root.path.split('/').at(-1) ?? '',
    description: root.path,
    root,
  }));
  return (await pickEntry(items, { placeHolder: l10n.t('Where do the goals belong?') }))?.root;
}
