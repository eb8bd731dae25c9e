import assert from 'node:assert/strict';
import { MarkdownString, type StatusBarItem } from 'vscode';
import type { ShownCommit } from '../../../src/core/commitBox/nextCommit';
import { GoalStatusBar } from '../../../src/vscode/surfaces/status/goalStatusBar';
import { goalLens } from '../support/goalLens';
import { until } from '../../support/until';

describe('the status item’s tooltip', () => {
  it('follows what is said in it alone, and is left as it is where nothing changes', async () => {
    const { services } = await goalLens();
    const { commitBoxes, context, settings, store, textOptions } = services;
    await until('a branch has a goal', () => (context.current.branch?.served.goals.length ?? 0) > 0);
    const { repository } = context.current.branch!;
    let next: ShownCommit = {
      ...commitBoxes.of(repository),
      keys: ['SHOP-1'],
      by: 'box',
      isLeftOut: false,
      written: [],
    };
    const bar = new GoalStatusBar(
      ...([context, store, settings, textOptions] as const),
      () => next,
      () => [],
      () => undefined,
    );
    try {
      const tooltip = (): MarkdownString => {
        bar.update();
        const { tooltip: shown } = Reflect.get(bar, 'item') as StatusBarItem;
        assert.ok(shown instanceof MarkdownString);
        return shown;
      };
      const first = tooltip();
      assert.match(first.value, /SHOP\\?-1\b/);
      assert.equal(tooltip(), first, 'VS Code is told nothing');
      next = { ...next, keys: ['SHOP-77'] };
      assert.match(tooltip().value, /SHOP\\?-77/);
    } finally {
      bar.dispose();
    }
  });

  it('says of a branch whose goal was taken off or is not known only what holds', async () => {
    const { services } = await goalLens();
    const { commitBoxes, context, settings, store, textOptions } = services;
    const branch = await until('there is a branch', () => context.current.branch);
    const unknown = { key: 'SHOP-999', provenance: { kind: 'explicit' } } as const;
    const current = {
      ...context.current,
      file: undefined,
      branch: { ...branch, served: { goals: [], unknown: [unknown] } },
    };
    const bar = new GoalStatusBar(
      Object.create(context, { current: { value: current } }) as typeof context,
      ...([store, settings, textOptions] as const),
      () => commitBoxes.of(branch.repository),
      () => [],
      () => undefined,
    );
    try {
      bar.update();
      const { tooltip } = Reflect.get(bar, 'item') as StatusBarItem;
      assert.equal(tooltip, 'No known goal is linked to this branch. Select to link it to one.');
    } finally {
      bar.dispose();
    }
  });
});
