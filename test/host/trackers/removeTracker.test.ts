import assert from 'node:assert/strict';
import { ConfigurationTarget, workspace } from 'vscode';
import { connectionSchema, toConnection } from '../../../src/trackers/connection/connection';
import { removeConnection, saveConnection } from '../../../src/vscode/commands/connect/saveConnection';
import { goalLens } from '../support/goalLens';

describe('taking a tracker out of the settings', () => {
  const entry = (host: string) => ({ kind: 'rest', url: `https://${host}.invalid` });
  const idOf = (of: object): string => toConnection(connectionSchema.parse(of)).id;
  const listed = (): unknown => workspace.getConfiguration('goalLens').inspect('trackers')?.globalValue;
  let kept: unknown;

  before(async () => {
    await goalLens();
    kept = listed();
  });
  after(() => workspace.getConfiguration('goalLens').update('trackers', kept, ConfigurationTarget.Global));

  it('leaves the others, and says where it is in no list', async () => {
    await saveConnection(entry('one'), 'user');
    await saveConnection(entry('two'), 'user');
    assert.equal(await removeConnection(idOf(entry('one'))), true);
    const urls = (listed() as { url: string }[]).map(({ url }) => url);
    assert.ok(urls.includes('https://two.invalid') && !urls.includes('https://one.invalid'), urls.join());
    assert.equal(await removeConnection(idOf(entry('one'))), false);
    assert.equal(await removeConnection(idOf(entry('two'))), true);
  });
});
