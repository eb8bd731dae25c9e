import assert from 'node:assert/strict';
import { panelHtml } from '../../../src/panel/panelHtml';
import type { PanelState } from '../../../src/panel/contract/panelState';
import { retryPayment } from './goalSheets';
import { states } from './panelStates';
import { strings } from './panelStrings';
import { usePanel } from './usePanel';

/** Texts that the protocol closes to a set of words; everything else a tracker may fill with anything. */
const closed = new Set(['kind', 'category', 'severity', 'action', 'icon', 'mark']);
const healths = new Set(['onTrack', 'atRisk', 'offTrack']);

function everyTextAs(replace: (text: string) => string): PanelState {
  return withEveryText<PanelState>({ ...states.goals, notices: [...states.notices.notices] }, (text, name) =>
    closed.has(name) || healths.has(text) ? text : replace(text),
  );
}

describe('panel with untrusted text', function () {
  const openPanel = usePanel(this);

  it('shows markup in every text as text', async () => {
    const markup = `<img src=x onerror="document.title='owned'"><script>document.title='owned'</script><b>bold</b>`;
    const panel = await openPanel();
    await panel.show(everyTextAs((text) => `${text}${markup}`));
    await panel.openAll();
    assert.equal(await panel.page.title(), 'Goals');
    assert.equal(
      await panel.page.locator('#root :is(img, script, iframe, object, a:not(.skipLink))').count(),
      0,
    );
    const bold = await panel.page.locator('#root b').allTextContents();
    assert.equal(bold.includes('bold'), false);
    const body = await panel.page.locator('#root').innerText();
    for (const text of [
      retryPayment.title,
      '38',
      'customers',
      'Dec 3',
      'At risk',
      'checkout',
      'gateway.ts',
    ]) {
      assert.ok(body.includes(`${text}<img src=x`), text);
    }
  });

  it('keeps words of the shell from ending their data block', () => {
    const html = panelHtml({
      scriptUri: 'https://host/"><script>x</script>',
      styleUri: 'https://host/panel.css',
      cspSource: 'https://host',
      nonce: 'abc',
      strings: { ...strings, goals: '</script><script>alert(1)</script><!--' },
      language: '"><script>x</script>',
    });
    assert.equal(html.match(/<script/g)?.length, 2);
    assert.equal(html.match(/<\/script/g)?.length, 2);
    assert.equal(html.includes('<!--'), false);
  });

  it('allows neither inline script nor images nor foreign sources', () => {
    const html = panelHtml({
      scriptUri: 's',
      styleUri: 'c',
      cspSource: 'https://host',
      nonce: 'abc',
      strings,
      language: 'en',
    });
    const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
    assert.equal(
      policy,
      `default-src 'none'; script-src 'nonce-abc'; style-src https://host 'nonce-abc'; img-src 'none'; ` +
        `font-src 'none'; base-uri 'none'; form-action 'none'`,
    );
  });

  for (const width of [220, 300, 520, 1200]) {
    it(`wraps long words at ${width} px`, async () => {
      const panel = await openPanel({ width });
      await panel.show(everyTextAs((text) => `${text}${'Donaudampfschifffahrt'.repeat(12)}`));
      await panel.openAll();
      const widest = await panel.page.evaluate(() => {
        const { clientWidth, scrollWidth } = document.documentElement;
        // What is cut is not seen; whatever cuts it has to fit.
        const isCut = (element: Element | null | undefined): boolean =>
          element?.closest('.hiddenText') != null ||
          (element != null &&
            element.closest('main, .fileList') !== element &&
            (getComputedStyle(element).overflowX !== 'visible' || isCut(element.parentElement)));
        const beyond = [...document.querySelectorAll('#root *')].filter(
          (element) =>
            !isCut(element.parentElement) && element.getBoundingClientRect().right > clientWidth + 0.5,
        );
        return {
          over: scrollWidth - clientWidth,
          beyond: beyond.map((element) => `${element.tagName} ${element.className}`),
        };
      });
      assert.deepEqual(widest, { over: 0, beyond: [] });
    });
  }

  it('isolates the direction of foreign text', async () => {
    const panel = await openPanel();
    await panel.show(everyTextAs((text) => `שלום ${text}`));
    const title = panel.page.getByRole('heading', { level: 2 }).first();
    assert.equal(await title.evaluate((element) => getComputedStyle(element).direction), 'rtl');
    assert.equal(
      await panel.page.locator('main').evaluate((element) => getComputedStyle(element).direction),
      'ltr',
    );
  });
});

/** A copy of a value in which every text is replaced; what a tracker may fill with anything. */
function withEveryText<T>(value: T, replace: (text: string, name: string) => string, name = ''): T {
  if (typeof value === 'string') return replace(value, name) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => withEveryText(item, replace, name)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]: [string, unknown]) => [key, withEveryText(item, replace, key)]),
  ) as T;
}
