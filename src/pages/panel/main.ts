import './jitless';
import { actionSchema } from '../../panel/contract/panelState';
import { stringsSchema, toWebviewSchema } from '../../panel/contract/protocol';
import { keep, post, readKept } from './host';
import { keptSchema } from './kept';
import { Page } from './page';
import { registerToolkit } from './toolkit';

registerToolkit();

const page = new Page(
  stringsSchema.parse(JSON.parse(elementById('strings').textContent)),
  elementById('root'),
  elementById('announcer'),
);

let revision = -Infinity;
let isPaintDue = false;
let keepTimer: number | undefined;

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

document.addEventListener('click', ({ target }) => {
  const control =
    target instanceof Element ? target.closest<HTMLElement>('[data-toggle], [data-action]') : null;
  if (control === null) return;
  const { toggle, key, index } = control.dataset;
  if (toggle !== undefined) {
    page.toggle(toggle, control.getAttribute('aria-expanded') !== 'true');
    keepSoon();
    return;
  }
  const action = actionSchema.parse(control.dataset['action']);
  post({ type: 'action', action, key, index: index === undefined ? undefined : Number(index) });
});

window.addEventListener('scroll', keepSoon, { passive: true });
document.addEventListener('focusin', keepSoon);
document.addEventListener('visibilitychange', keepNow);
window.addEventListener('pagehide', keepNow);

const kept = keptSchema.safeParse(readKept());
if (kept.success) page.restore(kept.data);
post({ type: 'ready' });

// The second frame callback runs after the first frame with the new state was handed to the screen.
function reportPainted(): void {
  if (isPaintDue) return;
  isPaintDue = true;
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      isPaintDue = false;
      post({ type: 'painted', revision });
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
  if (state !== undefined) keep(state);
}

function elementById(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}.`);
  return element;
}
