import type { Services } from '../../services';

/** What the surfaces in and around a text editor are made from. */
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
