import { QuickInputButtons, window, type QuickInput, type QuickInputButton } from 'vscode';
import type { Answer, Place } from './wizardSteps';
import { createEntryPick, shownEntry, type PickEntry } from '../quickPick';

/** The contents of a list of choices. */
export interface PickOptions<I extends PickEntry> {
  readonly place: Place;
  readonly placeholder: string;
  readonly items: readonly I[] | Promise<readonly I[]>;
  /** Whether an item is initially checked or focused; labels may be the same. */
  readonly isChosen?: (item: I) => boolean;
}

/** Lets a person choose one item. */
export async function pickOne<I extends PickEntry>(options: PickOptions<I>): Promise<Answer<I>> {
  const answer = await pick(options, false);
  if (answer.kind !== 'next') return answer;
  const [value] = answer.value;
  return value ? { kind: 'next', value } : { kind: 'left' };
}

/** Lets a person choose any number of items, including none. */
export function pickMany<I extends PickEntry>(options: PickOptions<I>): Promise<Answer<readonly I[]>> {
  return pick(options, true);
}

/** The contents of a one-line text field. */
export interface InputOptions {
  readonly place: Place;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly isSecret?: boolean;
  readonly buttons?: readonly (QuickInputButton & { readonly run: () => void })[];
  /** Says what is wrong with the text, or undefined. The field stays open and busy until it answers. */
  readonly check: (text: string, signal: AbortSignal) => Promise<string | undefined> | string | undefined;
  /** Says at once what is wrong, where that asks nobody; otherwise at Enter. */
  readonly checkTyped?: (text: string) => string | undefined;
}

/** Lets a person write one line, until it passes its check. */
export function ask(options: InputOptions): Promise<Answer<string>> {
  const input = window.createInputBox();
  const { prompt, placeholder = '', value = '', isSecret = false, buttons = [], check, checkTyped } = options;
  placed(input, options.place);
  Object.assign(input, { prompt, placeholder, value, password: isSecret });
  input.buttons = [...input.buttons, ...buttons];
  return new Promise((resolve) => {
    const stop = new AbortController();
    const end = (answer: Answer<string>): void => {
      stop.abort();
      resolve(answer);
      input.dispose();
    };
    input.onDidChangeValue((typed) => (input.validationMessage = checkTyped?.(typed.trim())));
    input.onDidTriggerButton((button) => {
      if (button === QuickInputButtons.Back) end({ kind: 'back' });
      else buttons.find((each) => each === button)?.run();
    });
    input.onDidHide(() => end({ kind: 'left' }));
    input.onDidAccept(async () => {
      if (input.busy) return;
      const text = input.value.trim();
      input.busy = true;
      input.enabled = false;
      const fault = await check(text, stop.signal);
      if (stop.signal.aborted) return;
      input.busy = false;
      input.enabled = true;
      if (fault === undefined) end({ kind: 'next', value: text });
      else input.validationMessage = fault;
    });
    input.show();
  });
}

function pick<I extends PickEntry>(
  { place, placeholder, items, isChosen }: PickOptions<I>,
  canPickMany: boolean,
): Promise<Answer<readonly I[]>> {
  const list = createEntryPick<I>();
  placed(list, place);
  Object.assign(list, {
    placeholder,
    canSelectMany: canPickMany,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = (answer: Answer<readonly I[]>): void => {
      isOver = true;
      resolve(answer);
      list.dispose();
    };
    list.onDidTriggerButton(() => end({ kind: 'back' }));
    list.onDidHide(() => end({ kind: 'left' }));
    list.onDidAccept(() => {
      // In a single-choice list, nothing is selected while the filter matches nothing.
      if (list.busy || (!canPickMany && list.selectedItems.length === 0)) return;
      end({ kind: 'next', value: list.selectedItems.map(({ entry }) => entry) });
    });
    list.busy = true;
    list.show();
    Promise.resolve(items).then(
      (found) => {
        if (isOver) return;
        const shown = found.map(shownEntry<I>);
        list.items = shown;
        list.busy = false;
        const marked = shown.filter(({ entry }) => isChosen?.(entry));
        if (canPickMany) list.selectedItems = marked;
        else if (marked.length > 0) list.activeItems = marked.slice(0, 1);
      },
      (error: unknown) => {
        if (isOver) return;
        isOver = true;
        reject(error instanceof Error ? error : new Error(String(error)));
        list.dispose();
      },
    );
  });
}

/** Keeps the list or field open while the person looks something up elsewhere. */
function placed(input: QuickInput & { buttons: readonly QuickInputButton[] }, { title, step }: Place): void {
  Object.assign(input, { title, step, ignoreFocusOut: true });
  if (step > 1) input.buttons = [QuickInputButtons.Back];
}
