import type { VNode } from 'preact';
import type { GoalCard as Card, GoalRef, PanelState } from '../../panel/contract/panelState';
import { BigButtons } from '../shared/bigButtons';
import { Icon } from '../shared/icon';
import { GoalCard } from './goalCard';
import { GoalRow } from './goalRow';
import { acts, useView } from './view';
import './branchSection.css';
import './section.css';

type Branch = Extract<PanelState, { kind: 'goals' }>['branch'];

/** The goals that the branch serves. One is shown whole; of several, all but the first start closed. */
export function BranchSection({ branch }: { readonly branch: Branch }): VNode {
  return (
    <section class="branch" aria-labelledby="branchHeading" data-scope="branch">
      <div class="sectionHead">
        <h2 id="branchHeading">{branch.heading}</h2>
        <p class="where quiet">
          <Icon name="branch" />
          <span class="branchName" dir="auto">
            {branch.name}
          </span>
          {branch.repository !== undefined && (
            <span class="repository" dir="auto">
              {branch.repository}
            </span>
          )}
        </p>
      </div>
      <BranchGoals branch={branch} />
    </section>
  );
}

function BranchGoals({ branch }: { readonly branch: Branch }): VNode | null {
  const [first, second] = branch.goals;
  if (first === undefined) return branch.empty ? <EmptyBranch empty={branch.empty} /> : null;
  if (second === undefined) return <GoalCard card={first} scope={scopeOf(first)} />;
  return (
    <ul class="rows">
      {branch.goals.map((card, index) => (
        <GoalRow
          key={card.key}
          goal={refOf(card)}
          card={card}
          scope={scopeOf(card)}
          startsOpen={index === 0}
        />
      ))}
    </ul>
  );
}

function EmptyBranch({ empty }: { readonly empty: NonNullable<Branch['empty']> }): VNode {
  const view = useView();
  return (
    <div class="empty">
      <h3 dir="auto">{empty.title}</h3>
      <p dir="auto">{empty.text}</p>
      <BigButtons
        buttons={empty.buttons.map(({ action, key, ...button }) => ({
          ...button,
          ...acts(view, action, key),
        }))}
      />
    </div>
  );
}

// Part of element ids, which are told apart by white space where one refers to several.
function scopeOf(card: Card): string {
  return `branch/${card.key.replace(/\s/gu, '_')}`;
}

function refOf(card: Card): GoalRef {
  return {
    key: card.key,
    title: card.title,
    levelLabel: card.levelLabel,
    rank: card.priority.rank,
    priorityLabel: card.priority.label,
    closed: card.status?.category === 'done' || card.status?.category === 'dropped',
    hasUrl: card.hasUrl,
  };
}
