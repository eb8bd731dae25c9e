// @ts-check
import { execFile } from 'node:child_process';
import { lstat, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { serverEnvironment } from './environment.mjs';
import { ensureHost } from './install.mjs';

/** @typedef {{ dataDir: string, extensionsDir?: string | undefined }} DataFolders */

/**
 * The folder that holds installed extensions.
 * @param {DataFolders} folders
 */
export function extensionsFolder({ dataDir, extensionsDir }) {
  return resolve(extensionsDir ?? join(dataDir, 'extensions'));
}

/**
 * Installs a packaged extension, as a person does with `code --install-extension`.
 * @param {string} vsixPath
 * @param {DataFolders} folders
 */
export async function installVsix(vsixPath, folders) {
  const host = await ensureHost();
  const args = [
    join(host.serverDir, 'out/server-main.js'),
    ...['--install-extension', resolve(vsixPath), '--force'],
    ...['--server-data-dir', resolve(folders.dataDir), '--extensions-dir', extensionsFolder(folders)],
  ];
  const { stdout, stderr } = await promisify(execFile)(host.node, args, { env: serverEnvironment() });
  if (!stdout.includes('was successfully installed'))
    throw new Error(`VS Code did not install ${vsixPath}.\n${stdout}${stderr}`);
}

/**
 * Installs an extension's own folder as a link, so that a rebuild and 'Developer: Reload Window' show its changes. Call
 * it before the server starts.
 * @param {string} extensionPath
 * @param {DataFolders} folders
 */
export async function linkExtension(extensionPath, folders) {
  const target = resolve(extensionPath);
  const { publisher, name, version } = JSON.parse(await readFile(join(target, 'package.json'), 'utf8'));
  const id = `${publisher}.${name}`.toLowerCase();
  const dir = extensionsFolder(folders);
  // The link's name never changes, so a new version leaves no old link behind.
  const link = join(dir, `${id}-linked`);
  await mkdir(dir, { recursive: true });
  if (await lstat(link).catch(() => undefined)) await rm(link);
  await symlink(target, link);

  const listFile = join(dir, 'extensions.json');
  const listed = JSON.parse(await readFile(listFile, 'utf8').catch(() => '[]'));
  const others = listed.filter(
    (/** @type {{ identifier: { id: string } }} */ entry) => entry.identifier.id.toLowerCase() !== id,
  );
  const location = { $mid: 1, scheme: 'file', path: link };
  const entry = { identifier: { id }, version, location, relativeLocation: `${id}-linked` };
  // Rewriting the list also makes VS Code read the extension's manifest again.
  await writeFile(listFile, JSON.stringify([...others, entry]));
}
