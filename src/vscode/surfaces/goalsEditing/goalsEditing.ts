import {
  CompletionItem,
  CompletionItemKind,
  extensions,
  Hover,
  Location,
  MarkdownString,
  Position,
  SnippetString,
  Uri,
  workspace,
  type CodeAction,
  type Diagnostic,
  type TextDocument,
} from 'vscode';
import type { Goal } from '../../../core/goal/goal';
import { mendable } from '../../../core/editing/mendable';
import { lineOfGoal } from '../../../core/references/goalLine';
import { goalView } from '../../../core/views/goalView';
import { rankGoals } from '../../../core/views/ranking';
import { goalTexts } from '../../../presentation/goalList/rowTexts';
import { GoalsSchema, type SchemaNode } from '../../../teamFiles/goalsFile/editing/goalsSchema';
import { WordMender } from '../../../teamFiles/goalsFile/editing/wordMender';
import { yamlPlace, type YamlPlace } from '../../../teamFiles/goalsFile/editing/yamlPlace';
import { goalsFilePath } from '../../../teamFiles/places';
import type { Services } from '../../services';
import { quickFixes } from './quickFixes';

type Needs = Pick<Services, 'goalsFiles' | 'store' | 'textOptions'>;

/** Fields that hold goal keys. */
const keyFields = new Set(['parent', 'parents', 'covers', 'blockedBy', 'blocks']);
/** Key fields that name only goals of the same file. */
const ownFields = new Set(['blockedBy', 'blocks']);
/** A word that can be a key. */
const keyWord = /[^\s,[\]{}"'#]+/;
/** The most keys to suggest: a longer list is no help. */
const maxKeys = 300;

/** Editor help for the files in `.goals`. */
export class GoalsEditing {
  private constructor(
    private readonly services: Needs,
    private readonly schema: GoalsSchema,
  ) {}

  /** @param schemaUri the JSON schema of goals files, as shipped */
  static async load(services: Needs, schemaUri: Uri): Promise<GoalsEditing> {
    const text = new TextDecoder().decode(await workspace.fs.readFile(schemaUri));
    return new GoalsEditing(services, new GoalsSchema(JSON.parse(text) as SchemaNode));
  }

  /** Completes fields and values in the goals file, and goal keys in both files. */
  complete(document: TextDocument, position: Position): CompletionItem[] {
    if (!isGoalsFile(document)) {
      const before = document.lineAt(position.line).text.slice(0, position.character);
      return /^\s*[^\s#](?:\\.|[^\s#\\])*\s[^#]*$/.test(before) ? this.keys(document, false) : [];
    }
    const place = placeAt(document, position);
    if (!place) return [];
    const field = place.path.at(-1) ?? '';
    if (place.kind === 'value' && keyFields.has(field)) return this.keys(document, ownFields.has(field));
    // An extension that knows the file's schema offers the same.
    if (hasYamlExtension()) return [];
    return place.kind === 'name' ? this.names(place) : this.words(place);
  }

  /** Explains a field of the goals file. */
  explain(document: TextDocument, position: Position): Hover | undefined {
    const range = document.getWordRangeAtPosition(position, /[\w-]+(?=["']?\s*:(\s|$))/);
    if (!range || hasYamlExtension()) return undefined;
    const place = placeAt(document, range.end);
    if (place?.kind !== 'name') return undefined;
    const path = [...place.path, document.getText(range)];
    const description = this.schema.description(path);
    if (description === undefined) return undefined;
    const text = new MarkdownString();
    text.appendText(description);
    const words = this.schema.isClosed(path) ? this.schema.values(path) : [];
    if (words.length > 0) text.appendMarkdown(`\n\n${words.map((word) => `\`${word}\``).join(' · ')}`);
    return new Hover(text, range);
  }

  /** Finds the definition of the goal whose key is at a position. */
  async define(document: TextDocument, position: Position): Promise<Location | undefined> {
    const range = document.getWordRangeAtPosition(position, keyWord);
    const folder = folderOf(document);
    if (!range) return undefined;
    const goal = this.services.store.catalog.find(document.getText(range), folder.toString());
    const holder = goal && this.services.store.get(goal.trackerId)?.folder;
    if (!goal || holder === undefined) return undefined;
    const uri = Uri.joinPath(Uri.parse(holder, true), goalsFilePath);
    const target = await workspace.openTextDocument(uri);
    const line = lineOfGoal(target.getText(), goal.key);
    return line === undefined ? undefined : new Location(uri, new Position(line, 0));
  }

  /** Quick fixes for our problems. */
  mend(document: TextDocument, diagnostics: readonly Diagnostic[]): CodeAction[] {
    const { catalog } = this.services.store;
    const keys = catalog.all(folderOf(document).toString()).map(({ key }) => key);
    const lines = isGoalsFile(document) ? linesOf(document) : undefined;
    const mender = new WordMender({ keys, schema: this.schema, lines });
    return mendable(diagnostics, ({ source }) => source === 'Goal Lens').flatMap((diagnostic) =>
      quickFixes(document, diagnostic, mender),
    );
  }

  private names({ path, siblings }: YamlPlace): CompletionItem[] {
    return this.schema
      .names(path)
      .filter(({ name }) => !siblings.includes(name))
      .map(({ name, description, isRequired, isNested }, at) => {
        const item = new CompletionItem(name, CompletionItemKind.Property);
        item.insertText = isNested ? `${name}:` : new SnippetString(`${name}: $0`);
        if (description !== undefined) item.documentation = description;
        // Required fields come first, then the order of the schema.
        item.sortText = `${isRequired ? 0 : 1}${String(at).padStart(3, '0')}`;
        return item;
      });
  }

  private words({ path }: YamlPlace): CompletionItem[] {
    return this.schema.values(path).map((word, at) => {
      const item = new CompletionItem(word, CompletionItemKind.EnumMember);
      item.sortText = String(at).padStart(3, '0');
      return item;
    });
  }

  private keys(document: TextDocument, isOfFile: boolean): CompletionItem[] {
    const { store, textOptions } = this.services;
    const { catalog } = store;
    const folder = folderOf(document).toString();
    const text = textOptions();
    const own = (goal: Goal): boolean => !isOfFile || store.get(goal.trackerId)?.folder === folder;
    const goals = catalog.all(folder).filter(own);
    const open = rankGoals(goals, catalog);
    const listed = new Set(open);
    const rest = goals.map((goal) => goalView(goal, catalog)).filter((view) => !listed.has(view));
    return [...open, ...rest].slice(0, maxKeys).map((view, at) => {
      const { label, detail } = goalTexts(view, undefined, text);
      const item = new CompletionItem(
        { label: view.goal.key, description: label },
        CompletionItemKind.Reference,
      );
      item.detail = detail;
      item.filterText = `${view.goal.key} ${view.goal.title}`;
      item.insertText = view.goal.key;
      item.sortText = String(at).padStart(4, '0');
      return item;
    });
  }
}

function placeAt(document: TextDocument, { line, character }: Position): YamlPlace | undefined {
  return yamlPlace(linesOf(document), line, character);
}

function linesOf(document: TextDocument): string[] {
  return document.getText().split(/\r\n|\n|\r/);
}

function isGoalsFile({ uri }: TextDocument): boolean {
  return uri.path.endsWith(`/${goalsFilePath}`);
}

function folderOf({ uri }: TextDocument): Uri {
  return Uri.joinPath(uri, '../..');
}

function hasYamlExtension(): boolean {
  return extensions.getExtension('redhat.vscode-yaml') !== undefined;
}
