import type { VNode } from 'preact';
import type { PanelState } from '../../panel/contract/panelState';
import { Cut } from '../shared/cut';
import { Icon } from '../shared/icon';
import { Unbroken } from '../shared/unbroken';
import { ActionButtons } from './actionButtons';
import { GoalSheet } from './goalSheet';
import { Lines } from './lines';
import { Notices } from './notices';
import './branchSheet.css';

type GoalsState = Extract<PanelState, { kind: 'goals' }>;

/** What the branch was made for. */
export function BranchSheet({ state }: { readonly state: GoalsState }): VNode {
  const { branch, notices } = state;
  return (
    <>
      <p class="where">
        <Icon name="branch" />
        <Cut text={branch.name} />
        {branch.repository !== undefined && <Cut text={branch.repository} class="repository" />}
      </p>
      <Notices notices={notices} />
      {branch.goal && (
        <GoalSheet key={branch.goal.key} goal={branch.goal} lines={branch.lines} also={branch.also} />
      )}
      {branch.empty && (
        <section class="empty" data-scope="empty">
          <h2 class="title" dir="auto">
            {branch.empty.title}
          </h2>
          <p dir="auto">
            <Unbroken text={branch.empty.text} />
          </p>
          <ActionButtons buttons={branch.empty.buttons} />
          <Lines lines={branch.lines} />
        </section>
      )}
    </>
  );
}
