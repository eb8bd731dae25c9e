import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { commands } from 'vscode';
import { headerBytes } from '../../../src/git/history/historyCodec';
import { git } from '../support/git';
import { type GoalLensApi, goalLens, repositoryNamed } from '../support/goalLens';

describe('what the extension keeps', () => {
  let api: GoalLensApi;

  before(async () => {
    api = await goalLens();
  });

  it('names nobody who wrote a commit', async () => {
    const repository = await repositoryNamed(api, 'corner-shop');
    const { histories, memento, references } = api.services;
    await histories.upToDate(
      repository.rootUri.fsPath,
      references.rulesOf(repository),
      new AbortController().signal,
    );
    await commands.executeCommand('goalLens.openReport');
    await (await api.report()).settled();

    const people = git(repository.rootUri.fsPath, 'log', '--all', '--format=%an%n%ae%n%cn%n%ce').split('\n');
    const names = [...new Set(people)].filter(Boolean);
    assert.ok(names.length > 1);
    const folder = histories.folder;
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    assert.ok(files.length > 0, 'nothing is kept');
    const kept = files.map(({ name, parentPath }) => {
      const bytes = readFileSync(join(parentPath, name));
      return [
        name,
        (name.startsWith('history-') ? inflateSync(bytes.subarray(headerBytes)) : bytes).toString(),
      ];
    });
    kept.push(...memento.keys().map((key) => [key, JSON.stringify(memento.get(key))]));
    for (const [where, text = ''] of kept)
      for (const name of names) assert.ok(!text.includes(name), `${where} holds “${name}”`);
  });
});
