import type { LogOutputChannel, Memento } from 'vscode';
import type { GoalStore } from '../../../core/catalog/goalStore';
import type { Git } from '../../../git/run/git';
import type { TextOptions } from '../../../presentation/textOptions';
import type { References } from '../../context/references';
import type { Settings } from '../../settings';
import type { PathMaps } from '../../sources/files/pathMaps';
import type { Repositories } from '../../sources/git/repositories';

/** The sources of the report, and where it keeps its choices. */
export interface ReportSources {
  readonly store: GoalStore;
  readonly repositories: Repositories;
  readonly references: References;
  readonly settings: Settings;
  readonly pathMaps: PathMaps;
  readonly git: Git;
  /** Keeps a person's choices in this workspace. */
  readonly memento: Memento;
  readonly textOptions: () => TextOptions;
  readonly log: LogOutputChannel;
}
