// @ts-check

/**
 * Measures every update that our code makes meanwhile, by wrapping it where it really runs.
 * @param {import('../../../../src/vscode/composition/commandHandlers').CommandSources} parts
 */
export async function timed({ context, panels }) {
  const times = {
    whole: /** @type {number[]} */ ([]),
    context: /** @type {number[]} */ ([]),
    panel: /** @type {number[]} */ ([]),
    state: /** @type {number[]} */ ([]),
  };
  const recorder = { times, isOn: false };
  const goalPanels = await panels.open();
  wrap(goalPanels, 'update', (ms) => recorder.isOn && times.panel.push(ms));
  wrap(goalPanels['port'], 'state', (ms) => recorder.isOn && times.state.push(ms));
  wrap(context, 'compute', (ms) => recorder.isOn && times.context.push(ms));
  wrap(
    context['changed'],
    'fire',
    (ms) => recorder.isOn && times.whole.push(ms + (times.context.at(-1) ?? 0)),
  );
  return recorder;
}

/**
 * @param {object} owner
 * @param {string} name
 * @param {(ms: number) => unknown} took
 */
function wrap(owner, name, took) {
  const original = Reflect.get(owner, name);
  if (typeof original !== 'function') throw new Error(`There is no ${name} any more: adapt the bench.`);
  const replacement = (/** @type {unknown[]} */ ...args) => {
    const start = performance.now();
    const result = original.apply(owner, args);
    took(performance.now() - start);
    return result;
  };
  Object.defineProperty(owner, name, { value: replacement });
}
