import type { EditorSources } from './editorSources';
import { GoalDocumentLinks } from './goalDocumentLinks';
import { GoalHovers } from './goalHovers';
import { GoalLenses } from './goalLenses';
import { GoalTerminalLinks } from './goalTerminalLinks';
import { LineTrails } from './lineTrails';
import { UrgentFiles } from './urgentFiles';

export { FileStatus } from './fileStatus';

/** The providers that VS Code asks about texts and files. */
interface EditorProviders {
  readonly trails: LineTrails;
  readonly hovers: GoalHovers;
  readonly documentLinks: GoalDocumentLinks;
  readonly terminalLinks: GoalTerminalLinks;
  readonly lenses: GoalLenses;
  readonly urgentFiles: UrgentFiles;
}

/** Creates all providers: they share one part of the bundle, which loads with the first request. */
export function editorProviders(from: EditorSources): EditorProviders {
  const trails = new LineTrails(from);
  return {
    trails,
    hovers: new GoalHovers(from, trails),
    documentLinks: new GoalDocumentLinks(from),
    terminalLinks: new GoalTerminalLinks(from),
    lenses: new GoalLenses(from),
    urgentFiles: new UrgentFiles(from),
  };
}
