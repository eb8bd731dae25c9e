import type { VNode } from 'preact';
import type { ReportState } from '../../reportPage/contract/protocol';
import '../shared/busyBar.css';
import { TextButton } from '../shared/textButton';
import { acts, useView } from './view';
import './busy.css';

/** What is being read, how far that is, and a way to stop it. */
export function Busy({ text, done }: NonNullable<ReportState['busy']>): VNode {
  const view = useView();
  return (
    <div class="busy">
      {done === undefined ? (
        <div class="busyBar" aria-hidden="true" />
      ) : (
        <progress class="busyProgress" value={done} aria-label={text} />
      )}
      <span class="quiet" role="status">
        {text}
      </span>
      <TextButton look="link" {...acts(view, 'cancel')}>
        {view.strings.cancel}
      </TextButton>
    </div>
  );
}
