import '../shared/jitless';
import '../shared/theme.css';
import '../shared/base.css';
import { stringsSchema, toWebviewSchema, type FromWebview } from '../../panel/contract/protocol';
import { connectHost } from '../shared/host';
import { keptSchema } from './kept';
import { Page } from './page';

const host = connectHost<FromWebview>();

let revision = -Infinity;
let isPaintDue = false;
let keepTimer: number | undefined;

const page = new Page({
  strings: stringsSchema.parse(JSON.parse(elementById('strings').textContent)),
  root: elementById('root'),
  announcer: elementById('announcer'),
  act: (action, key, index) => host.post({ type: 'action', action, key, index }),
  onChange: keepSoon,
});

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = toWebviewSchema.safeParse(data);
  if (!message.success) {
    // eslint-disable-next-line no-console -- the page has no other log
    console.warn(
      'Goal Lens: a message that the panel does not understand was ignored.',
      message.error.issues,
    );
    return;
  }
  if (message.data.revision < revision) return;
  revision = message.data.revision;
  page.show(message.data.state);
  keepSoon();
  reportPainted();
});

// Scrolling does not bubble, wherever it is.
document.addEventListener('scroll', keepSoon, { passive: true, capture: true });
document.addEventListener('focusin', keepSoon);
document.addEventListener('visibilitychange', keepNow);
window.addEventListener('pagehide', keepNow);

const kept = keptSchema.safeParse(host.readKept());
if (kept.success) page.restore(kept.data);
host.post({ type: 'ready' });

// The second frame callback runs after the first frame with the new state was handed to the screen.
function reportPainted(): void {
  if (isPaintDue) return;
  isPaintDue = true;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      isPaintDue = false;
      host.post({ type: 'painted', revision });
    }),
  );
}

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
