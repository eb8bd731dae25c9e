/** The ref that holds the goals of published commits, which count as evidence. */
export const goalNotesRef = 'refs/notes/goals';
