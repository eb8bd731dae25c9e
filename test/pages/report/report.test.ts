import assert from 'node:assert/strict';
import { axeViolations } from '../../support/axeViolations';
import { textContrasts } from '../panel/textContrasts';
import { themes, type ThemeName } from '../support/themes';
import { states } from './reportStates';
import { usePages } from '../support/usePages';
import { ReportPage, startReportServer } from './reportPage';

const themeNames = Object.keys(themes) as ThemeName[];
const widths = [320, 800, 1600];

describe('report page', function () {
  const shown = usePages(this, startReportServer, (...of) => ReportPage.open(...of));
  // Most of it is about an editor of the usual width.
  const open: typeof shown = (options) => shown({ width: 1200, ...options });

  async function openTables({ page }: ReportPage): Promise<void> {
    for (const summary of await page.locator('summary').all()) await summary.click();
  }

  for (const [name, options] of [
    ['high contrast dark', { theme: 'highContrastDark' }],
    ['high contrast light', { theme: 'highContrastLight' }],
    ['forced colours', { forcedColors: 'active' }],
    ['dark', {}],
  ] as const) {
    it(`tells every kind of effort apart by its fill in ${name}`, async () => {
      const report = await open(options);
      await report.show(states.report);
      const kinds = ['P1', 'P2', 'P3', 'P4', 'notSet', 'unknown', 'none'];
      const fills = await report.page.evaluate(
        (classes) =>
          classes.map((each) => {
            const bar = document.querySelector('svg.bar');
            const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
            rect.setAttribute('class', each);
            bar?.append(rect);
            const { fill } = getComputedStyle(rect);
            rect.remove();
            return fill;
          }),
        kinds,
      );
      assert.equal(new Set(fills).size, kinds.length, fills.join(' '));
    });
  }

  for (const theme of themeNames) {
    it(`breaks no accessibility rule and has text with a contrast of at least 4.5 in ${theme}`, async () => {
      const report = await open({ theme, width: 800 });
      for (const state of Object.values(states)) {
        await report.show(state);
        if ('sheet' in state) await openTables(report);
        assert.deepEqual(await axeViolations(report.page), []);
        const texts = await report.page.evaluate(textContrasts);
        assert.ok(texts.length > 0);
        assert.deepEqual(
          texts.filter(({ contrast }) => contrast < 4.5),
          [],
        );
      }
    });

    it(`has fills with a contrast of at least 3 to the ground, or patterns, in ${theme}`, async () => {
      const report = await open({ theme });
      await report.show(states.report);
      const fills = await report.page.evaluate(() => {
        const luminance = (color: string): number => {
          const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number).map((part) => {
            const value = color.startsWith('color(') ? part : part / 255;
            return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const ground = luminance(getComputedStyle(document.body).backgroundColor);
        return ['P1', 'P2', 'P3', 'P4', 'notSet'].map((name) => {
          const shape = document.querySelector(`.${name}`);
          if (!shape) throw new Error(`There is no ${name} on the page.`);
          const { fill, stroke } = getComputedStyle(shape);
          const own = luminance(fill.startsWith('url') ? stroke : fill);
          const [light, dark] = [Math.max(own, ground), Math.min(own, ground)];
          return {
            name,
            fill,
            stroke,
            contrast: fill.startsWith('url') ? 21 : (light + 0.05) / (dark + 0.05),
          };
        });
      });
      const isBordered = theme.startsWith('highContrast');
      assert.deepEqual(
        fills.filter(({ contrast, name }) => contrast < 3 && !(isBordered && name === 'notSet')),
        [],
      );
    });
  }

  for (const width of widths) {
    it(`fits ${width} px: nothing is cut off at the side, and every chart is drawn once`, async () => {
      const report = await open({ width });
      for (const state of [states.report, states.repositories, states.commits, states.noGoals]) {
        await report.show(state);
        const { scrolls, charts } = await report.page.evaluate(() => ({
          scrolls: document.documentElement.scrollWidth > document.documentElement.clientWidth,
          charts: [...document.querySelectorAll('figure')].map(
            (figure) =>
              [...figure.querySelectorAll('svg.chart')].filter((svg) => svg.checkVisibility()).length,
          ),
        }));
        assert.equal(scrolls, false);
        assert.ok(charts.every((count) => count <= 1));
        if ('sheet' in state) assert.equal(charts.filter((count) => count === 1).length, 3);
      }
    });
  }

  it('draws no text of a chart outside of the page', async () => {
    for (const width of [320, 700, 1000]) {
      const report = await open({ width });
      await report.show(states.report);
      const outside = await report.page.locator('svg.chart text:visible').evaluateAll((all) =>
        all
          .filter((text) => {
            const { left, right } = text.getBoundingClientRect();
            return left < 0 || right > document.documentElement.clientWidth;
          })
          .map(({ textContent }) => textContent),
      );
      assert.deepEqual(outside, []);
    }
  });

  it('gives every chart a table with the same rows', async () => {
    const report = await open();
    await report.show(states.report);
    await openTables(report);
    const sections = report.page.locator('section.part:has(figure)');
    const count = await sections.count();
    assert.ok(count >= 5);
    for (let at = 0; at < count; at += 1) {
      assert.ok((await sections.nth(at).locator('table tbody tr').count()) > 0);
    }
  });

  it('leads by keyboard from a goal to its commits, their files, and back to where it was', async () => {
    const report = await open();
    const { page } = report;
    await report.show(states.report);
    const row = page.locator('.barRow').first();
    await row.focus();
    await page.keyboard.press('ArrowDown');
    assert.match(
      (await page.evaluate(() => document.activeElement?.textContent)) ?? '',
      /Move card payments/,
    );
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    assert.deepEqual(await report.asked(), [
      { type: 'action', action: 'showCommits', key: '{"by":"goal","of":"SHOP-7"}' },
    ]);
    await report.show(states.commits);
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'drillTitle');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    const id = `0 ${'a'.repeat(40)}`;
    assert.deepEqual((await report.asked()).slice(1), [
      { type: 'action', action: 'showFiles', key: id },
      { type: 'action', action: 'openChanges', key: id },
      { type: 'action', action: 'openFile', key: 'src/payments/gateway.ts', commit: id },
      { type: 'action', action: 'closeCommits' },
    ]);
    await report.show(states.report);
    assert.match(
      (await page.evaluate(() => document.activeElement?.textContent)) ?? '',
      /Checkout that never/,
    );
  });

  it('asks for another period, level and repository, and to stop', async () => {
    const report = await open();
    const { page } = report;
    await report.show({ ...states.repositories, busy: states.loading.busy });
    await page.getByLabel('Period').selectOption('26');
    await page.getByLabel('Level').selectOption('epic');
    await page.getByLabel('Repository').selectOption('');
    await page.getByRole('button', { name: 'All paths' }).click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.deepEqual(await report.asked(), [
      { type: 'filter', name: 'weeks', value: '26' },
      { type: 'filter', name: 'level', value: 'epic' },
      { type: 'filter', name: 'repository', value: '' },
      { type: 'action', action: 'allPaths' },
      { type: 'action', action: 'cancel' },
    ]);
  });

  it('comes back as it was, and keeps no word of a report meanwhile', async () => {
    const first = await open();
    await first.show(states.report);
    await first.page.locator('summary').first().click();
    await first.page.getByRole('button', { name: 'Person-days', exact: true }).click();
    await first.page.evaluate(() => window.scrollTo({ top: 400 }));
    await first.page.waitForFunction(
      () => (window.stub.kept as { scroll?: number } | undefined)?.scroll === 400,
    );
    const kept = await first.kept();
    assert.deepEqual(Object.keys(kept as object).sort(), ['focus', 'open', 'scroll', 'views']);
    for (const text of ['corner-shop', 'Customers served']) {
      assert.ok(JSON.stringify(states.report).includes(text), text);
      assert.ok(!JSON.stringify(kept).includes(text), text);
    }
    const again = await open({ kept });
    const top = (): Promise<number> => again.page.evaluate(() => window.scrollY);
    assert.equal(await again.page.locator('#root').textContent(), '');
    await again.show({ ...states.report, sheet: { ...states.report.sheet, isPreliminary: true } });
    assert.equal(await top(), 0);
    await again.show(states.report);
    assert.equal(await top(), 400);
    assert.equal(await again.page.locator('details[open]').count(), 1);
    assert.equal(await again.page.locator('.switch [aria-pressed=true]').innerText(), 'Person-days');
  });

  it('leaves a person where they have moved on to before the whole report is there', async () => {
    const kept = { open: {}, views: {}, scroll: 400 };
    const report = await open({ kept });
    await report.show({ ...states.report, sheet: { ...states.report.sheet, isPreliminary: true } });
    await report.page.evaluate(() => window.scrollTo({ top: 120 }));
    await report.show(states.report);
    assert.equal(await report.page.evaluate(() => window.scrollY), 120);
  });

  it('names shades by pattern where colours are forced, and stands still where motion is not wanted', async () => {
    const report = await open({ forcedColors: 'active', reducedMotion: 'reduce' });
    await report.show({ ...states.report, busy: states.loading.busy });
    const fills = await report.page.evaluate(() =>
      ['P1', 'P2', 'P3', 'P4', 'none'].map(
        (name) => getComputedStyle(document.querySelector(`.${name}`)!).fill,
      ),
    );
    assert.equal(new Set(fills).size, fills.length);
    assert.ok(fills.slice(1).every((fill) => fill.startsWith('url')));
    const bar = report.page.locator('.busyBar');
    assert.equal(await bar.evaluate((each) => getComputedStyle(each, '::before').animationName), 'none');
  });

  it('shows what others wrote as text', async () => {
    const report = await open();
    const text = '<img src=x onerror=alert(1)> $(x) "\'';
    const { sheet } = states.report;
    const items = sheet.decisions.items.map((item) => ({ ...item, title: text, text }));
    await report.show({ ...states.report, sheet: { ...sheet, decisions: { ...sheet.decisions, items } } });
    assert.equal(await report.page.locator('img').count(), 0);
    assert.ok((await report.page.locator('.decisions').innerText()).includes(text));
  });

  it('says how far it is, and that few people stand behind the figures', async () => {
    const report = await open();
    await report.show(states.reading);
    assert.equal(await report.page.locator('progress').getAttribute('value'), '0.25');
    await report.show(states.fewPeople);
    const text = await report.page.locator('main').innerText();
    assert.match(text, /Fewer than three people landed work: shares only/);
    assert.doesNotMatch(text, /\d\.\d person-days/);
  });

  for (const width of [320, 800]) {
    it(`breaks no word beside a folder at ${width} px, however long it is in a language`, async () => {
      const report = await open({ width });
      await report.show(states.report);
      const heights = await report.page.locator('.place > :nth-child(2)').evaluateAll((links) =>
        links.map((link) => {
          link.textContent = 'Zuordnen…';
          return link.getBoundingClientRect().height;
        }),
      );
      assert.ok(heights.length > 1 && heights.every((height) => height < 24), heights.join());
    });
  }
});
