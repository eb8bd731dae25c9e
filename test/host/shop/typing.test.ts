import assert from 'node:assert/strict';
import { commands, Selection, window } from 'vscode';
import { until } from '../../support/until';
import { goals } from '../../unit/trackers/kinds/rest/goalServer';
import { type GoalLensApi, goalLens, open } from '../support/goalLens';
import { hoverAt, lensesOf, linksIn } from '../support/providers';
import { resetSurfaces, switchSurfaces, watchProcesses } from '../support/surfaces';
import { refresh, Trackers } from '../support/trackers';

const token = 'a-token-of-this-test-only';

describe('typing', () => {
  let api: GoalLensApi;
  let trackers: Trackers;

  before(async () => {
    api = await goalLens();
    trackers = new Trackers(api);
    await until('the context is ready', () => api.services.context.current.isReady);
  });
  afterEach(() => trackers.end());
  // Also after a failure: a second try in an edited file would wait for its line in vain.
  afterEach(() => commands.executeCommand('workbench.action.files.revert'));
  afterEach(resetSurfaces);

  it('five hundred characters with everything on starts nothing and asks nothing', async function () {
    // Each character is a round trip, which takes long where the machine is busy.
    this.timeout(240_000);
    const server = await trackers.serve(
      { goals: goals(3).map((goal) => ({ ...goal, key: `T${goal.key}` })) },
      token,
    );
    await trackers.setToken(server.url, token);
    await trackers.connect({ kind: 'rest', url: server.url });
    await refresh();
    await switchSurfaces(true);
    await commands.executeCommand('goalLens.panel.focus');
    const uri = await open('src/payments/errors.ts');
    const editor = window.activeTextEditor!;
    editor.selection = new Selection(0, 0, 0, 0);
    await until('the line is read', () => api.editor.trail?.line === 1);
    await until('its history is read', () => api.services.context.current.file?.isReading === false);
    const asked = server.requests.length;
    assert.ok(asked > 0, 'the tracker is not connected');
    const started = watchProcesses(api);
    let contexts = 0;
    let trails = 0;
    const listeners = [
      api.services.context.onDidChange(() => (contexts += 1)),
      api.editor.onDidChangeTrail(() => (trails += 1)),
    ];
    // One reference that is known, and one that no list has: neither is asked for.
    const text = '// SHOP-142 and TSHOP-900: a comment that somebody writes.\n';
    for (let at = 0; at < 500; at += 1) {
      await commands.executeCommand('type', { text: text[at % text.length] });
    }
    await until('the text is there', () => editor.document.version > 500);
    // What VS Code asks for after a pause, at once.
    assert.ok((await linksIn(uri)).includes('SHOP-142'));
    assert.ok((await lensesOf(uri)).length > 0);
    assert.match(await hoverAt(uri, 0, 4), /Retry a payment/);
    for (const each of listeners) each.dispose();
    assert.deepEqual(started.end(), []);
    assert.equal(server.requests.length, asked, 'a tracker was asked');
    assert.equal(contexts, 0, 'the context was computed again');
    // Once, as the line is no longer what was read.
    assert.equal(trails, 1, 'what the tooltip says');
    assert.equal(api.editor.trail, undefined);
  });
});
