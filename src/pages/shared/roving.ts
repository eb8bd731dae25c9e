/*
 * A group of controls with `data-roving` is one tab stop: Tab leads to the control that was used last, and the arrow
 * keys, Home and End move within the group.
 */

const group = '[data-roving]';
const control = '[data-control]';

/** Leaves one tab stop in each group: the control that has the focus, or had it last, or else the first. */
export function updateRoving(root: Element): void {
  for (const each of root.querySelectorAll(group)) {
    const controls = [...each.querySelectorAll<HTMLElement>(control)];
    const stop =
      controls.find((one) => one === document.activeElement) ??
      controls.find((one) => one.getAttribute('tabindex') === '0') ??
      controls[0];
    for (const one of controls) {
      const wanted = one === stop ? '0' : '-1';
      if (one.getAttribute('tabindex') !== wanted) one.setAttribute('tabindex', wanted);
    }
  }
}

/** Moves the focus within a control's group; returns whether the key is one that does so. */
export function moveInGroup(target: EventTarget | null, key: string): boolean {
  const from = target instanceof Element ? target.closest<HTMLElement>(control) : null;
  const around = from?.closest(group);
  if (!from || !around) return false;
  const controls = [...around.querySelectorAll<HTMLElement>(control)];
  const at = controls.indexOf(from);
  const to = {
    ArrowDown: at + 1,
    ArrowRight: at + 1,
    ArrowUp: at - 1,
    ArrowLeft: at - 1,
    Home: 0,
    End: controls.length - 1,
  }[key];
  if (to === undefined) return false;
  controls[Math.min(controls.length - 1, Math.max(0, to))]?.focus();
  return true;
}
