interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as a page sees it. */
export interface Host<Message> {
  post(message: Message): void;
  /** What the page saved before it was last hidden; untyped, because an older version may have written it. */
  readKept(): unknown;
  /** Saves what the page shows, so that it is back at once when the page is shown again. */
  keep(value: unknown): void;
}

/** Connects the page to the extension; VS Code allows this once per page. */
export function connectHost<Message>(): Host<Message> {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    readKept: () => api.getState(),
    keep: (value) => api.setState(value),
  };
}
