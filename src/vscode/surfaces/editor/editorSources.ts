import type { Services } from '../../services';

/** The sources of the surfaces in and around a text editor. */
export type EditorSources = Pick<
  Services,
  | 'context'
  | 'git'
  | 'log'
  | 'notesWritten'
  | 'pathMaps'
  | 'references'
  | 'repositories'
  | 'roots'
  | 'settings'
  | 'store'
  | 'textOptions'
>;
