import calendar from '@vscode/codicons/src/icons/calendar.svg';
import chevron from '@vscode/codicons/src/icons/chevron-right.svg';
import copy from '@vscode/codicons/src/icons/copy.svg';
import error from '@vscode/codicons/src/icons/error.svg';
import file from '@vscode/codicons/src/icons/file.svg';
import branch from '@vscode/codicons/src/icons/git-branch.svg';
import info from '@vscode/codicons/src/icons/info.svg';
import link from '@vscode/codicons/src/icons/link.svg';
import open from '@vscode/codicons/src/icons/link-external.svg';
import pass from '@vscode/codicons/src/icons/pass.svg';
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

const sources = {
  branch,
  calendar,
  chevron,
  copy,
  error,
  file,
  info,
  lens,
  link,
  open,
  pass,
  passFilled,
  priority0,
  priority1,
  priority2,
  priority3,
  priority4,
  statusActive,
  statusBlocked,
  statusDropped,
  statusPlanned,
  statusProposed,
  tag,
  warning,
} as const satisfies Record<string, string>;

/** The name of a bundled icon. */
export type IconName = keyof typeof sources;

/** One of the bundled icons; there is no way to pass markup. */
export interface IconNode {
  readonly icon: IconName;
  readonly class: string;
}

const parsed = new Map<IconName, SVGElement>();

/** Describes an icon; it is decoration, the text beside it carries the meaning. */
export function icon(name: IconName, className = ''): IconNode {
  return { icon: name, class: className };
}

/** Makes the element of a bundled icon. */
export function drawIcon(name: IconName): SVGElement {
  let original = parsed.get(name);
  if (original === undefined) {
    const root = new DOMParser().parseFromString(sources[name], 'image/svg+xml').documentElement;
    original = document.importNode(root, true) as unknown as SVGElement;
    original.setAttribute('aria-hidden', 'true');
    original.setAttribute('focusable', 'false');
    parsed.set(name, original);
  }
  return original.cloneNode(true) as SVGElement;
}
