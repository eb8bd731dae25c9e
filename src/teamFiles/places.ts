/** Where a team keeps its goals, relative to the top of the repository or folder. */
export const goalsFilePath = '.goals/goals.yaml';
/** Where a team maps paths to goals, relative to the top of the repository or folder. */
export const pathMapPath = '.goals/paths';
/** Where a team says how it counts and what it checks, relative to the top of the repository or folder. */
export const reportFilePath = '.goals/report.yaml';
