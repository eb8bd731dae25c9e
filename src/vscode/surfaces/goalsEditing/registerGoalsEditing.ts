import {
  languages,
  Uri,
  type Disposable,
  type DocumentFilter,
  type Position,
  type TextDocument,
} from 'vscode';
import { lazy } from '../../../core/lazy';
import type { Services } from '../../services';

const goalsFile: DocumentFilter = { pattern: '**/.goals/goals.yaml' };
const pathMap: DocumentFilter = { pattern: '**/.goals/paths' };

/** Registers completion, hovers and fixes for the files in `.goals`; their code is loaded on first use. */
export function registerGoalsEditing(
  services: Pick<Services, 'goalsFiles' | 'store' | 'textOptions'>,
  extensionUri: Uri,
): Disposable[] {
  const load = lazy(async () => {
    const { GoalsEditing } = await import('./goalsEditing');
    return GoalsEditing.load(services, Uri.joinPath(extensionUri, 'schemas', 'goals.schema.json'));
  });
  const both = [goalsFile, pathMap];
  return [
    languages.registerCompletionItemProvider(
      both,
      {
        provideCompletionItems: async (document: TextDocument, position: Position) =>
          (await load()).complete(document, position),
      },
      ...[' ', '[', ','],
    ),
    languages.registerHoverProvider(goalsFile, {
      provideHover: async (document, position) => (await load()).explain(document, position),
    }),
    languages.registerDefinitionProvider(both, {
      provideDefinition: async (document, position) => (await load()).define(document, position),
    }),
    languages.registerCodeActionsProvider(both, {
      provideCodeActions: async (document, _, { diagnostics }) =>
        diagnostics.some(({ source }) => source === 'Goal Lens')
          ? (await load()).mend(document, diagnostics)
          : [],
    }),
  ];
}
