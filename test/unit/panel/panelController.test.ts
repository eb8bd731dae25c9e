import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PanelController, type PanelPort } from '../../../src/panel/panelController';
import type { PanelState } from '../../../src/panel/contract/panelState';
import type { FromWebview, ToWebview } from '../../../src/panel/contract/protocol';

function setUp(): {
  controller: PanelController;
  sent: ToWebview[];
  acted: FromWebview[];
  warned: string[];
  read: (readonly string[])[];
} {
  const sent: ToWebview[] = [];
  const acted: FromWebview[] = [];
  const warned: string[] = [];
  const read: (readonly string[])[] = [];
  const state: PanelState = { kind: 'loading', text: 'Reading goals' };
  const port: PanelPort = {
    state: (reading) => {
      read.push(reading);
      return state;
    },
    act: (request) => void acted.push(request),
    warn: (message) => void warned.push(message),
  };
  const controller = new PanelController({ post: (message) => void sent.push(message) }, port);
  return { controller, sent, acted, warned, read };
}

describe('PanelController', () => {
  it('sends nothing before the page is ready, and then the whole state', () => {
    const { controller, sent } = setUp();
    controller.update();
    assert.deepEqual(sent, []);
    controller.receive({ type: 'ready' });
    controller.update();
    assert.deepEqual(
      sent.map(({ revision }) => revision),
      [1, 2],
    );
  });

  it('sends nothing to a hidden page until it is back', () => {
    const { controller, sent } = setUp();
    controller.receive({ type: 'ready' });
    controller.hide();
    controller.update();
    assert.equal(sent.length, 1);
    controller.receive({ type: 'ready' });
    assert.equal(sent.length, 2);
  });

  it('passes on what a person asked for', () => {
    const { controller, acted } = setUp();
    controller.receive({ type: 'action', action: 'copyKey', key: 'SHOP-7' });
    assert.deepEqual(acted, [{ type: 'action', action: 'copyKey', key: 'SHOP-7' }]);
  });

  it('opens goals on top of each other and goes back the way the person came', () => {
    const { controller, acted, read } = setUp();
    controller.receive({ type: 'ready' });
    const ask = (action: string, key?: string): void =>
      controller.receive({ type: 'action', action, ...(key !== undefined && { key }) });
    ask('readGoal', 'SHOP-7');
    ask('readGoal', 'PAY-3');
    ask('readGoal', 'PAY-3');
    ask('readGoal', 'SHOP-7');
    ask('back');
    ask('back');
    ask('readGoal');
    controller.read('OBJ-1');
    assert.deepEqual(read, [[], ['SHOP-7'], ['SHOP-7', 'PAY-3'], ['SHOP-7'], [], [], ['OBJ-1']]);
    assert.deepEqual(acted, []);
  });

  it('drops every message that it does not know', () => {
    const known = new Set(['ready', 'painted', 'action']);
    fc.assert(
      fc.property(fc.anything(), (message) => {
        fc.pre(
          !(typeof message === 'object' && message !== null && known.has((message as FromWebview).type)),
        );
        const { controller, sent, acted, warned } = setUp();
        controller.receive(message);
        assert.deepEqual([sent.length, acted.length, warned.length], [0, 0, 1]);
      }),
    );
    const { controller, acted, warned } = setUp();
    controller.receive({ type: 'action', action: 'runShell', key: 'rm' });
    controller.receive({ type: 'action', action: 'copyKey', key: 'x'.repeat(10_000) });
    assert.deepEqual([acted.length, warned.length], [0, 2]);
  });

  it('shows a goal while a person looks at it in a list, and then what was there before', () => {
    const { controller, read } = setUp();
    controller.preview('PAY-3');
    assert.deepEqual(read, [], 'no page is on screen');
    controller.preview(undefined);
    controller.receive({ type: 'ready' });
    controller.read('SHOP-7');
    controller.preview('PAY-3');
    controller.preview('PAY-3');
    controller.preview('OBJ-1');
    controller.preview(undefined);
    assert.deepEqual(read, [[], ['SHOP-7'], ['SHOP-7', 'PAY-3'], ['SHOP-7', 'OBJ-1'], ['SHOP-7']]);
  });

  it('resolves painted only when the newest state is on screen, or when there is no page', async () => {
    const { controller } = setUp();
    await controller.painted();
    controller.receive({ type: 'ready' });
    controller.update();
    let isPainted = false;
    const painted = controller.painted().then(() => (isPainted = true));
    controller.receive({ type: 'painted', revision: 1 });
    await Promise.resolve();
    assert.equal(isPainted, false);
    controller.receive({ type: 'painted', revision: 2 });
    await painted;
    await controller.painted();
    controller.update();
    const waiting = controller.painted();
    controller.dispose();
    await waiting;
  });
});
