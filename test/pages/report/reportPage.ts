import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { FromReportPage, ReportState } from '../../../src/reportPage/contract/protocol';
import { themes, type Theme, type ThemeName } from '../panel/themes';
import { startReportServer, type ReportServer } from './reportServer';

/** What the stand-in for VS Code keeps in the page, for tests to look at. */
interface Stub {
  readonly sent: FromReportPage[];
  kept: unknown;
  readonly violations: string[];
}

interface OpenOptions extends BrowserContextOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What `getState` gives back. */
  readonly kept?: unknown;
}

/** The report's page in a browser, with a stand-in for VS Code around it. */
export class ReportPage {
  private readonly errors: string[] = [];
  private revision = 0;

  private constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async open(browser: Browser, url: string, options: OpenOptions = {}): Promise<ReportPage> {
    const { theme = 'darkModern', width = 1200, height = 900, kept, ...context } = options;
    const page = await browser.newPage({ viewport: { width, height }, ...context });
    // tsx keeps function names with a helper that does not exist in the page.
    await page.addInitScript('globalThis.__name = (value) => value');
    await page.addInitScript(
      ({ kept, theme }: { kept: unknown; theme: Theme }) => {
        const stub: Stub = { sent: [], kept, violations: [] };
        Object.assign(window, {
          stub,
          acquireVsCodeApi: () => ({
            postMessage: (message: FromReportPage) =>
              stub.sent.push(JSON.parse(JSON.stringify(message)) as FromReportPage),
            getState: () => stub.kept,
            setState: (value: unknown) => (stub.kept = value),
          }),
        });
        document.addEventListener('securitypolicyviolation', (event) => {
          stub.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
        });
        document.addEventListener('DOMContentLoaded', () => {
          for (const [name, value] of Object.entries(theme.variables)) {
            document.documentElement.style.setProperty(`--vscode-${name}`, value);
          }
          document.body.className = theme.bodyClass;
          document.body.dataset['vscodeThemeKind'] = theme.kind;
        });
      },
      { kept, theme: themes[theme] },
    );
    const opened = new ReportPage(page);
    await page.goto(url);
    return opened;
  }

  /** Sends a state and waits until it is on screen. */
  async show(state: ReportState): Promise<void> {
    const revision = ++this.revision;
    await this.page.evaluate((data) => window.postMessage(data, '*'), { type: 'state', revision, state });
    await this.page.waitForFunction(
      (wanted) =>
        (window as unknown as { stub: Stub }).stub.sent.some(
          (sent) => sent.type === 'painted' && sent.revision === wanted,
        ),
      revision,
    );
  }

  /** What a person asked the host for. */
  async asked(): Promise<FromReportPage[]> {
    const sent = await this.page.evaluate(() => (window as unknown as { stub: Stub }).stub.sent);
    return sent.filter(({ type }) => type === 'action' || type === 'filter');
  }

  async kept(): Promise<unknown> {
    return this.page.evaluate(() => (window as unknown as { stub: Stub }).stub.kept);
  }

  /** Fails where the page broke its policy or threw, and closes it. */
  async close(): Promise<void> {
    const violations = await this.page.evaluate(() => (window as unknown as { stub: Stub }).stub.violations);
    await this.page.close();
    assert.deepEqual(violations, []);
    assert.deepEqual(this.errors, []);
  }
}

/** Opens the report's page; pages that are still open after a test are checked and closed. */
export function useReport(suite: Mocha.Suite): (options?: OpenOptions) => Promise<ReportPage> {
  suite.timeout(60_000);
  let browser: Browser;
  let server: ReportServer;
  let opened: ReportPage[] = [];

  before(async () => {
    const launcher = new URL('../../../scripts/vscode/browser.mjs', import.meta.url).href;
    const { launchBrowser } = (await import(launcher)) as { launchBrowser: () => Promise<Browser> };
    [browser, server] = await Promise.all([launchBrowser(), startReportServer()]);
  });
  afterEach(async () => {
    const pages = opened;
    opened = [];
    for (const page of pages) await page.close();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });
  return async (options) => {
    const page = await ReportPage.open(browser, server.url, options);
    opened.push(page);
    return page;
  };
}
