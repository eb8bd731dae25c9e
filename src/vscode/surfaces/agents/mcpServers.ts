import { EventEmitter, lm, McpStdioServerDefinition, workspace, Uri } from 'vscode';
import { Disposables } from '../../../core/disposables';
import type { Disposable } from '../../../core/event';
import type { Settings } from '../../settings';

/** The provider declared in the manifest. */
const mcpProvider = 'goalLens.mcp';

/**
 * Offers the packaged MCP server to VS Code if the person wants it: VS Code's agents have the tools already and would
 * see each twice. Other programs start the server themselves.
 */
export function offerMcpServers(
  { extensionUri, version }: { readonly extensionUri: Uri; readonly version: string },
  settings: Settings,
): Disposable {
  if ((lm as Partial<typeof lm> | undefined)?.registerMcpServerDefinitionProvider === undefined) {
    return new Disposables();
  }
  const owned = new Disposables();
  const changed = owned.add(new EventEmitter<void>());
  const update = (): void => changed.fire();
  owned.add(settings.onDidChange(update));
  owned.add(workspace.onDidChangeWorkspaceFolders(update));
  owned.add(workspace.onDidGrantWorkspaceTrust(update));
  owned.add(
    lm.registerMcpServerDefinitionProvider(mcpProvider, {
      onDidChangeMcpServerDefinitions: changed.event,
      provideMcpServerDefinitions: () => {
        if (!settings.offersMcpServer || !workspace.isTrusted) return [];
        const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === 'file');
        return folders.map(
          ({ name, uri }) =>
            new McpStdioServerDefinition(
              folders.length === 1 ? 'Goal Lens' : `Goal Lens (${name})`,
              process.execPath,
              [Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath, 'mcp', '--workspace', uri.fsPath],
              { ELECTRON_RUN_AS_NODE: '1' },
              version,
            ),
        );
      },
    }),
  );
  return owned;
}
