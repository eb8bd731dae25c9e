import type { TextOptions } from '../presentation/textOptions';
import type { Surroundings } from '../workspace/editorFolders';

/** Where the command line is run. */
export interface CliPlace extends Surroundings {
  readonly cwd: string;
  readonly version: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** How the command line words what it says. */
export function textOptions({ now }: Pick<CliPlace, 'now'>): TextOptions {
  return { language: 'en', now, revenue: 'band' };
}
