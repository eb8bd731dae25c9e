import type { VNode } from 'preact';
import type { ChainNode } from '../../reportPage/contract/reportSheet';
import { PriorityShape } from '../shared/priorityShape';
import { TextButton } from '../shared/textButton';
import { acts, useView } from './view';
import './tree.css';

/** Goals, each above what it waits for. */
export function Tree({ nodes }: { readonly nodes: readonly ChainNode[] }): VNode {
  return (
    <ul class="tree">
      {nodes.map((node) => (
        <Node key={node.reference} node={node} />
      ))}
    </ul>
  );
}

function Node({ node }: { readonly node: ChainNode }): VNode {
  const view = useView();
  const { rank, title, reference, flag, text, children } = node;
  return (
    <li>
      <div class="node">
        <PriorityShape rank={rank} />
        <p>
          <TextButton look="reference" {...acts(view, 'readGoal', reference)}>
            {title} <span class="key">{reference}</span>
          </TextButton>
        </p>
        <p class="evidence small quiet">
          {flag !== undefined && (
            <>
              <b class="flag">{flag}</b> ·{' '}
            </>
          )}
          {text}
        </p>
      </div>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Node key={child.reference} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}
