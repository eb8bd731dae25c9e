import agent from '@vscode/codicons/src/icons/agent.svg';
import arrowLeft from '@vscode/codicons/src/icons/arrow-left.svg';
import chevronDown from '@vscode/codicons/src/icons/chevron-down.svg';
import chevronRight from '@vscode/codicons/src/icons/chevron-right.svg';
import chevronUp from '@vscode/codicons/src/icons/chevron-up.svg';
import close from '@vscode/codicons/src/icons/close.svg';
import bullet from '@vscode/codicons/src/icons/circle-small-filled.svg';
import circleSlash from '@vscode/codicons/src/icons/circle-slash.svg';
import circle from '@vscode/codicons/src/icons/circle-large.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import exportTo from '@vscode/codicons/src/icons/export.svg';
import refresh from '@vscode/codicons/src/icons/refresh.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import branch from '@vscode/codicons/src/icons/git-branch.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import commit from '@vscode/codicons/src/icons/git-commit.svg';
import open from '@vscode/codicons/src/icons/link-external.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
import organization from '@vscode/codicons/src/icons/organization.svg';
import passFilled from '@vscode/codicons/src/icons/pass-filled.svg';
import tag from '@vscode/codicons/src/icons/tag.svg';
import warning from '@vscode/codicons/src/icons/warning.svg';
import lens from '../../../media/icon.svg';
import priority0 from './icons/priority0.svg';
import priority1 from './icons/priority1.svg';
import priority2 from './icons/priority2.svg';
import priority3 from './icons/priority3.svg';
import priority4 from './icons/priority4.svg';
import statusActive from './icons/statusActive.svg';
import statusBlocked from './icons/statusBlocked.svg';
import statusDropped from './icons/statusDropped.svg';
import statusPlanned from './icons/statusPlanned.svg';
import statusProposed from './icons/statusProposed.svg';

/** The bundled icons as SVG text. */
export const iconSources = {
  agent,
  arrowLeft,
  branch,
  bullet,
  chevronDown,
  chevronRight,
  chevronUp,
  circle,
  circleSlash,
  close,
  commit,
  copy,
  error,
  exportTo,
  info,
  lens,
  open,
  organization,
  pass,
  passFilled,
  priority0,
  priority1,
  priority2,
  priority3,
  priority4,
  refresh,
  statusActive,
  statusBlocked,
  statusDropped,
  statusPlanned,
  statusProposed,
  tag,
  warning,
} as const satisfies Record<string, string>;

/** The name of a bundled icon. */
export type IconName = keyof typeof iconSources;
