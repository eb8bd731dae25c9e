import { provideVSCodeDesignSystem, vsCodeButton, vsCodeProgressRing } from '@vscode/webview-ui-toolkit';

/**
 * Defines the few toolkit elements that the panel uses. The toolkit is archived upstream: nothing else imports it, so
 * that it can be replaced here alone.
 */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeProgressRing());
}
