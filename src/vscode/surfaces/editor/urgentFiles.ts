import { FileDecoration, l10n, type Uri } from 'vscode';
import { goalView } from '../../../core/views/goalView';
import { shortGoalLine, urgentFirst } from '../../../presentation/fileGoalsText';
import type { EditorSources } from './editorSources';
import { mappedGoals } from './mappedGoals';

/** Marks files in the Explorer that serve a goal of the highest priority, according to the path map. */
export class UrgentFiles {
  constructor(private readonly from: EditorSources) {}

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const { store, textOptions } = this.from;
    const { catalog } = store;
    const goals = mappedGoals(uri, this.from).goals.map(({ goal }) => goal);
    const [first] = urgentFirst(goals, catalog);
    if (!first || goalView(first, catalog).rank !== 1) return undefined;
    return new FileDecoration('P1', l10n.t('Serves {0}', shortGoalLine(first, catalog, textOptions())));
  }
}
