/** Runs in the page: what can be seen of it only by scrolling sideways, or not at all. */
export function leavesPage(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  const outside = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
    if (!element.checkVisibility()) return false;
    const { right, width } = element.getBoundingClientRect();
    // What is only for screen readers is one pixel wide. No language of ours has a word behind the key of `from {0}`.
    return width > 2 && right > window.innerWidth + 1 && !element.closest('.cut, .from');
  });
  return [
    ...(scrollWidth > clientWidth ? ['the page scrolls sideways'] : []),
    ...outside.map(
      (each) => `${each.parentElement?.className} > ${each.tagName}.${each.className}: ${each.textContent}`,
    ),
  ];
}
