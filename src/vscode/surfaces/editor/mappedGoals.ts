import type { Uri } from 'vscode';
import { goalsOfFile } from '../../../core/links/codeGoals';
import { nothingServed, type ServedGoals } from '../../../core/links/servedGoals';
import { relativePath } from '../../sources/files/roots';
import type { EditorSources } from './editorSources';

/** The goals that the path map assigns to a file; answers from memory, without git. */
export function mappedGoals(
  uri: Uri,
  { roots, pathMaps, store }: Pick<EditorSources, 'roots' | 'pathMaps' | 'store'>,
): ServedGoals {
  const root = roots.holding(uri).find((each) => pathMaps.get(each));
  const map = root && pathMaps.get(root);
  const path = root && relativePath(root, uri);
  if (!map || path === undefined) return nothingServed;
  return goalsOfFile(
    { mapped: { map, path }, commits: [] },
    { catalog: store.catalog, folder: root.toString() },
  );
}
