import assert from 'node:assert/strict';
import type { Goal } from '../../../../src/core/goal/goal';
import {
  GoalTree,
  maxBelow,
  type GoalTreeInput,
  type TreeNode,
} from '../../../../src/presentation/goalTree/goalTree';
import { nodeTexts } from '../../../../src/presentation/goalTree/nodeTexts';
import { catalogOf, goal, shopGoals, textOptions } from '../../../support/builders';

function treeOf(goals: readonly Goal[], input: Partial<GoalTreeInput> = {}): GoalTree {
  const catalog = catalogOf(...goals);
  return new GoalTree({ catalog, layout: 'priority', filter: '', scopes: {}, text: textOptions, ...input });
}

const name = (node: TreeNode): string =>
  node.kind === 'group'
    ? `${node.group}: ${node.count}`
    : node.kind === 'goal'
      ? node.view.goal.key
      : `more ${node.count}`;
const names = (nodes: readonly TreeNode[]): string[] => nodes.map(name);

/** The whole tree, as nested names. */
function drawn(tree: GoalTree, nodes = tree.roots, depth = 0): string[] {
  return nodes.flatMap((node) => [
    '  '.repeat(depth) + name(node),
    ...(node.kind === 'goal' && !node.hasChildren ? [] : drawn(tree, tree.below(node), depth + 1)),
  ]);
}

describe('the tree of goals', () => {
  const done = goal('SHOP-4', { status: { name: 'Done', category: 'done' }, parentKey: 'OBJ-1' });
  const all = [...shopGoals(), done, goal('SHOP-15')];

  it('groups open goals by the priority that they have or inherit, closed ones last', () => {
    assert.deepEqual(drawn(treeOf(all)), [
      ...['1: 3', '  SHOP-7', '  SHOP-51', '  SHOP-142'],
      ...['3: 1', '  SHOP-160', '0: 2', '  OBJ-1', '  SHOP-15', 'closed: 1', '  SHOP-4'],
    ]);
  });

  it('puts the person’s own goals first where it is known whose they are', () => {
    const tree = treeOf(all, { scopes: { mine: ({ key }) => key === 'SHOP-142' } });
    assert.deepEqual(names(tree.roots), ['mine: 1', '1: 3', '3: 1', '0: 2', 'closed: 1']);
    const ids = [tree.roots[0]!, tree.roots[1]!]
      .flatMap((group) => tree.below(group))
      .map((node) => node.kind === 'goal' && node.path);
    assert.equal(new Set(ids).size, ids.length, 'a goal in two places has two ids');
  });

  it('shows only the person’s own where they ask for it, and in the hierarchy what is above', () => {
    const scopes = { mine: ({ key }: Goal) => key === 'SHOP-142' || key === 'SHOP-4' };
    const input = { scope: 'mine', scopes } as const;
    assert.deepEqual(drawn(treeOf(all, input)), ['1: 1', '  SHOP-142', 'closed: 1', '  SHOP-4']);
    assert.deepEqual(drawn(treeOf(all, { ...input, layout: 'hierarchy' })), [
      ...['OBJ-1', '  SHOP-7', '    SHOP-51', '      SHOP-142', '  SHOP-4'],
    ]);
  });

  it('shows the hierarchy, from goals without a parent down', () => {
    assert.deepEqual(drawn(treeOf(all, { layout: 'hierarchy' })), [
      'SHOP-160',
      ...['OBJ-1', '  SHOP-7', '    SHOP-51', '      SHOP-142', '  SHOP-4'],
      'SHOP-15',
    ]);
  });

  it('keeps a filtered goal below what is above it', () => {
    assert.deepEqual(drawn(treeOf(all, { layout: 'hierarchy', filter: 'retry' })), [
      ...['OBJ-1', '  SHOP-7', '    SHOP-51', '      SHOP-142'],
    ]);
    assert.deepEqual(drawn(treeOf(all, { filter: 'retry' })), ['1: 1', '  SHOP-142']);
    assert.deepEqual(treeOf(all, { filter: 'nowhere' }).roots, []);
  });

  it('opens what a filter finds, and otherwise what matters first', () => {
    const opened = (input: Partial<GoalTreeInput>, nodes?: readonly TreeNode[]): string[] => {
      const tree = treeOf(all, input);
      return (nodes ?? tree.roots).flatMap((node) =>
        node.kind === 'more' || !node.isOpen ? [] : [name(node), ...opened(input, tree.below(node))],
      );
    };
    assert.deepEqual(opened({}), ['1: 3']);
    assert.deepEqual(opened({ layout: 'hierarchy' }), []);
    assert.deepEqual(opened({ filter: 'SHOP-160' }), ['3: 1', 'SHOP-160']);
    assert.deepEqual(opened({ filter: 'retry', layout: 'hierarchy' }), [
      'OBJ-1',
      'SHOP-7',
      'SHOP-51',
      'SHOP-142',
    ]);
    const [plain, found] = [treeOf(all).roots[0], treeOf(all, { filter: 'shop' }).roots[0]];
    assert.notEqual(plain?.path, found?.path, 'VS Code remembers what was opened by the path');
    const many = Array.from({ length: 101 }, (_, at) => goal(`MANY-${at}`));
    assert.equal((treeOf(many, { filter: 'many' }).roots[0] as { isOpen: boolean }).isOpen, false);
  });

  it('comes to an end where goals are each other’s parents', () => {
    const circle = [goal('A-1', { parentKey: 'A-2' }), goal('A-2', { parentKey: 'A-1' })];
    assert.deepEqual(
      drawn(treeOf([...circle, goal('A-12', { parentKey: 'A-1' })], { layout: 'hierarchy' })),
      [...['A-1', '  A-12', '  A-2'], ...['A-2', '  A-1', '    A-12']],
    );
  });

  it('lists no more below a node than a person reads, and says how many there are', () => {
    const many = Array.from({ length: maxBelow + 7 }, (_, at) =>
      goal(`M-${at}`, { priority: { rank: 2, label: 'High' } }),
    );
    const tree = treeOf(many);
    const nodes = tree.below(tree.roots[0]!);
    assert.equal(nodes.length, maxBelow + 1);
    assert.equal(name(nodes.at(-1)!), 'more 7');
  });
});

describe('the texts of the tree', () => {
  const texts = (key: string, goals = shopGoals()) => {
    const tree = treeOf(goals);
    const nodes = tree.roots.flatMap((group) => tree.below(group));
    return nodeTexts(
      nodes.find((node) => name(node) === key)!,
      textOptions,
    );
  };

  it('say the title first, then key and what is worth a look', () => {
    assert.deepEqual(texts('SHOP-7'), {
      label: 'Checkout that never loses a cart',
      description: 'SHOP-7 · At risk',
      spoken:
        'Checkout that never loses a cart, SHOP-7 · At risk, P1, In progress, 38 customers, due in 20 days',
    });
    assert.match(texts('SHOP-142').spoken, /^[^,]+, SHOP-142 · P1 from SHOP-7, (?!.*P1)/);
    assert.equal(texts('SHOP-142').description, 'SHOP-142 · P1 from SHOP-7');
    assert.equal(texts('A-1', [goal('A-1', { targetDate: '2026-11-24' })]).description, 'A-1 · in 2 days');
    assert.equal(
      texts('A-1', [goal('A-1', { status: { name: 'Done', category: 'done' } })]).description,
      'A-1 · Done',
    );
  });
});
