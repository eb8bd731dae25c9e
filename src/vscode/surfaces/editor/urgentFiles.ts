import { FileDecoration, l10n, type Uri } from 'vscode';
import { fileGoals } from '../../../core/links/fileGoals';
import { shortGoalLine } from '../../../presentation/fileGoalsText';
import type { EditorSources } from './editorSources';
import { mappedGoals } from './mappedGoals';

/** Marks files in the Explorer that serve a goal of the highest priority, according to the path map. */
export class UrgentFiles {
  constructor(private readonly from: EditorSources) {}

  provideFileDecoration(uri: Uri): FileDecoration | undefined {
    const { store, textOptions } = this.from;
    const { catalog } = store;
    const [first] = fileGoals(mappedGoals(uri, this.from).goals, catalog);
    if (!first || first.view.isClosed || first.view.rank !== 1) return undefined;
    const name = shortGoalLine(first.view.goal, catalog, textOptions());
    return new FileDecoration('P1', l10n.t('Serves {0}', name));
  }
}
