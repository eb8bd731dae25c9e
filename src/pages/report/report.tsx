import type { VNode } from 'preact';
import type { ReportState } from '../../reportPage/contract/protocol';
import type { ReportSheet } from '../../reportPage/contract/reportSheet';
import { BigButtons } from '../shared/bigButtons';
import { Icon } from '../shared/icon';
import { Skeleton } from '../shared/skeleton';
import { Busy } from './busy';
import { Controls } from './controls';
import { Decisions } from './decisions';
import { Drill } from './drill';
import { Part } from './part';
import { Patterns } from './patterns';
import { acts, useView } from './view';
import './report.css';

/** The whole page. */
export function Report({ state }: { readonly state: ReportState }): VNode {
  const { strings } = useView();
  const { sheet, busy, message, drill, controls } = state;
  return (
    <div>
      <Patterns />
      <main class={drill ? 'report withDrill' : 'report'}>
        <div class="top">
          <div>
            <h1>{strings.title}</h1>
            {sheet && <p class="quiet scope">{sheet.scope}</p>}
          </div>
          <Controls controls={controls} hasReport={sheet !== undefined} />
        </div>
        {busy && <Busy {...busy} />}
        {message && <Message {...message} />}
        {sheet && !message && <Sheet sheet={sheet} />}
        {!sheet && !message && <Skeleton text={strings.reading} />}
      </main>
      {drill && <Drill drill={drill} />}
    </div>
  );
}

function Sheet({ sheet }: { readonly sheet: ReportSheet }): VNode {
  const { strings } = useView();
  const { sentences, warnings, decisions, parts } = sheet;
  return (
    <>
      {warnings.map((text) => (
        <p key={text} class="warning">
          <Icon name="warning" />
          <span>{text}</span>
        </p>
      ))}
      <ul class="sentences" aria-label={strings.summary}>
        {sentences.map(({ figure, text }) => (
          <li key={text}>
            {figure !== undefined && <b class="big">{figure} </b>}
            <p>{text}</p>
          </li>
        ))}
      </ul>
      {(decisions.items.length > 0 || decisions.after !== undefined) && <Decisions {...decisions} />}
      {parts.map((row) => (
        <div
          key={row.map(({ id }) => id).join()}
          class={row.length > 1 ? `pair ${row[0]?.id ?? ''}Row` : 'single'}
        >
          {row.map((part) => (
            <Part key={part.id} part={part} />
          ))}
        </div>
      ))}
    </>
  );
}

function Message({ title, text, buttons }: NonNullable<ReportState['message']>): VNode {
  const view = useView();
  return (
    <div class="message">
      <h2>{title}</h2>
      <p>{text}</p>
      <BigButtons
        buttons={buttons.map(({ label, action }, at) => ({
          label,
          primary: at === 0,
          ...acts(view, action),
        }))}
      />
    </div>
  );
}
