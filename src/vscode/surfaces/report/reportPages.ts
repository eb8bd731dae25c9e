import { randomBytes } from 'node:crypto';
import { env, Uri, ViewColumn, window, type Disposable, type WebviewPanel } from 'vscode';
import { Disposables } from '../../../core/disposables';
import { pageHtml } from '../../../pageShell/pageHtml';
import type { FromReportPage } from '../../../reportPage/contract/protocol';
import { readFilters } from '../../../reportPage/filters';
import { ReportController, type ReportPort } from '../../../reportPage/reportController';
import { reportStrings } from '../../../reportPage/reportStrings';
import { views } from '../../ids';

/** The placeholder shapes shown until there is a report. */
const bones = [
  ['bone tall half'],
  ['bone third', 'bone third', 'bone third'],
  ['bone wide'],
  ['bone wide'],
  ['bone half'],
  ['bone wide'],
];

/** A page's connection to the rest of the extension, disposed with the page. */
export interface ReportConnection {
  readonly port: ReportPort;
  dispose(): void;
}

/** The report's page: a single tab, which may be one that VS Code restored after a reload. */
export class ReportPages implements Disposable {
  private readonly owned = new Disposables();
  private open: { readonly panel: WebviewPanel; readonly controller: ReportController } | undefined;

  /**
   * @param connect connects a new page to the rest of the extension
   * @param kept reads the saved filters
   */
  constructor(
    private readonly extensionUri: Uri,
    private readonly connect: (page: () => ReportController) => ReportConnection,
    private readonly kept: () => unknown,
  ) {}

  /** Opens the report, or brings it to the front. */
  show(): void {
    if (this.open) {
      this.open.panel.reveal();
      return;
    }
    const { title } = reportStrings();
    this.attach(window.createWebviewPanel(views.report, title, ViewColumn.Active, {}));
  }

  /** Shows the report in a tab. */
  attach(panel: WebviewPanel): void {
    const { webview } = panel;
    const icon = (theme: string): Uri => Uri.joinPath(this.extensionUri, 'media', `icon-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const pages = Uri.joinPath(this.extensionUri, 'dist', 'pages');
    const uriOf = (file: string): string => webview.asWebviewUri(Uri.joinPath(pages, file)).toString();
    const connection = this.connect(() => controller);
    const controller: ReportController = new ReportController(
      { post: (message) => void webview.postMessage(message).then(undefined, () => undefined) },
      connection.port,
      readFilters(this.kept()),
    );
    const page = this.owned.add(new Disposables());
    page.add(connection);
    page.add(controller);
    page.add(webview.onDidReceiveMessage((message: unknown) => controller.receive(message)));
    const open = { panel, controller };
    this.open = open;
    panel.onDidChangeViewState(() => {
      if (!panel.visible) controller.hide();
    });
    panel.onDidDispose(() => {
      if (this.open === open) this.open = undefined;
      page.dispose();
    });
    webview.options = { enableScripts: true, localResourceRoots: [pages] };
    const strings = reportStrings();
    webview.html = pageHtml({
      scriptUri: uriOf('report.js'),
      styleUri: uriOf('report.css'),
      cspSource: webview.cspSource,
      nonce: randomBytes(16).toString('base64'),
      language: env.language,
      title: strings.title,
      strings,
      bones,
    });
  }

  /** Call when what is counted may have changed. */
  update(): void {
    this.open?.controller.update();
  }

  /** What the open page shows right now. */
  get shown(): ReportController['shown'] | undefined {
    return this.open?.controller.shown;
  }

  /** Handles a message as if the open page had sent it. */
  ask(message: FromReportPage): void {
    this.open?.controller.receive(message);
  }

  /** Resolves once the open page shows a report, or why there is none. */
  async settled(): Promise<void> {
    await this.open?.controller.settled();
  }

  /** Leaves the tab open: VS Code restores it after a reload. */
  dispose(): void {
    this.owned.dispose();
  }
}
