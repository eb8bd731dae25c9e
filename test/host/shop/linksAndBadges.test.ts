import assert from 'node:assert/strict';
import { Uri, window, type Terminal } from 'vscode';
import { GoalTerminalLinks } from '../../../src/vscode/surfaces/editor/goalTerminalLinks';
import { UrgentFiles } from '../../../src/vscode/surfaces/editor/urgentFiles';
import { until } from '../../support/until';
import { type GoalLensApi, goalLens, read, repositoryNamed, write } from '../support/goalLens';
import { watchPanel } from '../support/surfaces';

describe('links in terminals', () => {
  let api: GoalLensApi;
  let terminal: Terminal;
  let links: GoalTerminalLinks;

  before(async () => {
    api = await goalLens();
    links = new GoalTerminalLinks(api.services);
    await until('the context is ready', () => api.services.context.current.isReady);
    terminal = window.createTerminal({ name: 'links', hideFromUser: true });
  });
  after(() => terminal.dispose());

  const linksIn = (line: string): (string | undefined)[][] =>
    links
      .provideTerminalLinks({ line, terminal })
      .map(({ startIndex, length, tooltip, key }) => [
        line.slice(startIndex, startIndex + length),
        key,
        tooltip,
      ]);

  it('stand on what a tracker has, and on nothing else', () => {
    assert.deepEqual(linksIn('* e2d41b7 shop-142: tell failures apart (UTF-8, SHOP-999, SHOP-7)'), [
      ['shop-142', 'SHOP-142', 'Read SHOP-142 Retry a payment that fails for a passing reason'],
      ['SHOP-7', 'SHOP-7', 'Read SHOP-7 Checkout that never loses a cart'],
    ]);
    assert.deepEqual(linksIn(''), []);
  });

  it('read no more of endless output than a person sees', () => {
    assert.deepEqual(linksIn(`${'x'.repeat(1_000_000)} SHOP-142`), []);
  });

  it('open the goal in the panel', async () => {
    const [link] = links.provideTerminalLinks({ line: 'SHOP-142', terminal });
    assert.ok(link);
    const panel = await watchPanel(api);
    await links.handleTerminalLink(link);
    assert.deepEqual(panel.read, ['SHOP-142']);
    panel.end();
  });
});

describe('badges in the Explorer', () => {
  it('mark files of a P1 goal by the path map, in a tooltip with its name, and no other', async () => {
    const api = await goalLens();
    const { rootUri } = await repositoryNamed(api, 'corner-shop');
    const badges = new UrgentFiles(api.services);
    const of = (path: string) => badges.provideFileDecoration(Uri.joinPath(rootUri, path));
    assert.equal(of('src/payments/gateway.ts')?.badge, 'P1');
    assert.equal(
      of('src/payments/gateway.ts')?.tooltip,
      'Serves P1 Checkout that never loses a cart (SHOP-7)',
    );
    assert.equal(of('src/payments/gateway.ts')?.color, undefined);
    assert.equal(of('src/catalog/images.ts'), undefined);
    assert.equal(of('src/money.ts'), undefined);
    assert.equal(badges.provideFileDecoration(Uri.file('/elsewhere/src/payments/gateway.ts')), undefined);
  });

  it('mark files of a P1 item below a less urgent initiative, with the name of the item', async () => {
    const api = await goalLens();
    const { rootUri } = await repositoryNamed(api, 'corner-shop');
    const uri = Uri.joinPath(rootUri, 'src/money.ts');
    const badge = () => new UrgentFiles(api.services).provideFileDecoration(uri);
    const [goals, paths] = [await read('.goals/goals.yaml'), await read('.goals/paths')];
    await write('.goals/goals.yaml', goals.replace(/- key: SHOP-160$/m, '$&\n    priority: P1'));
    await write('.goals/paths', `${paths}\n/src/money.ts SHOP-160\n`);
    await until('it is marked', () => badge() !== undefined);
    const tooltip = badge()?.tooltip;
    await write('.goals/goals.yaml', goals);
    await write('.goals/paths', paths);
    await until('it is marked no more', () => badge() === undefined);
    assert.match(tooltip ?? '', /^Serves P1 .* \(SHOP-160\)$/);
  });
});
