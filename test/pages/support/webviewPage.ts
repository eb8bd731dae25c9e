import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { themes, type Theme, type ThemeName } from './themes';

/** What the stand-in for VS Code keeps in the page, for tests to look at. */
interface Stub {
  readonly sent: { readonly type?: string; readonly revision?: number }[];
  kept: unknown;
  readonly violations: string[];
}

declare global {
  interface Window {
    stub: Stub;
  }
}

/** How a page is opened. */
export interface OpenOptions extends BrowserContextOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What `getState` gives back. */
  readonly kept?: unknown;
}

/** A page in a browser, with a stand-in for VS Code around it. */
export class WebviewPage<State, Sent> {
  /** What the page warned of; a test takes out what it expects. */
  readonly warnings: string[] = [];
  private readonly errors: string[] = [];
  private revision = 0;

  constructor(
    readonly page: Page,
    private readonly hasScript: boolean,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'warning') this.warnings.push(message.text());
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  /** Opens a page of the class on which this is called. */
  static async open<Opened>(
    this: new (page: Page, hasScript: boolean) => Opened,
    browser: Browser,
    url: string,
    options: OpenOptions = {},
  ): Promise<Opened> {
    const { theme = 'darkModern', width = 380, height = 900, kept, ...context } = options;
    const page = await browser.newPage({ viewport: { width, height }, ...context });
    // tsx keeps function names with a helper that does not exist in the page.
    await page.addInitScript('globalThis.__name = (value) => value');
    await page.addInitScript(standIn, { kept, theme: themes[theme], isWide: width > 600 });
    const opened = new this(page, context.javaScriptEnabled !== false);
    await page.goto(url);
    return opened;
  }

  /** Sends a state and waits until it is on screen. */
  async show(state: State, revision = ++this.revision): Promise<void> {
    this.revision = Math.max(this.revision, revision);
    await this.post({ type: 'state', revision, state });
    await this.page.waitForFunction(
      (wanted) => window.stub.sent.some(({ type, revision }) => type === 'painted' && revision === wanted),
      revision,
    );
  }

  /** Sends anything. */
  async post(message: unknown): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data, '*'), message);
  }

  /** What the page sent to the host. */
  async sent(): Promise<Sent[]> {
    return (await this.page.evaluate(() => window.stub.sent)) as Sent[];
  }

  /** What the page has saved. */
  async kept(): Promise<unknown> {
    return this.page.evaluate(() => window.stub.kept);
  }

  /** Fails where the page broke its policy, threw, or warned of what no test took out, and closes it. */
  async close(): Promise<void> {
    const violations = this.hasScript ? await this.page.evaluate(() => window.stub.violations) : [];
    await this.page.close();
    assert.deepEqual(violations, []);
    assert.deepEqual(this.errors, []);
    assert.deepEqual(this.warnings, []);
  }
}

/** Runs in the page before its own script. */
function standIn(options: { readonly kept: unknown; readonly theme: Theme; readonly isWide: boolean }): void {
  const { kept, theme, isWide } = options;
  const stub: Stub = { sent: [], kept, violations: [] };
  window.stub = stub;
  Object.assign(window, {
    acquireVsCodeApi: () => ({
      // As VS Code does on the way to the extension.
      postMessage: (message: object) => stub.sent.push(JSON.parse(JSON.stringify(message)) as object),
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
    const ground = isWide ? 'editor-background' : 'sideBar-background';
    document.documentElement.style.background = theme.variables[ground] ?? '';
  });
}
