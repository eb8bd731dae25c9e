import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { commands, extensions, window } from 'vscode';
import { until } from '../../support/until';
import { type GoalLensApi, goalLens, problems, read } from '../support/goalLens';

/** What esbuild says about the bundle: which source files went into which output file. */
interface Metafile {
  readonly outputs: Record<string, { readonly inputs: Record<string, unknown> }>;
}

describe('a folder without goals', () => {
  let api: GoalLensApi;

  before(async () => {
    api = await goalLens();
  });

  it('costs nothing: neither axios, nor YAML, nor schemas, nor the panel is loaded', () => {
    const root = extensions.getExtension('goal-lens.goal-lens')!.extensionPath;
    const { outputs } = JSON.parse(readFileSync(join(root, 'out/host-bundle.json'), 'utf8')) as Metafile;
    const loaded = Object.keys(require.cache)
      .filter((file) => file.startsWith(join(root, 'dist')))
      .map((file) => relative(root, file).replaceAll('\\', '/'));
    assert.deepEqual(loaded.sort(), ['dist/extension.js', 'dist/runExtension.js', 'dist/shared.js']);
    const inputs = loaded.flatMap((file) => Object.keys(outputs[file]?.inputs ?? {}));
    const packages = new Set(
      inputs.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []),
    );
    assert.deepEqual([...packages], ['@vscode/l10n']);
    assert.ok(
      !inputs.some((file) =>
        /^src\/(panel|trackers|teamFiles)\/(?!places|goalsFile\/goalsFileState)/.test(file),
      ),
      inputs.join(),
    );
  });

  it('says what to do', async () => {
    const panels = await api.panels();
    assert.ok(panels);
    assert.equal(api.services.context.current.isReady, true);
    assert.deepEqual(api.services.store.catalog.trackers, []);
  });

  it('gets an example to start from', async () => {
    await commands.executeCommand('goalLens.createGoalsFile');
    await until('the goals are read', () => api.services.store.catalog.find('EXAMPLE-2'));
    await until('each is said to be an example', () => problems('.goals/goals.yaml').length === 2);
    const editor = window.activeTextEditor;
    assert.match(editor?.document.uri.path ?? '', /goals\.yaml$/);
    assert.match(editor?.document.getText(editor.selection) ?? '', /^'Example: /);
    assert.match(await read('.goals/paths'), /CODEOWNERS/);
    const shown = window.visibleTextEditors.map(({ document }) => document.uri.path.split('/').at(-1));
    assert.deepEqual(shown.sort(), ['goals.yaml', 'paths']);
  });
});
