import {
  commands,
  Position,
  type CodeLens,
  type DocumentLink,
  type Hover,
  type MarkdownString,
  type Uri,
} from 'vscode';

/** What a hover of ours shows at a place, as Markdown; empty where there is none. */
export async function hoverAt(uri: Uri, line: number, character: number): Promise<string> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    uri,
    new Position(line, character),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : (content as MarkdownString).value))
    .filter((text) => text.includes('command:goalLens.'))
    .join('\n');
}

/** The texts that links of ours stand on. */
export async function linksIn(uri: Uri): Promise<string[]> {
  const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', uri);
  return links.flatMap(({ target }) =>
    target?.scheme === 'command' && target.path === 'goalLens.readGoal'
      ? String((JSON.parse(target.query) as string[])[0])
      : [],
  );
}

/** The titles of the lines above a text. */
export async function lensesOf(uri: Uri): Promise<string[]> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri, 10);
  return lenses.flatMap(({ command }) => (command?.command.startsWith('goalLens.') ? command.title : []));
}
