import assert from 'node:assert/strict';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { PanelState } from '../../../src/panel/contract/panelState';
import type { FromWebview } from '../../../src/panel/contract/protocol';
import { themes, type Theme, type ThemeName } from './themes';

/** What the stand-in for VS Code keeps in the page, for tests to look at. */
interface Stub {
  readonly sent: FromWebview[];
  kept: unknown;
  readonly violations: string[];
}

declare global {
  interface Window {
    stub: Stub;
  }
}

interface OpenOptions extends BrowserContextOptions {
  readonly theme?: ThemeName;
  readonly width?: number;
  readonly height?: number;
  /** What `getState` gives back. */
  readonly kept?: unknown;
}

/** The panel's page in a browser, with a stand-in for VS Code around it. */
export class PanelPage {
  readonly warnings: string[] = [];
  readonly errors: string[] = [];
  private revision = 0;

  private constructor(
    readonly page: Page,
    private readonly javaScriptEnabled: boolean,
  ) {
    page.on('console', (message) => {
      if (message.type() === 'warning') this.warnings.push(message.text());
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async open(browser: Browser, url: string, options: OpenOptions = {}): Promise<PanelPage> {
    const { theme = 'darkModern', width = 380, height = 900, kept, ...context } = options;
    const page = await browser.newPage({ viewport: { width, height }, ...context });
    // tsx keeps function names with a helper that does not exist in the page.
    await page.addInitScript('globalThis.__name = (value) => value');
    await page.addInitScript(
      ({ kept, theme, isWide }: { kept: unknown; theme: Theme; isWide: boolean }) => {
        const stub: Stub = { sent: [], kept, violations: [] };
        window.stub = stub;
        Object.assign(window, {
          acquireVsCodeApi: () => ({
            // As VS Code does on the way to the extension.
            postMessage: (message: FromWebview) =>
              stub.sent.push(JSON.parse(JSON.stringify(message)) as FromWebview),
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
      },
      { kept, theme: themes[theme], isWide: width > 600 },
    );
    const panel = new PanelPage(page, context.javaScriptEnabled !== false);
    await page.goto(url);
    return panel;
  }

  /** Sends a state and waits until it is on screen. */
  async show(state: PanelState, revision = ++this.revision): Promise<void> {
    this.revision = Math.max(this.revision, revision);
    await this.post({ type: 'state', revision, state });
    await this.page.waitForFunction(
      (wanted) => window.stub.sent.some((sent) => sent.type === 'painted' && sent.revision === wanted),
      revision,
    );
  }

  /** Opens every part that can be opened, also those within others. */
  async openAll(): Promise<void> {
    await this.page.evaluate(() => {
      for (let turn = 0; turn < 200; turn += 1) {
        const closed = document.querySelector<HTMLElement>('[aria-expanded=false]');
        if (closed === null) return;
        closed.click();
      }
    });
  }

  /** Sends anything. */
  async post(message: unknown): Promise<void> {
    await this.page.evaluate((data) => window.postMessage(data, '*'), message);
  }

  /** What the page sent to the host. */
  async sent(): Promise<FromWebview[]> {
    return this.page.evaluate(() => window.stub.sent);
  }

  /** What the page asked the host to do. */
  async actions(): Promise<FromWebview[]> {
    return (await this.sent()).filter(({ type }) => type === 'action');
  }

  async kept(): Promise<unknown> {
    return this.page.evaluate(() => window.stub.kept);
  }

  /** Fails where the page broke its policy or threw, and closes it. */
  async close(): Promise<void> {
    const { javaScriptEnabled } = this;
    const violations = javaScriptEnabled ? await this.page.evaluate(() => window.stub.violations) : [];
    await this.page.close();
    assert.deepEqual(violations, []);
    assert.deepEqual(this.errors, []);
  }
}
