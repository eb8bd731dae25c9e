import type { ComponentChildren, VNode } from 'preact';
import type { GoalCard } from '../../panel/contract/panelState';
import { Dot } from '../shared/dot';
import { HiddenText } from '../shared/hiddenText';
import { Icon } from '../shared/icon';
import { IconButton } from '../shared/iconButton';
import type { IconName } from '../shared/iconSources';
import { TextButton } from '../shared/textButton';
import { PriorityChip } from './priorityMark';
import { acts, useView } from './view';
import './cardHeader.css';

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

interface CardHeaderProps {
  readonly card: GoalCard;
  /** Left out where something else is the title. */
  readonly titleId: string | undefined;
}

/** What the goal is: level and key, title, and its state at a glance. */
export function CardHeader({ card, titleId }: CardHeaderProps): VNode {
  const view = useView();
  const { strings } = view;
  const { status, health, owner } = card;
  return (
    <header class="cardHeader">
      <div class="eyebrow">
        <span class="quiet">
          {card.levelLabel}
          <Dot />
          <span class="key" dir="auto">
            {card.key}
          </span>
        </span>
        <span class="eyebrowButtons">
          <IconButton icon="copy" label={strings.copyKey} {...acts(view, 'copyKey', card.key)} />
          {card.hasUrl && (
            <IconButton
              icon="open"
              label={strings.openInTracker}
              {...acts(view, 'openInTracker', card.key)}
            />
          )}
        </span>
      </div>
      {titleId !== undefined && (
        <h3 id={titleId} dir="auto">
          {card.title}
        </h3>
      )}
      <ul class="state">
        <li>
          <PriorityChip priority={card.priority} />
        </li>
        {status && (
          <li>
            <Mark word={strings.status} text={status.label}>
              <Icon name={statusIcons[status.category]} class={`status-${status.category}`} />
            </Mark>
          </li>
        )}
        {health && (
          <li>
            <Mark word={strings.health} text={health.label}>
              <Icon name={healthIcons[health.value]} class={`health-${health.value}`} />
            </Mark>
          </li>
        )}
        {owner && (
          <li>
            <Mark word={strings.owner} text={owner.name} title={owner.email}>
              <span class="avatar" aria-hidden="true">
                {owner.initials}
              </span>
            </Mark>
          </li>
        )}
      </ul>
      <Provenance card={card} />
    </header>
  );
}

interface MarkProps {
  readonly word: string;
  readonly text: string;
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
}

function Mark({ word, text, title = word, children }: MarkProps): VNode {
  return (
    <span class="mark" title={title}>
      {children}
      <HiddenText>{`${word}: `}</HiddenText>
      <span dir="auto">{text}</span>
    </span>
  );
}

function Provenance({ card }: { readonly card: GoalCard }): VNode {
  const view = useView();
  const { strings } = view;
  return (
    <p class="provenance">
      <Icon name="link" />
      <span>
        {`${strings.howMatched}: `}
        <span dir="auto">{card.provenance}</span>
        {card.canReject && ' '}
        {card.canReject && (
          <TextButton look="link" {...acts(view, 'notThisGoal', card.linkKey)}>
            {strings.notThisGoal}
          </TextButton>
        )}
      </span>
    </p>
  );
}
