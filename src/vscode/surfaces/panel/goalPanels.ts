import { randomBytes } from 'node:crypto';
import {
  commands as vscodeCommands,
  env,
  Uri,
  ViewColumn,
  window,
  type Disposable,
  type ViewBadge,
  type Webview,
  type WebviewPanel,
  type WebviewView,
} from 'vscode';
import { views } from '../../ids';
import { Disposables } from '../../../core/disposables';
import { PanelController, type PanelPort } from '../../../panel/panelController';
import { panelHtml } from '../../../panel/panelHtml';
import { panelStrings } from '../../../panel/panelStrings';

/** What a view and an editor tab have in common. */
interface Holder {
  readonly webview: Webview;
  readonly visible: boolean;
  onDidDispose(listener: () => void): Disposable;
}

/** The panel wherever it is shown: in its view, beside the editor, or both. */
export class GoalPanels implements Disposable {
  private readonly owned = new Disposables();
  private readonly controllers = new Set<PanelController>();
  private readonly shownViews = new Set<WebviewView>();
  private badge: ViewBadge | undefined;
  private beside: WebviewPanel | undefined;
  /** The goal that the next page shows first. */
  private toRead: string | undefined;

  constructor(
    private readonly extensionUri: Uri,
    private readonly port: PanelPort,
    private readonly title: string,
  ) {}

  /** Shows the panel in its view. */
  attachView(view: WebviewView): void {
    const controller = this.attach(view);
    this.shownViews.add(view);
    view.badge = this.badge;
    view.onDidDispose(() => this.shownViews.delete(view));
    view.onDidChangeVisibility(() => {
      if (!view.visible) controller.hide();
    });
  }

  /** Shows the panel in an editor tab, which may be one that VS Code restored after a reload. */
  attachPanel(panel: WebviewPanel): void {
    this.beside = panel;
    const icon = (theme: string): Uri => Uri.joinPath(this.extensionUri, 'media', `icon-${theme}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    const controller = this.attach(panel);
    panel.onDidChangeViewState(() => {
      if (!panel.visible) controller.hide();
    });
    panel.onDidDispose(() => {
      if (this.beside === panel) this.beside = undefined;
    });
  }

  /** Opens the panel beside the editor, or brings it to the front; the focus stays in the editor. */
  openToSide(): void {
    if (this.beside) {
      this.beside.reveal(undefined, true);
      return;
    }
    const place = { viewColumn: ViewColumn.Beside, preserveFocus: true };
    this.attachPanel(window.createWebviewPanel(views.panelToSide, this.title, place, {}));
  }

  /** Sets the badge on the view in the activity bar, to say that something waits there. */
  setBadge(badge: ViewBadge | undefined): void {
    this.badge = badge;
    for (const view of this.shownViews) view.badge = badge;
  }

  /** Sends the state to every visible page. */
  update(): void {
    for (const controller of this.controllers) controller.update();
  }

  /** Shows a goal in place of the branch's, with a way back; opens the view if no page is visible. */
  async read(key: string): Promise<void> {
    const pages = [...this.controllers];
    for (const page of pages) page.read(key);
    if (pages.some((page) => page.isShown)) return;
    this.toRead = pages.length === 0 ? key : undefined;
    await vscodeCommands.executeCommand(`${views.panel}.focus`);
  }

  /**
   * Previews a goal on the visible pages while a person highlights it in a list; without a key, restores what was
   * there.
   */
  preview(key: string | undefined): void {
    for (const page of this.controllers) page.preview(key);
  }

  /** Resolves once every visible page shows the latest state. */
  async painted(): Promise<void> {
    await Promise.all([...this.controllers].map((controller) => controller.painted()));
  }

  /** Leaves the tab open: otherwise VS Code would sometimes record on a reload that it was closed. */
  dispose(): void {
    this.owned.dispose();
  }

  private attach(holder: Holder): PanelController {
    const { webview } = holder;
    const pages = Uri.joinPath(this.extensionUri, 'dist', 'pages');
    const uriOf = (file: string): string => webview.asWebviewUri(Uri.joinPath(pages, file)).toString();
    const controller = new PanelController(
      { post: (message) => void webview.postMessage(message).then(undefined, () => undefined) },
      this.port,
    );
    this.controllers.add(controller);
    if (this.toRead !== undefined) controller.read(this.toRead);
    this.toRead = undefined;
    const page = this.owned.add(new Disposables());
    page.add(controller);
    page.add(webview.onDidReceiveMessage((message: unknown) => controller.receive(message)));
    holder.onDidDispose(() => {
      this.controllers.delete(controller);
      page.dispose();
    });
    webview.options = { enableScripts: true, localResourceRoots: [pages] };
    webview.html = panelHtml({
      scriptUri: uriOf('panel.js'),
      styleUri: uriOf('panel.css'),
      cspSource: webview.cspSource,
      nonce: randomBytes(16).toString('base64'),
      strings: panelStrings(),
      language: env.language,
    });
    return controller;
  }
}
