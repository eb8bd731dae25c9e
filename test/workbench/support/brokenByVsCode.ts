/** Held by a test of its own: VS Code draws the parts of a row side by side, which axe reads as one word. */
const rowNames = 'label-content-name-mismatch';

/** What VS Code's markup of any extension's view breaks: buttons within the header of a pane. */
export const ofSideBar = ['nested-interactive', rowNames];

/** What it breaks in any list: rows with levels and buttons, the keys beside them, and the grey of the second line. */
export const ofQuickPick = [
  'aria-allowed-attr',
  'aria-prohibited-attr',
  'color-contrast',
  'nested-interactive',
  rowNames,
];

/** What it breaks in any walkthrough: its steps are buttons with a state and buttons of their own. */
export const ofWalkthrough = ['aria-allowed-attr', 'aria-required-children', 'nested-interactive', rowNames];
