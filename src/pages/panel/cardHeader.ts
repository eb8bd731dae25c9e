import type { GoalCard } from '../../panel/contract/panelState';
import { dot, hiddenText, iconButton, textButton, onClick } from './controls';
import type { Children, ElementNode } from './h';
import { h } from './h';
import { icon, type IconName } from './icons';
import { priorityChip } from './priorityMark';
import type { View } from './view';

type Status = NonNullable<GoalCard['status']>;
type Health = NonNullable<GoalCard['health']>;

const statusIcons: Record<Status['category'], IconName> = {
  proposed: 'statusProposed',
  planned: 'statusPlanned',
  active: 'statusActive',
  blocked: 'statusBlocked',
  done: 'passFilled',
  dropped: 'statusDropped',
};

const healthIcons: Record<Health['value'], IconName> = {
  onTrack: 'pass',
  atRisk: 'warning',
  offTrack: 'error',
};

/** What the goal is: level and key, title, and its state at a glance. */
export function cardHeader(view: View, card: GoalCard, titleId: string | undefined): ElementNode {
  const { strings } = view;
  return h(
    'header',
    { key: 'header', class: 'cardHeader' },
    h(
      'div',
      { class: 'eyebrow' },
      h(
        'span',
        { class: 'quiet' },
        card.levelLabel,
        ' ',
        dot(),
        ' ',
        h('span', { class: 'key', attrs: { dir: 'auto' } }, card.reference),
      ),
      h(
        'span',
        { class: 'eyebrowButtons' },
        iconButton('copy', strings.copyKey, onClick('copyKey', card.key)),
        card.hasUrl && iconButton('open', strings.openInTracker, onClick('openInTracker', card.key)),
      ),
    ),
    titleId !== undefined && h('h3', { attrs: { id: titleId, dir: 'auto' } }, card.title),
    h(
      'ul',
      { class: 'state' },
      h('li', {}, priorityChip(strings, card.priority)),
      card.status && h('li', {}, status(strings.status, card.status)),
      card.health && h('li', {}, health(strings.health, card.health)),
      card.owner && h('li', {}, owner(strings.owner, card.owner)),
    ),
    provenance(view, card),
  );
}

function status(word: string, value: Status): ElementNode {
  return mark(word, value.label, icon(statusIcons[value.category], `status-${value.category}`));
}

function health(word: string, value: Health): ElementNode {
  return mark(word, value.label, icon(healthIcons[value.value], `health-${value.value}`));
}

function owner(word: string, person: NonNullable<GoalCard['owner']>): ElementNode {
  const initials = h('span', { class: 'avatar', attrs: { 'aria-hidden': 'true' } }, person.initials);
  return mark(word, person.name, initials, person.email);
}

function mark(word: string, text: string, picture: Children, title?: string): ElementNode {
  return h(
    'span',
    { class: 'mark', attrs: { title: title ?? word } },
    picture,
    hiddenText(`${word}: `),
    h('span', { attrs: { dir: 'auto' } }, text),
  );
}

function provenance(view: View, card: GoalCard): ElementNode {
  const { strings } = view;
  return h(
    'p',
    { class: 'provenance' },
    icon('link'),
    h(
      'span',
      {},
      `${strings.howMatched}: `,
      h('span', { attrs: { dir: 'auto' } }, card.provenance),
      card.canReject && ' ',
      card.canReject && textButton('link', onClick('notThisGoal', card.linkKey), strings.notThisGoal),
    ),
  );
}
