interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as a page sees it. */
export interface Host<Message> {
  post(message: Message): void;
  /** What the page kept before it was last hidden; untyped, because an older version may have written it. */
  readKept(): unknown;
  /** Keeps what the page shows, so that it comes back at once when it is shown again. */
  keep(value: unknown): void;
}

/** Connects the page with the extension; VS Code allows it once per page. */
export function connectHost<Message>(): Host<Message> {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    readKept: () => api.getState(),
    keep: (value) => api.setState(value),
  };
}
