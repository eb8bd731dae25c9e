/** How many priorities an answer lists: the maximum and the default. */
export const mostPriorities = { limit: 10, usual: 5 } as const;
/** How many weeks alignment looks back: the maximum and the default. */
export const alignmentWeeks = { limit: 52, usual: 12 } as const;
