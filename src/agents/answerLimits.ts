/** How many priorities an answer lists: at most, and where nothing else is asked for. */
export const mostPriorities = { limit: 10, usual: 5 } as const;
/** How many weeks alignment looks back: at most, and where nothing else is asked for. */
export const alignmentWeeks = { limit: 52, usual: 12 } as const;
