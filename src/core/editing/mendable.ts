/** How many problems are mended at once: nobody reads more fixes, and each may take a look at the whole text. */
const mostMended = 20;

/** The first of the problems that fixes are asked for: with all of a text selected, that may be any number of them. */
export function mendable<T>(problems: readonly T[], isAsked: (problem: T) => boolean): T[] {
  const found: T[] = [];
  for (const problem of problems) {
    if (found.length === mostMended) break;
    if (isAsked(problem)) found.push(problem);
  }
  return found;
}
