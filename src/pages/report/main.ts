import '../shared/jitless';
import '../shared/theme.css';
import '../shared/base.css';
import {
  reportStringsSchema,
  toReportPageSchema,
  type FromReportPage,
} from '../../reportPage/contract/protocol';
import { connectHost } from '../shared/host';
import { keptSchema } from './kept';
import { Page } from './page';

const host = connectHost<FromReportPage>();

let revision = -Infinity;
let keepTimer: number | undefined;

const page = new Page({
  strings: reportStringsSchema.parse(JSON.parse(elementById('strings').textContent)),
  root: elementById('root'),
  announcer: elementById('announcer'),
  post: (message) => host.post(message),
  onChange: keepSoon,
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toReportPageSchema.safeParse(data);
  if (!message.success) {
    // eslint-disable-next-line no-console -- the page has no other log
    console.warn(
      'Goal Lens: a message that the report does not understand was ignored.',
      message.error.issues,
    );
    return;
  }
  if (message.data.revision < revision) return;
  revision = message.data.revision;
  page.show(message.data.state);
  keepSoon();
  // The second frame callback runs after the first frame with the new state was handed to the screen.
  const painted = revision;
  requestAnimationFrame(() => requestAnimationFrame(() => host.post({ type: 'painted', revision: painted })));
});

document.addEventListener('scroll', keepSoon, { passive: true, capture: true });
document.addEventListener('focusin', keepSoon);
document.addEventListener('visibilitychange', keepNow);
window.addEventListener('pagehide', keepNow);

const kept = keptSchema.safeParse(host.readKept());
if (kept.success) page.restore(kept.data);
host.post({ type: 'ready' });

function keepSoon(): void {
  keepTimer ??= window.setTimeout(keepNow, 100);
}

function keepNow(): void {
  window.clearTimeout(keepTimer);
  keepTimer = undefined;
  const state = page.kept();
  if (state !== undefined) host.keep(state);
}

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}
