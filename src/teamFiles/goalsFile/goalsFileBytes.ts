/** The largest goals file that is read, in bytes. */
export const goalsFileBytes = 2 * 1024 * 1024;
