import assert from 'node:assert/strict';
import type { Line, Notice } from '../../../src/panel/contract/controls';
import { retryPayment } from './goalSheets';
import { states } from './panelStates';
import { usePanel } from './usePanel';

describe('the panel in a narrow side bar', function () {
  const openPanel = usePanel(this);

  it('has whole keys where a branch has no goal, at 220 px', async () => {
    const panel = await openPanel({ width: 220 });
    const text = 'Der Branch nennt außerdem SHOP-142, das nicht zu finden ist.';
    const { branch } = states.empty;
    await panel.show({ ...states.empty, branch: { ...branch, empty: { ...branch.empty, text } } });
    const key = panel.page.locator('.nobreak', { hasText: /^SHOP-142$/ });
    assert.equal(await key.evaluate((each) => each.getClientRects().length, null, { timeout: 3000 }), 1);
  });

  it('has whole keys in its sentences, whole offline notices, and links in line, at 220 px', async () => {
    const panel = await openPanel({ width: 220 });
    const text = 'Shop Jira ist offline. Zuletzt gelesen vor 3 Stunden.';
    const notice: Notice = { severity: 'warning', text, buttons: [{ label: 'Status', action: 'refresh' }] };
    const line: Line = {
      icon: 'tag',
      text: 'Nächster Commit: mit SHOP-7 gekennzeichnet',
      buttons: [
        { label: 'Commit-Hook einrichten', action: 'setUpCommitHook' },
        { label: 'Nicht für dieses Repository', action: 'declineHook' },
      ],
    };
    const branch = { ...states.goals.branch, goal: { ...retryPayment }, lines: [line] };
    await panel.show({ ...states.goals, notices: [notice], branch });
    const seen = await panel.page.evaluate(() => {
      const said = document.querySelector('.notice p')!;
      const line = document.querySelector('.line > span')!;
      const key = [...line.querySelectorAll('.nobreak')].find((each) => each.textContent === 'SHOP-7');
      return {
        isCut: said.scrollHeight > said.clientHeight,
        linesOfKey: key?.getClientRects().length,
        starts: new Set([...line.children].map((each) => each.getBoundingClientRect().left)).size,
      };
    });
    assert.equal(seen.isCut, false);
    assert.equal(seen.linesOfKey, 1);
    assert.equal(seen.starts, 1);
  });

  it('gives a long key that is cut off whole in a tooltip, at 220 px', async () => {
    const panel = await openPanel({ width: 220 });
    const key = 'PLATFORM-MODERNISATION-12345';
    await panel.show(
      JSON.parse(JSON.stringify(states.goals).replaceAll('SHOP-142', key)) as typeof states.goals,
    );
    await panel.openAll();
    const cut = await panel.page.evaluate(
      (text) =>
        [...document.querySelectorAll<HTMLElement>('body *')]
          .filter((each) => each.children.length === 0 && each.textContent.includes(text))
          .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0)
          .map((each) => ({ text: each.textContent, title: each.closest<HTMLElement>('[title]')?.title })),
      key,
    );
    assert.ok(cut.length > 0);
    for (const { text, title } of cut) assert.equal(title, text);
  });

  it('shows the whole key above a title, and leaves out the level where there is no room for both', async () => {
    for (const [width, isLevelSeen] of [
      [180, false],
      [300, true],
    ] as const) {
      const panel = await openPanel({ width });
      await panel.show(states.goals);
      const seen = await panel.page
        .locator('.eyebrowText')
        .first()
        .evaluate((element) => {
          const [level, key] = element.children;
          const { top, bottom } = element.getBoundingClientRect();
          const isSeen = (part: Element): boolean => {
            const box = part.getBoundingClientRect();
            return box.top >= top - 1 && box.bottom <= bottom + 1 && part.scrollWidth <= part.clientWidth + 1;
          };
          return { key: isSeen(key!), level: level!.getBoundingClientRect().bottom > top + 1 };
        });
      assert.deepEqual(seen, { key: true, level: isLevelSeen }, `${width} px`);
    }
  });
});
