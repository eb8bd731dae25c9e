/**
 * The address of the page after this one; undefined on the last page.
 *
 * @param page the address of the page that names it
 */
export function nextPage(next: string | null | undefined, page: string): string | undefined {
  if (next === null || next === undefined) return undefined;
  // Anything that is not an address is refused when it is requested, like one that leads elsewhere.
  return URL.canParse(next, page) ? new URL(next, page).href : next;
}
