import type { Services } from '../../services';
import type { LiveSources } from './liveWorkspace';

/** What the tools of VS Code's agents work with. */
export type AgentToolSources = LiveSources & Pick<Services, 'log' | 'textOptions'>;

/** The tools declared in the manifest, by their names there. */
export const agentTools = {
  brief: 'goalLens_getGoalBrief',
  priorities: 'goalLens_checkPriorities',
  change: 'goalLens_checkChange',
} as const;
