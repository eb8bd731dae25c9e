/** How Azure's and GitHub's agents begin a command, wherever it stands in a line. */
const command = /##(?=\[|vso\[)/gi;
/** GitHub's other way, at the beginning of a line. */
const lineCommand = /^([^\S\n]*):(?=:)/gm;

/**
 * A text as it may be printed: the agent of a pipeline carries out commands such as `##vso[task.setvariable]` in what a
 * program prints, and a title or a commit's subject must not be one.
 */
export function withoutLogCommands(text: string): string {
  return text.replace(command, '# #').replace(lineCommand, '$1: ');
}

/** JSON as it may be printed, with the same values. */
export function jsonWithoutLogCommands(json: string): string {
  return json.replace(command, String.raw`#\u0023`);
}
