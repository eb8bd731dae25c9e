import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../shared/icon';
import { toggles, useView } from './view';
import './fold.css';

interface FoldProps {
  /** Under which name its being open is remembered, for every goal alike. */
  readonly id: string;
  readonly title: string;
  readonly aside?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A section that folds, and remembers whether it is open. */
export function Fold({ id, title, aside, children }: FoldProps): VNode {
  const view = useView();
  const name = `fold/${id}`;
  const open = view.isOpen(name, true);
  return (
    <section class={open ? 'fold' : 'fold folded'} data-scope={name}>
      <div class="foldHead">
        <h2>
          <button type="button" {...toggles(view, name, open)}>
            <Icon name={open ? 'chevronDown' : 'chevronRight'} />
            {title}
          </button>
        </h2>
        <span class="foldAside quiet" title={typeof aside === 'string' ? aside : undefined}>
          {aside}
        </span>
      </div>
      {open && children}
    </section>
  );
}
