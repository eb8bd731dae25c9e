/** Identifies a control so that it can be found again: its name within the nearest `data-scope`. */
export interface Press {
  readonly 'data-control': string;
  readonly onClick: () => void;
}

/** A name that a control keeps when the page is redrawn. */
export function focusKey(element: Element | null): string | undefined {
  if (!(element instanceof HTMLElement)) return undefined;
  const { control } = element.dataset;
  if (control === undefined) return undefined;
  const scope = element.closest<HTMLElement>('[data-scope]')?.dataset['scope'];
  return JSON.stringify([scope, control]);
}

/** Moves the focus to the control with this name, if there is one. */
export function focusByKey(root: Element, wanted: string): boolean {
  const controls = root.querySelectorAll<HTMLElement>('[data-control]');
  const found = [...controls].find((control) => focusKey(control) === wanted);
  found?.focus({ preventScroll: true });
  return found !== undefined;
}
