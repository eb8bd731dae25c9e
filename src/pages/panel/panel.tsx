import type { VNode } from 'preact';
import type { PanelState } from '../../panel/contract/panelState';
import { Icon } from '../shared/icon';
import { Skeleton } from '../shared/skeleton';
import { BranchSheet } from './branchSheet';
import { FileBar } from './fileBar';
import { GoalSheet } from './goalSheet';
import { MessageState } from './messageState';
import { acts, useView } from './view';
import './panel.css';

/** The whole panel for a state: the content scrolls, while the way back and the file bar stay in place. */
export function Panel({ state }: { readonly state: PanelState }): VNode {
  const view = useView();
  const file = 'file' in state ? state.file : undefined;
  return (
    <div class="panel">
      {file && (
        <a class="skipLink" href="#fileBar" data-control="skip" onClick={view.skipToFile}>
          {view.strings.skipToFile}
        </a>
      )}
      {state.kind === 'goal' && (
        <nav class="back" aria-label={view.strings.goBack} data-scope="back">
          <button type="button" {...acts(view, 'back')}>
            <Icon name="arrowLeft" />
            <span class="cut" dir="auto">
              {state.back}
            </span>
          </button>
        </nav>
      )}
      <main>
        <h1 class="hiddenText">{view.strings.goals}</h1>
        <Content state={state} />
      </main>
      {file && <FileBar file={file} />}
    </div>
  );
}

function Content({ state }: { readonly state: PanelState }): VNode {
  switch (state.kind) {
    case 'loading':
      return <Skeleton text={state.text} />;
    case 'goals':
      return <BranchSheet state={state} />;
    case 'goal':
      return <GoalSheet key={state.goal.key} goal={state.goal} isOnlyRead />;
    case 'noFolder':
    case 'noTracker':
    case 'error':
      return <MessageState key={state.kind} message={state} />;
  }
}
