import { provideVSCodeDesignSystem, vsCodeButton } from '@vscode/webview-ui-toolkit';

/**
 * Defines the only toolkit element that pages use. The toolkit is archived upstream: nothing else imports it, so that
 * it can be replaced here alone, and `bigButtons` loads this file when it shows the first button.
 */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton());
}
