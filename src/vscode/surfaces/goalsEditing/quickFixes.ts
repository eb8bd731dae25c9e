import { CodeAction, CodeActionKind, l10n, WorkspaceEdit, type Diagnostic, type TextDocument } from 'vscode';
import { isKey } from '../../../core/references/goalKeys';
import type { GoalsSchema } from '../../../teamFiles/goalsFile/editing/goalsSchema';
import type { YamlPlace } from '../../../teamFiles/goalsFile/editing/yamlPlace';
import { Guesses } from '../../../teamFiles/record/guesses';
import { commands } from '../../ids';

/** What fixes are found with. */
export interface FixSources {
  /** The keys of all goals. */
  readonly keys: readonly string[];
  readonly schema: GoalsSchema;
  /** Where the problem is in a goals file; undefined in a path map. */
  readonly place: YamlPlace | undefined;
}

/** The fixes for a problem with one word: the word that was probably meant, or the missing goal. */
export function quickFixes(
  document: TextDocument,
  diagnostic: Diagnostic,
  { keys, schema, place }: FixSources,
): CodeAction[] {
  const word = document.getText(diagnostic.range).replace(/^["']|["']$/g, '');
  const isOfKey = place ? place.kind === 'value' && isRelation(place.path.at(-1)) : isKey(word);
  const candidates = isOfKey
    ? keys
    : place?.kind === 'name'
      ? schema.names(place.path).map(({ name }) => name)
      : place && schema.isClosed(place.path)
        ? schema.values(place.path)
        : [];
  if (word === '' || /[\r\n]/.test(word) || candidates.includes(word)) return [];
  const meant = new Guesses().closest(word, candidates);
  return [
    ...(meant === undefined ? [] : [replacing(document, diagnostic, meant)]),
    ...(isOfKey && isKey(word) ? [adding(diagnostic, word)] : []),
  ];
}

function isRelation(field = ''): boolean {
  return ['parent', 'parents', 'covers', 'blockedBy', 'blocks'].includes(field);
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
