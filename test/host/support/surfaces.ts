import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, window, workspace, type TextDocument, type Uri } from 'vscode';
import type { GoalLensApi } from './goalLens';

const switches = [
  'hover.references',
  'hover.lines',
  'documentLinks.enabled',
  'terminalLinks.enabled',
  'codeLens.enabled',
  'explorer.urgentFiles',
  'languageStatus.enabled',
  'statusBar.line',
  'drift.enabled',
];

/** Turns everything that goals show up in on or off; undefined gives each its default back. */
export async function switchSurfaces(value: boolean | undefined): Promise<void> {
  for (const each of switches) {
    await workspace.getConfiguration('goalLens').update(each, value, ConfigurationTarget.Global);
  }
}

/** For after a test: every surface has its default again, and no editor is open. */
export async function resetSurfaces(): Promise<void> {
  await switchSurfaces(undefined);
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** Opens a document that is no file. */
export async function documentOf(language: string, content: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument({ language, content });
  await window.showTextDocument(document);
  return document;
}

/** The line of a file, from 0, that holds a text first. */
export async function lineWith(uri: Uri, text: string): Promise<number> {
  const document = await workspace.openTextDocument(uri);
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `there is no ${text}`);
  return document.positionAt(at).line;
}

/** Notes the processes that we start from here on: all of them are git, and go through one object. */
export function watchProcesses({ services: { git: runner } }: GoalLensApi): { end(): string[] } {
  const started: string[] = [];
  const stream = runner.stream.bind(runner);
  runner.stream = (folder, args, ...rest) => {
    started.push(args.join(' '));
    return stream(folder, args, ...rest);
  };
  return {
    end: () => {
      Reflect.deleteProperty(runner, 'stream');
      return started;
    },
  };
}

/** Notes the keys of the goals that the panel is asked to show from here on. */
export async function watchPanel(api: GoalLensApi): Promise<{ readonly read: string[]; end(): void }> {
  const panels = await api.panels();
  const original = panels.read.bind(panels);
  const read: string[] = [];
  panels.read = (key) => {
    read.push(key);
    return original(key);
  };
  return { read, end: () => void Reflect.deleteProperty(panels, 'read') };
}
