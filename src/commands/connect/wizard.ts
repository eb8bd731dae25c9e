import {
  QuickInputButtons,
  window,
  type QuickInput,
  type QuickInputButton,
  type QuickPickItem,
} from 'vscode';

/** What a person did in a step: gave an answer, went back, or left. */
export type Answer<T> =
  { readonly kind: 'next'; readonly value: T } | { readonly kind: 'back' } | { readonly kind: 'left' };

/** Where a step stands among the others. */
export interface Place {
  readonly title: string;
  /** From 1. */
  readonly step: number;
  readonly of: number;
}

/** One step of a wizard: asks for a part of the draft. */
export interface Step<D> {
  /** Steps that a draft does not need are passed over, in both directions. */
  isNeeded(draft: D): boolean;
  ask(draft: D, place: Place): Promise<Answer<D>>;
}

/** What leads through the steps. */
export interface Wizard<D> {
  readonly title: string;
  readonly steps: readonly Step<D>[];
  readonly draft: D;
  /** The step to begin with; those before it are reached by going back. */
  readonly startAt: number;
  /** Hears of every answer. */
  readonly keep: (draft: D) => Promise<void>;
}

/** Leads through the steps; undefined where the person left. */
export async function runWizard<D>({
  title,
  steps,
  startAt,
  keep,
  ...start
}: Wizard<D>): Promise<D | undefined> {
  let { draft } = start;
  let index = startAt;
  let direction = 1;
  for (let step = steps[index]; step; step = steps[index]) {
    if (step.isNeeded(draft)) {
      const needed = steps.filter((each) => each.isNeeded(draft));
      const answer = await step.ask(draft, { title, step: needed.indexOf(step) + 1, of: needed.length });
      if (answer.kind === 'left') return undefined;
      direction = answer.kind === 'back' ? -1 : 1;
      if (answer.kind === 'next') {
        draft = answer.value;
        await keep(draft);
      }
    }
    // Before the first step there is nothing to go back to.
    if (index + direction < 0) direction = 1;
    else index += direction;
  }
  return draft;
}

/** What a list of choices shows. */
export interface PickOptions<I extends QuickPickItem> {
  readonly place: Place;
  readonly placeholder: string;
  readonly items: readonly I[] | Promise<readonly I[]>;
  /** Labels of the items that are chosen, or under the cursor, at the start. */
  readonly chosen?: readonly string[];
}

/** Lets a person choose one item. */
export async function pickOne<I extends QuickPickItem>(options: PickOptions<I>): Promise<Answer<I>> {
  const answer = await pick(options, false);
  if (answer.kind !== 'next') return answer;
  const [value] = answer.value;
  return value ? { kind: 'next', value } : { kind: 'left' };
}

/** Lets a person choose any number of items, also none. */
export function pickMany<I extends QuickPickItem>(options: PickOptions<I>): Promise<Answer<readonly I[]>> {
  return pick(options, true);
}

/** What a field for one line of text shows. */
export interface InputOptions {
  readonly place: Place;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value?: string;
  readonly isSecret?: boolean;
  readonly buttons?: readonly (QuickInputButton & { readonly run: () => void })[];
  /** What is wrong with the text, or undefined. The field stays open, busy, until this has answered. */
  readonly check: (text: string, signal: AbortSignal) => Promise<string | undefined> | string | undefined;
}

/** Lets a person write one line, until it passes its check. */
export function ask(options: InputOptions): Promise<Answer<string>> {
  const input = window.createInputBox();
  const { prompt, placeholder = '', value = '', isSecret = false, buttons = [], check } = options;
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
    input.onDidChangeValue(() => (input.validationMessage = undefined));
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

function pick<I extends QuickPickItem>(
  { place, placeholder, items, chosen = [] }: PickOptions<I>,
  canPickMany: boolean,
): Promise<Answer<readonly I[]>> {
  const list = window.createQuickPick<I>();
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
      // In a list of one choice, nothing is chosen while the filter matches nothing.
      if (list.busy || (!canPickMany && list.selectedItems.length === 0)) return;
      end({ kind: 'next', value: list.selectedItems });
    });
    list.busy = true;
    list.show();
    Promise.resolve(items).then(
      (found) => {
        if (isOver) return;
        list.items = found;
        list.busy = false;
        const marked = found.filter(({ label }) => chosen.includes(label));
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

/** The list or field stays open while the person looks something up elsewhere. */
function placed(
  input: QuickInput & { buttons: readonly QuickInputButton[] },
  { title, step, of }: Place,
): void {
  Object.assign(input, { title, step, totalSteps: of, ignoreFocusOut: true });
  if (step > 1) input.buttons = [QuickInputButtons.Back];
}
