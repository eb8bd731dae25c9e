import { CodeLens, Range, type TextDocument } from 'vscode';
import { shortGoalLines } from '../../../presentation/fileGoalsText';
import { commands, hiddenCommands } from '../../ids';
import type { EditorSources } from './editorSources';
import { mappedGoals } from './mappedGoals';

const top = new Range(0, 0, 0, 0);

/** Shows the path map's goals in a code lens above the file: at most two, and how many more. */
export class GoalLenses {
  constructor(private readonly from: EditorSources) {}

  provideCodeLenses({ uri }: TextDocument): CodeLens[] {
    const { store, textOptions } = this.from;
    const { goals } = mappedGoals(uri, this.from);
    const { shown, more } = shortGoalLines(goals, store.catalog, textOptions());
    const lenses = shown.map(
      ({ goal, text }) =>
        new CodeLens(top, { title: text, command: hiddenCommands.readGoal, arguments: [goal.key] }),
    );
    if (more !== undefined)
      lenses.push(new CodeLens(top, { title: more, command: commands.openPanelToSide }));
    return lenses;
  }
}
