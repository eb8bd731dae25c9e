/** A name for a control that it has again after the page is drawn anew. */
export function focusKey(element: Element | null): string | undefined {
  if (!(element instanceof HTMLElement)) return undefined;
  const { toggle, action, key, index } = element.dataset;
  if (toggle === undefined && action === undefined) return undefined;
  const scope = element.closest<HTMLElement>('[data-scope]')?.dataset['scope'];
  return JSON.stringify([scope, toggle, action, key, index]);
}

/** Moves the focus to the control with this name, where there is one. */
export function focusByKey(root: Element, wanted: string): boolean {
  const controls = root.querySelectorAll<HTMLElement>('[data-action], [data-toggle]');
  const found = [...controls].find((control) => focusKey(control) === wanted);
  found?.focus({ preventScroll: true });
  return found !== undefined;
}
