/**
 * The placeholder shapes for a goal, line by line: the classes of each. The page's shell contains them before any
 * script has run, and the page draws them while it loads.
 */
export const skeletonLines: readonly (readonly string[])[] = [
  ['bone short'],
  ['bone tall wide', 'bone tall half'],
  ['bone chip', 'bone chip'],
  ['bone third', 'bone third'],
  ['bone wide', 'bone wide', 'bone half'],
];
