import { CodeAction, CodeActionKind, l10n, WorkspaceEdit, type Diagnostic, type TextDocument } from 'vscode';
import type { WordMender } from '../../../teamFiles/goalsFile/editing/wordMender';
import { commands } from '../../ids';

/** The fixes for a problem with one word: the word that was probably meant, or the missing goal. */
export function quickFixes(
  document: TextDocument,
  diagnostic: Diagnostic,
  mender: Pick<WordMender, 'mend'>,
): CodeAction[] {
  const { line, character } = diagnostic.range.end;
  const word = document.getText(diagnostic.range).replace(/^["']|["']$/g, '');
  const { meant, missing } = mender.mend({ word, line, column: character });
  return [
    ...(meant === undefined ? [] : [replacing(document, diagnostic, meant)]),
    ...(missing === undefined ? [] : [adding(diagnostic, missing)]),
  ];
}

function replacing({ uri }: TextDocument, diagnostic: Diagnostic, meant: string): CodeAction {
  const action = new CodeAction(l10n.t('Change to {0}', meant), CodeActionKind.QuickFix);
  action.edit = new WorkspaceEdit();
  action.edit.replace(uri, diagnostic.range, meant);
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

function adding(diagnostic: Diagnostic, key: string): CodeAction {
  const title = l10n.t('Add {0} to the goals file…', key);
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { command: commands.addGoal, title, arguments: [key] };
  action.diagnostics = [diagnostic];
  return action;
}
