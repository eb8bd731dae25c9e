import { FileType, l10n, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { GoalLensError, Refusal } from '../../core/errors';
import { addPathRule, unmappable } from '../../core/paths/addPathRule';
import type { Goal } from '../../core/goal/goal';
import { placeMatch } from '../../core/paths/placeMatch';
import { openGoals } from '../../core/views/ranking';
import { goalName } from '../../presentation/goalText';
import { pathMapPath } from '../../teamFiles/places';
import { relativePath } from '../sources/files/roots';
import type { Services } from '../services';
import { openButton, readButton } from './goalButtons';
import { pickGoal } from './goalPick';
import { openTeamFile } from './openTeamFile';
import { showInPassing } from './passingMessage';

type Needs = Pick<Services, 'context' | 'pathMaps' | 'roots' | 'store' | 'textOptions'>;

/** The header of a new path map. */
const header =
  '# Which paths serve which goals, in the syntax of CODEOWNERS: the last rule that matches wins.\n';

/**
 * Maps a folder or file to a goal the person picks, and shows the new line.
 *
 * @param argument the folder or file in the Explorer; without it, the folder of the active file
 */
export async function mapFolder(services: Needs, argument?: unknown): Promise<void> {
  const place = await placeOf(services, argument);
  const { root, path, isFolder } = place;
  const { catalog } = services.store;
  if (catalog.trackers.every(({ goals }) => goals.length === 0)) {
    throw new Refusal(l10n.t('There are no goals yet. Connect a tracker or create a goals file first.'), [
      'connectTracker',
      'createGoalsFile',
    ]);
  }
  const name = path === '' ? (root.path.split('/').at(-1) ?? '') : path;
  const text = services.textOptions();
  const goal = await pickGoal({
    title: l10n.t('Map {0} to a Goal', name),
    placeholder: l10n.t('Which goal does it serve?'),
    goals: openGoals(catalog.all(root.toString()), catalog),
    current: new Set(mappedNow(services, place)),
    currentMark: l10n.t('mapped now'),
    offered: new Set(services.context.current.branch?.served.goals.map((served) => served.goal)),
    text,
    buttons: [readButton(), openButton()],
  });
  if (!goal) return;
  const document = await openTeamFile(Uri.joinPath(root, pathMapPath), pathMapPath, header);
  const edit = addPathRule(document.getText(), { path, isFolder, key: goal.key });
  if (!edit) {
    throw new GoalLensError(
      l10n.t(
        'A rule for {0} would not be read in {1}, which has too many rules or too long a line. Write a more general pattern by hand.',
        name,
        pathMapPath,
      ),
    );
  }
  const { offset, text: added, line } = edit;
  if (added !== '') await insert(document, offset, added);
  await services.pathMaps.files.refresh();
  // Set afterwards, a selection can be lost: an editor that is new restores its own.
  await window.showTextDocument(document, { selection: document.lineAt(line).range });
  showInPassing(l10n.t('{0} serves {1}', name, goalName(goal, text)));
}

/** A file or folder, and the innermost root that has a path map for it. */
interface MappedPlace {
  readonly root: Uri;
  readonly path: string;
  readonly isFolder: boolean;
}

/** The goals that the path map gives to the place as it is. */
function mappedNow({ pathMaps, store }: Needs, { root, path, isFolder }: MappedPlace): Goal[] {
  const map = pathMaps.get(root);
  const keys = (map && placeMatch(map, path, isFolder)?.keys) ?? [];
  return keys.flatMap((key) => store.catalog.find(key, root.toString()) ?? []);
}

async function placeOf({ context, pathMaps, roots }: Needs, argument: unknown): Promise<MappedPlace> {
  const given = argument instanceof Uri ? argument : undefined;
  const { file } = context.current;
  const uri = given ?? (file && Uri.joinPath(file.uri, '..'));
  if (!uri)
    throw new Refusal(l10n.t('No file is open. Choose a folder in the Explorer instead.'), ['showExplorer']);
  const isFolder = !given || ((await workspace.fs.stat(given)).type & FileType.Directory) !== 0;
  const own = roots.all.find((root) => root.toString() === uri.toString());
  const holding = [...(own ? [own] : []), ...roots.holding(uri)];
  const root = holding.find((each) => pathMaps.get(each)) ?? holding[0];
  if (!root) {
    throw new Refusal(l10n.t('This folder is in no repository and no workspace folder that is open.'), [
      'openFolder',
    ]);
  }
  const path = relativePath(root, uri) ?? '';
  const fault = unmappable(path, isFolder);
  if (fault !== undefined) throw new Refusal(fault, []);
  return { root, path, isFolder };
}

/** Inserts text into a document, and saves it if it had no other unsaved changes. */
async function insert(document: TextDocument, offset: number, text: string): Promise<void> {
  const wasDirty = document.isDirty;
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(offset), text);
  if (!(await workspace.applyEdit(edit))) {
    throw new GoalLensError(l10n.t('{0} cannot be changed. Is it read-only?', pathMapPath));
  }
  if (!wasDirty) await document.save();
}
