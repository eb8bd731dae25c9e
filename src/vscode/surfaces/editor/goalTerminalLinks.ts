import {
  l10n,
  TerminalLink,
  commands as vscodeCommands,
  type Terminal,
  type TerminalLinkContext,
} from 'vscode';
import { shownReferences } from '../../../core/editing/shownReferences';
import { goalName } from '../../../presentation/goalText';
import { hiddenCommands } from '../../ids';
import type { GitRepository } from '../../sources/git/gitExtension';
import type { EditorSources } from './editorSources';

/** A goal that a terminal line names. */
export class GoalTerminalLink extends TerminalLink {
  constructor(
    startIndex: number,
    length: number,
    tooltip: string,
    readonly key: string,
  ) {
    super(startIndex, length, tooltip);
  }
}

/** Turns references in terminals into links to the goal's card in the panel. */
export class GoalTerminalLinks {
  constructor(private readonly from: EditorSources) {}

  provideTerminalLinks({ line, terminal }: TerminalLinkContext): GoalTerminalLink[] {
    const references = this.from.references.in(this.repositoryOf(terminal));
    // Program output is prose, so a bare number counts; keys and addresses count anyway.
    return shownReferences(line, references, 'prose').map(
      ({ goal, index, text }) =>
        new GoalTerminalLink(
          index,
          text.length,
          l10n.t('Read {0}', goalName(goal, this.from.textOptions())),
          goal.key,
        ),
    );
  }

  async handleTerminalLink({ key }: GoalTerminalLink): Promise<void> {
    await vscodeCommands.executeCommand(hiddenCommands.readGoal, key);
  }

  private repositoryOf({ shellIntegration }: Terminal): GitRepository | undefined {
    const { repositories, context } = this.from;
    const folder = shellIntegration?.cwd;
    const found = folder && repositories.of(folder);
    return found ?? context.current.branch?.repository ?? repositories.chosen;
  }
}
