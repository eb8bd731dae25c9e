import { l10n, languages, type Disposable, type LanguageStatusItem } from 'vscode';
import { shortGoalLines } from '../../../presentation/fileGoalsText';
import { Disposables } from '../../../core/disposables';
import { hiddenCommands } from '../../ids';
import type { EditorSources } from './editorSources';

/** Lists the file's goals in VS Code's language status, for those who look there. */
export class FileStatus implements Disposable {
  private readonly owned = new Disposables();
  /** Filled only while there is a goal: an empty entry would be noise in every file. */
  private readonly shown = this.owned.add(new Disposables());
  private item: LanguageStatusItem | undefined;

  constructor(private readonly from: EditorSources) {
    this.owned.add(from.context.onDidChange(() => this.update()));
    this.update();
  }

  dispose(): void {
    this.owned.dispose();
  }

  private update(): void {
    const { context, store, textOptions } = this.from;
    const goals = context.current.file?.served.goals ?? [];
    const { shown, more } = shortGoalLines(goals, store.catalog, textOptions());
    const [first, ...others] = shown;
    if (!first) {
      this.shown.clear();
      this.item = undefined;
      return;
    }
    const item = (this.item ??= this.shown.add(languages.createLanguageStatusItem('goalLens.file', '*')));
    item.name = l10n.t('Goals of the File');
    item.text = first.text;
    item.detail = [...others.map(({ text }) => text), more].filter(Boolean).join(' · ');
    item.command = {
      title: l10n.t('Read goal'),
      command: hiddenCommands.readGoal,
      arguments: [first.goal.key],
    };
  }
}
