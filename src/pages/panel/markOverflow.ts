/** Marks descriptions that are longer than what is shown of them; only those offer to show more. */
export function markOverflow(root: Element): void {
  const closed = [...root.querySelectorAll('.description:not(.open)')];
  // All reads before all writes: one layout for the whole page.
  const overflows = closed.map((element) => {
    const text = element.querySelector('.descriptionText');
    return text !== null && text.scrollHeight > text.clientHeight + 1;
  });
  closed.forEach((element, index) => element.toggleAttribute('data-overflows', overflows[index] === true));
}
