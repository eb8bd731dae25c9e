import type { VNode } from 'preact';
import type { PanelState } from '../../panel/contract/panelState';
import { Skeleton } from '../shared/skeleton';
import { BranchSection } from './branchSection';
import { FileSection } from './fileSection';
import { MessageState } from './messageState';
import { Notices } from './notices';
import { useView } from './view';
import './panel.css';

interface PanelProps {
  readonly state: PanelState;
  /** Newer content is on its way. */
  readonly busy: boolean;
}

/** The whole panel for a state. */
export function Panel({ state, busy }: PanelProps): VNode {
  const { strings } = useView();
  return (
    <div class="panel" aria-busy={busy ? 'true' : undefined}>
      <h1 class="hiddenText">{strings.goals}</h1>
      {busy && <div class="busyBar" aria-hidden="true" />}
      <Content state={state} />
    </div>
  );
}

function Content({ state }: { readonly state: PanelState }): VNode {
  switch (state.kind) {
    case 'loading':
      return <Skeleton text={state.text} />;
    case 'goals':
      return (
        <>
          <Notices notices={state.notices} />
          <BranchSection branch={state.branch} />
          {state.file && <FileSection file={state.file} />}
        </>
      );
    case 'noFolder':
    case 'noTracker':
    case 'error':
      return <MessageState key={state.kind} message={state} />;
  }
}
