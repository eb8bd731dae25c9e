import type { HTMLAttributes, VNode } from 'preact';
import type { Press } from './focusKey';
import './bigButtons.css';

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- the only way to make an element known to JSX
  namespace JSX {
    interface IntrinsicElements {
      'vscode-button': HTMLAttributes & { readonly appearance: 'primary' | 'secondary' };
    }
  }
}

/** A button at full size. */
export interface BigButton extends Press {
  readonly label: string;
  readonly primary?: boolean | undefined;
}

let loading: Promise<void> | undefined;

/** The buttons of a message. They are styled like buttons until the toolkit, loaded on demand, takes over. */
export function BigButtons({ buttons }: { readonly buttons: readonly BigButton[] }): VNode | null {
  if (buttons.length === 0) return null;
  loadToolkit();
  return (
    <div class="bigButtons">
      {buttons.map(({ label, primary, ...press }) => (
        <vscode-button key={label} appearance={primary === true ? 'primary' : 'secondary'} {...press}>
          {label}
        </vscode-button>
      ))}
    </div>
  );
}

function loadToolkit(): void {
  loading ??= import('./toolkit').then(
    ({ registerToolkit }) => registerToolkit(),
    // The next buttons try again; these already work with the mouse.
    () => (loading = undefined),
  );
}
