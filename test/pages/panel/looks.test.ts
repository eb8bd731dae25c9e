import assert from 'node:assert/strict';
import { retryPayment } from './goalSheets';
import { states, withGoal } from './panelStates';
import { textContrasts } from './textContrasts';
import { themes, type ThemeName } from '../support/themes';
import { usePanel } from './usePanel';

describe('panel looks', function () {
  const openPanel = usePanel(this);

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`has text with a contrast of at least 4.5 in ${theme}`, async () => {
      for (const width of [300, 760]) {
        const panel = await openPanel({ theme, width });
        for (const state of Object.values(states).filter(({ kind }) => kind !== 'loading')) {
          await panel.show(state);
          await panel.openAll();
          const texts = await panel.page.evaluate(textContrasts);
          assert.ok(texts.length > 0);
          assert.deepEqual(
            texts.filter(({ contrast }) => contrast < 4.5),
            [],
          );
        }
      }
    });

    it(`shows where the focus is in ${theme}`, async () => {
      const panel = await openPanel({ theme });
      await panel.show(states.goals);
      const wanted = themes[theme].variables.focusBorder;
      for (let stop = 0; stop < 12; stop += 1) {
        await panel.page.keyboard.press('Tab');
        const outline = await panel.page.evaluate((color) => {
          const probe = document.createElement('i');
          probe.style.color = color;
          document.body.append(probe);
          const expected = getComputedStyle(probe).color;
          probe.remove();
          const { outlineColor, outlineStyle } = getComputedStyle(document.activeElement!);
          return outlineStyle === 'solid' && outlineColor === expected;
        }, wanted);
        assert.ok(outline);
      }
    });
  }

  it('offers more of a description only where there is more', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    const more = panel.page.getByRole('button', { name: 'Show more – Description' });
    assert.equal(await more.isVisible(), true);
    await panel.show(withGoal({ description: ['One line.'] }));
    assert.equal(await more.isVisible(), false);
  });

  for (const width of [220, 300, 520, 1200]) {
    it(`says priority and impact within the first 300 px at ${width} px`, async () => {
      const panel = await openPanel({ width });
      const title = retryPayment.title.repeat(10);
      await panel.show(withGoal({ title }, { notices: [...states.notices.notices] }));
      for (const part of ['.priority', '.impactLine']) {
        const box = await panel.page.locator(part).first().boundingBox();
        assert.ok(box && box.y + box.height <= 300, `${part}: ${JSON.stringify(box)}`);
      }
    });

    it(`breaks no number, date or key, and lets nothing overlap, at ${width} px`, async () => {
      const panel = await openPanel({ width });
      await panel.show(states.long);
      const broken = await panel.page
        .locator(':is(.cut, .nobreak, .priority, .factValue, .step > span:last-child)')
        .evaluateAll((all) =>
          all
            .filter(
              (element) => element.getClientRects().length > 1 || element.getBoundingClientRect().height > 30,
            )
            .map((element) => element.textContent),
        );
      assert.deepEqual(
        broken.filter((text) => text !== 'Enterprise, mid-market'),
        [],
      );
      for (const icon of await panel.page.locator('.where .icon, .standing .icon').all()) {
        assert.ok((await icon.boundingBox())!.width === 14);
      }
    });
  }

  it('keeps the bar of the file at the foot, and lets everything scroll where there is no room for it', async () => {
    const footOf = async (height: number): Promise<number> => {
      const panel = await openPanel({ height });
      await panel.show(states.goals);
      const box = await panel.page.locator('.fileBar').boundingBox();
      return box!.y + box!.height;
    };
    assert.equal(await footOf(600), 600);
    assert.ok((await footOf(200)) > 600);
  });

  it('opens the file upwards to half the height at most', async () => {
    const panel = await openPanel({ height: 300 });
    await panel.show(states.goals);
    await panel.page.locator('#fileBar').click();
    const box = await panel.page.locator('.fileList').boundingBox();
    assert.equal(box!.height, 150);
    assert.equal(box!.y + box!.height, 300);
  });

  it('draws a full-size button in the theme’s colours', async () => {
    const panel = await openPanel({ theme: 'lightModern' });
    await panel.show(states.noTracker);
    const button = panel.page.locator('vscode-button:defined').first();
    await button.waitFor();
    const colors = await panel.page
      .locator('vscode-button')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
    assert.deepEqual(colors, ['rgb(0, 95, 184)', 'rgb(229, 229, 229)']);
  });

  it('uses two columns beside the editor and one in the side bar', async () => {
    const columns = async (width: number): Promise<number> => {
      const panel = await openPanel({ width });
      await panel.show(states.goals);
      return panel.page.evaluate(() => {
        const starts = ['.sheetMain', '.sheetSide'].map(
          (name) => document.querySelector(name)!.getBoundingClientRect().left,
        );
        return new Set(starts).size;
      });
    };
    assert.deepEqual([await columns(300), await columns(520), await columns(800)], [1, 1, 2]);
  });

  it('does not flash the loading state', async () => {
    const panel = await openPanel();
    await panel.page.clock.install();
    await panel.page.clock.pauseAt(new Date(Date.now() + 1000));
    await panel.post({ type: 'state', revision: 1, state: states.loading });
    const delay = await panel.page.locator('.skeleton').evaluate((element) => {
      const { animationDelay, animationName, animationFillMode } = getComputedStyle(element);
      return { animationDelay, animationName, animationFillMode };
    });
    assert.deepEqual(delay, { animationDelay: '0.15s', animationName: 'appear', animationFillMode: 'both' });
  });

  it('stands still where motion is not wanted', async () => {
    const panel = await openPanel({ reducedMotion: 'reduce' });
    await panel.show(states.notices);
    const name = await panel.page
      .locator('.busyBar')
      .evaluate((element) => getComputedStyle(element, '::before').animationName);
    assert.equal(name, 'none');
    await panel.show(states.loading);
    const bone = panel.page.locator('.bone').first();
    assert.equal(await bone.evaluate((element) => getComputedStyle(element).animationName), 'none');
  });

  it('shows the shapes of a goal before any script has run, and nothing of them once a state is there', async () => {
    const panel = await openPanel({ javaScriptEnabled: false });
    const bones = panel.page.locator('.bone');
    await bones.first().waitFor({ state: 'visible' });
    const drawn = await openPanel();
    await drawn.show(states.loading);
    assert.equal(await drawn.page.locator('.bone').count(), await bones.count());
    await drawn.show(states.goals);
    assert.equal(await drawn.page.locator('.skeleton').count(), 0);
  });

  it('draws its icons as SVG', async () => {
    const panel = await openPanel();
    await panel.show(states.goals);
    const sizes = await panel.page.locator('svg.icon').evaluateAll((icons) =>
      icons.map((icon) => {
        const shape = icon.firstElementChild;
        return shape instanceof SVGGraphicsElement ? shape.getBBox().width + shape.getBBox().height : 0;
      }),
    );
    assert.ok(sizes.length > 10);
    assert.ok(sizes.every((size) => size > 0));
  });

  it('loads the toolkit only for a full-size button', async () => {
    const panel = await openPanel();
    const loaded = (): Promise<boolean> =>
      panel.page.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('toolkit')),
      );
    await panel.show(states.goals);
    assert.equal(await loaded(), false);
    await panel.show(states.empty);
    await panel.page.locator('vscode-button:defined').first().waitFor();
    assert.equal(await loaded(), true);
  });
});
