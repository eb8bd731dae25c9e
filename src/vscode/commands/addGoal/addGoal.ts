import { l10n, Range, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { GoalLensError } from '../../../core/errors';
import { isKey } from '../../../core/references/goalKeys';
import { addGoalEntry, type EntryEdit } from '../../../teamFiles/goalsFile/editing/addGoalEntry';
import type { NewGoal } from '../../../teamFiles/goalsFile/editing/goalEntry';
import { keepsGoals } from '../../../teamFiles/goalsFile/editing/keepsGoals';
import { goalsFileTracker } from '../../../teamFiles/goalsFile/goalsFileState';
import { goalsFilePath } from '../../../teamFiles/places';
import type { Services } from '../../services';
import { runWizard } from '../connect/wizardSteps';
import { goalsRoot } from '../goalsRoot';
import { formSteps, type GoalDraft } from './goalForm';
import { openTeamFile } from '../openTeamFile';
import { showInPassing } from '../passingMessage';

type Needs = Pick<Services, 'context' | 'goalsFiles' | 'roots' | 'store'>;

/** Adds one entry to the goals file from a short form, and shows it; `key` is the new goal's key. */
export async function addGoal(services: Needs, key?: unknown): Promise<void> {
  const root = await goalsRoot(services);
  if (!root) return;
  const { id } = goalsFileTracker(root.toString());
  const goals = services.store.get(id)?.goals ?? [];
  const given = typeof key === 'string' && isKey(key) ? key : undefined;
  const draft = await runWizard<GoalDraft>({
    title: given === undefined ? l10n.t('Add Goal') : l10n.t('Add {0}', given),
    steps: formSteps(goals, given),
    draft: { ...(given !== undefined && { key: given }) },
    startAt: 0,
    keep: () => Promise.resolve(),
  });
  if (draft?.key === undefined || draft.title === undefined || draft.level === undefined) return;
  const { key: newKey, title, level } = draft;
  await write(services, Uri.joinPath(root, goalsFilePath), { ...draft, key: newKey, title, level });
}

/** Inserts the entry, saves the file if it had no other unsaved changes, and shows the entry. */
async function write({ goalsFiles }: Needs, uri: Uri, goal: NewGoal): Promise<void> {
  const document = await openTeamFile(uri, goalsFilePath, '');
  const edit = await editFor(document, goal, goalsFiles);
  const wasDirty = document.isDirty;
  const change = new WorkspaceEdit();
  const range = { start: document.positionAt(edit.start), end: document.positionAt(edit.end) };
  change.replace(uri, new Range(range.start, range.end), edit.text);
  if (!(await workspace.applyEdit(change))) {
    throw new GoalLensError(l10n.t('{0} cannot be changed. Is it read-only?', goalsFilePath));
  }
  if (!wasDirty) await document.save();
  await goalsFiles.files.refresh();
  const { start } = document.lineAt(Math.min(edit.line, document.lineCount - 1)).range;
  await window.showTextDocument(document, { selection: new Range(start, start) });
  showInPassing(l10n.t('Added {0}', goal.key));
}

/** The edit to a document as it is now. @throws {GoalLensError} if the goals would not be as before, and the new one there */
async function editFor(
  document: TextDocument,
  goal: NewGoal,
  { parser }: Pick<Needs['goalsFiles'], 'parser'>,
): Promise<EntryEdit> {
  const text = document.getText();
  const edit = addGoalEntry(text, goal);
  if (!edit) {
    throw new GoalLensError(
      l10n.t('{0} is not a list with a line for each goal. Add the entry by hand.', goalsFilePath),
    );
  }
  if (!(await keepsGoals(text, edit, goal.key, await parser()))) {
    throw new GoalLensError(
      l10n.t(
        'It is not certain where a goal belongs in {0}. Mend what is marked there, or add the entry by hand.',
        goalsFilePath,
      ),
    );
  }
  // Somebody may go on typing meanwhile.
  return document.getText() === text ? edit : editFor(document, goal, { parser });
}
