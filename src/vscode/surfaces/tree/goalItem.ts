import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import { isSameGoal, type Goal, type StatusCategory } from '../../../core/goal/goal';
import { rankText } from '../../../presentation/goalText';
import type { TreeNode } from '../../../presentation/goalTree/goalTree';
import { nodeTexts } from '../../../presentation/goalTree/nodeTexts';
import type { TextOptions } from '../../../presentation/textOptions';
import { badgeScheme, hiddenCommands } from '../../ids';

/** The icon and colour of each status. */
const icons: Record<StatusCategory, readonly [icon: string, color?: string]> = {
  proposed: ['issue-draft'],
  planned: ['circle-large-outline'],
  active: ['play-circle', 'charts.blue'],
  blocked: ['stop-circle', 'charts.red'],
  done: ['pass-filled', 'charts.green'],
  dropped: ['circle-slash'],
};

/** A node as an item of VS Code's tree; its tooltip is built on demand. */
export function goalItem(node: TreeNode, current: readonly Goal[], text: TextOptions): TreeItem {
  const { label, description, spoken } = nodeTexts(node, text);
  const item = new TreeItem(label, collapsibleState(node));
  if (description !== undefined) item.description = description;
  item.accessibilityInformation = { label: spoken };
  if (node.kind === 'group') {
    item.id = `group ${node.path}`;
    item.contextValue = 'group';
    return item;
  }
  item.id = node.path;
  if (node.kind === 'more') return item;
  const { goal, isClosed, priority } = node.view;
  item.iconPath = iconOf(goal, current);
  item.contextValue = ['goal', isClosed ? 'closed' : 'open', ...(goal.url === undefined ? [] : ['url'])].join(
    ' ',
  );
  item.command = { command: hiddenCommands.readGoal, title: '', arguments: [goal.key] };
  const own = priority && isSameGoal(priority.from, goal) ? rankText(priority.value.rank) : '';
  // Only a goal's own priority is a badge: an inherited one is shown in words.
  item.resourceUri = Uri.from({ scheme: badgeScheme, path: `/${goal.key}`, query: own });
  return item;
}

function iconOf(goal: Goal, current: readonly Goal[]): ThemeIcon {
  if (current.some((each) => isSameGoal(each, goal))) return new ThemeIcon('target');
  const [icon, color] = goal.status ? icons[goal.status.category] : (['circle-large-outline'] as const);
  return new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
}

function collapsibleState(node: TreeNode): TreeItemCollapsibleState {
  if (node.kind === 'more' || (node.kind === 'goal' && !node.hasChildren))
    return TreeItemCollapsibleState.None;
  return node.isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}
