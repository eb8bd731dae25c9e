import type { TreeItem } from 'vscode';
import type { Goal } from '../../../core/goal/goal';
import { cardLines, goalCard } from '../../../presentation/goalCard';
import { GoalTree, type GoalTreeInput, type TreeNode } from '../../../presentation/goalTree/goalTree';
import { cardMarkdown } from '../cardMarkdown';
import { goalItem } from './goalItem';

/** The tree's nodes at one moment; loaded when the view is first shown. */
export class GoalsTreeData {
  private readonly tree: GoalTree;

  constructor(
    private readonly input: GoalTreeInput,
    private readonly current: readonly Goal[],
  ) {
    this.tree = new GoalTree(input);
  }

  children(node: TreeNode | undefined): TreeNode[] {
    return node ? this.tree.below(node) : this.tree.roots;
  }

  item(node: TreeNode): TreeItem {
    return goalItem(node, this.current, this.input.text);
  }

  /** Adds the goal's card to an item as its tooltip. */
  withTooltip(item: TreeItem, node: TreeNode): TreeItem {
    if (node.kind === 'goal') item.tooltip = cardMarkdown(cardLines(goalCard(node.view, this.input.text)));
    return item;
  }
}
