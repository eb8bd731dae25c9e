import type { FromWebview } from '../../panel/contract/protocol';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

// VS Code hands this out once per page.
const api = acquireVsCodeApi();

/** Sends a message to the extension. */
export function post(message: FromWebview): void {
  api.postMessage(message);
}

/** What the page kept before it was last hidden; untyped, because an older version may have written it. */
export function readKept(): unknown {
  return api.getState();
}

/** Keeps what the page shows, so that it comes back at once when it is shown again. */
export function keep(value: unknown): void {
  api.setState(value);
}
