import type { LogOutputChannel } from 'vscode';
import type { GoalStore } from '../../../core/catalog/goalStore';
import type { Git } from '../../../git/run/git';
import type { TextOptions } from '../../../presentation/textOptions';
import type { GoalContext } from '../../context/goalContext';
import type { References } from '../../context/references';
import type { Settings } from '../../settings';
import type { PathMaps } from '../../sources/files/pathMaps';
import type { Roots } from '../../sources/files/roots';
import type { Repositories } from '../../sources/git/repositories';

/** What the surfaces in and around a text editor are made from. */
export interface EditorSources {
  readonly store: GoalStore;
  readonly context: Pick<GoalContext, 'current' | 'onDidChange'>;
  readonly repositories: Repositories;
  readonly references: References;
  readonly roots: Roots;
  readonly pathMaps: PathMaps;
  readonly settings: Settings;
  readonly git: Git;
  readonly textOptions: () => TextOptions;
  /** Goal notes were written, which moves no HEAD. */
  readonly onNotesWritten: (listener: () => void) => { dispose(): void };
  readonly log: LogOutputChannel;
}
