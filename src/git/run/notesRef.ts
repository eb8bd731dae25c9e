/** Where the goals of published commits are kept, and read as evidence. */
export const goalNotesRef = 'refs/notes/goals';
