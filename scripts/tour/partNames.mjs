// @ts-check

/** The parts of the tour, in the order in which they are taken. */
export const partNames = /** @type {const} */ ([
  'panel',
  'editor',
  'goals',
  'commits',
  'writing',
  'trackers',
  'pages',
]);

/** @typedef {typeof partNames[number]} PartName */
