/** Marks texts that are longer than what is shown of them; only those offer to show more. */
export function markOverflow(root: Element): void {
  const clamped = [...root.querySelectorAll('[data-clamped="true"]')];
  // All reads before all writes: one layout for the whole page.
  const overflows = clamped.map((element) => {
    const measured = element.querySelector('[data-measured]') ?? element;
    return measured.scrollHeight > measured.clientHeight + 1;
  });
  clamped.forEach((element, index) => element.toggleAttribute('data-overflows', overflows[index] === true));
}
