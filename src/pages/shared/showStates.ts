import type { Host } from './host';

/** A state of a page; a later one has a higher revision. */
interface StateMessage<State> {
  readonly revision: number;
  readonly state: State;
}

/** A schema for the messages that a page understands. */
interface MessageSchema<State> {
  safeParse(
    data: unknown,
  ):
    | { readonly success: true; readonly data: StateMessage<State> }
    | { readonly success: false; readonly error: { readonly issues: unknown } };
}

/** Tells the host that the state with this revision is on screen. */
interface Painted {
  readonly type: 'painted';
  readonly revision: number;
}

/** Shows the states that the host sends, never an older one after a newer, and tells the host what is on screen. */
export function showStates<State>(
  host: Pick<Host<Painted>, 'post'>,
  schema: MessageSchema<State>,
  show: (state: State) => void,
): void {
  let revision = -Infinity;
  let isPaintDue = false;
  // The second frame callback runs once the first frame with the new state has been handed to the screen.
  const reportPainted = (): void => {
    if (isPaintDue) return;
    isPaintDue = true;
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        isPaintDue = false;
        host.post({ type: 'painted', revision });
      }),
    );
  };
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const message = schema.safeParse(data);
    if (!message.success) {
      // eslint-disable-next-line no-console -- the page has no other log
      console.warn(
        'Goal Lens: a message that the page does not understand was ignored.',
        message.error.issues,
      );
      return;
    }
    if (message.data.revision < revision) return;
    revision = message.data.revision;
    show(message.data.state);
    reportPainted();
  });
}
