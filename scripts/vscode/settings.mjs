// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** User settings that keep a fresh VS Code calm: no welcome, chat, tips, updates or motion. */
export const quietSettings = {
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'editor.cursorBlinking': 'solid',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.accounts.experimental.showEntitlements': false,
  'workbench.enableExperiments': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * The ids of VS Code's own color themes, for the setting workbench.colorTheme, and the names it shows.
 * @type {Readonly<Record<'dark' | 'light' | 'hcDark' | 'hcLight', { id: string, label: string, className: string }>>}
 */
export const themes = {
  dark: { id: 'Dark Modern', label: 'Dark Modern', className: 'vs-dark' },
  light: { id: 'Light Modern', label: 'Light Modern', className: 'vs' },
  hcDark: { id: 'Default High Contrast', label: 'Dark High Contrast', className: 'hc-black' },
  hcLight: { id: 'Default High Contrast Light', label: 'Light High Contrast', className: 'hc-light' },
};

/**
 * Writes the settings that VS Code reads from a data folder: the person's ('User') or the server's ('Machine').
 * @param {string} dataDir
 * @param {'User' | 'Machine'} scope
 * @param {object} settings
 */
export async function writeSettings(dataDir, scope, settings) {
  await mkdir(settingsDir(dataDir, scope), { recursive: true });
  await writeFile(settingsFile(dataDir, scope), JSON.stringify(settings, null, 2));
}

/**
 * Writes the person's key bindings into a data folder.
 * @param {string} dataDir
 * @param {readonly object[]} keybindings
 */
export async function writeKeybindings(dataDir, keybindings) {
  await mkdir(settingsDir(dataDir, 'User'), { recursive: true });
  await writeFile(
    join(settingsDir(dataDir, 'User'), 'keybindings.json'),
    JSON.stringify(keybindings, null, 2),
  );
}

/**
 * The path of the settings file in a data folder.
 * @param {string} dataDir
 * @param {'User' | 'Machine'} scope
 */
export function settingsFile(dataDir, scope) {
  return join(settingsDir(dataDir, scope), 'settings.json');
}

/** @param {string} dataDir @param {string} scope */
function settingsDir(dataDir, scope) {
  return join(dataDir, 'data', scope);
}
