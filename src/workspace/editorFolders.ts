import { join } from 'node:path';

/** The identifier of the extension, as VS Code names its storage. */
const extensionId = 'goal-lens.goal-lens';

const products = [
  ...['Code', 'Code - Insiders', 'Code - OSS', 'VSCodium', 'VSCodium - Insiders'],
  ...['Cursor', 'Windsurf', 'Positron'],
];
const servers = [
  ...['.vscode-server', '.vscode-server-insiders', '.vscodium-server', '.cursor-server', '.windsurf-server'],
].map((name) => join(name, 'data', 'User'));

/** What decides where editors keep their files. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Where VS Code and its relatives keep a person's settings and the storage of extensions, whether or not the folders
 * exist (https://code.visualstudio.com/docs/configure/settings#_settings-file-locations).
 */
export function userFolders({ platform, home, env }: Surroundings): string[] {
  const desktop =
    platform === 'win32'
      ? (env['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (env['XDG_CONFIG_HOME'] ?? join(home, '.config'));
  const data = env['XDG_DATA_HOME'] ?? join(home, '.local', 'share');
  const portable = env['VSCODE_PORTABLE'];
  return [
    ...(portable ? [join(portable, 'user-data', 'User')] : []),
    ...products.map((product) => join(desktop, product, 'User')),
    ...servers.map((server) => join(home, server)),
    join(data, 'code-server', 'User'),
  ];
}

/** Where the extension keeps trackers' goals, below one of the `userFolders`. */
export function keptGoalsFolder(userFolder: string): string {
  return join(userFolder, 'globalStorage', extensionId, 'trackers');
}
