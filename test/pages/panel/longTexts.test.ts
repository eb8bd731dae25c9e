import assert from 'node:assert/strict';
import type { PanelState } from '../../../src/panel/contract/panelState';
import type { Strings } from '../../../src/panel/contract/protocol';
import { pseudo } from '../../support/pseudoLanguage';
import { leavesPage } from './leavesPage';
import { strings } from './panelStrings';
import { states } from './panelStates';
import { usePanel } from './usePanel';

/** What in a state the page reads, and no person. */
const isMachine = /^(?:kind|action|key|icon|severity|path|tone|mark|look|category|rank|reference|id)$/;

/** Values that choose a drawing. */
const isState = /^(?:onTrack|atRisk|offTrack)$/;

/** A state with every text as long as German makes it. */
function lengthened<T>(value: T): T {
  if (typeof value === 'string') return (value === '' || isState.test(value) ? value : pseudo(value)) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => lengthened(each)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [
    name,
    isMachine.test(name) ? (each as unknown) : lengthened(each as unknown),
  ]);
  return Object.fromEntries(entries) as T;
}

const words: Strings = Object.fromEntries(
  Object.entries(strings).map(([name, text]) => [name, pseudo(text)]),
) as Strings;

describe('with texts 40 % longer', function () {
  const openPanel = usePanel(this, words);

  for (const width of [220, 300, 520]) {
    it(`nothing leaves the page or is cut off in silence at ${width} px`, async () => {
      const panel = await openPanel({ width });
      for (const [name, state] of Object.entries(states) as [string, PanelState][]) {
        await panel.show({ ...lengthened(state), kind: state.kind } as PanelState);
        await panel.openAll();
        assert.deepEqual(await panel.page.evaluate(leavesPage), [], name);
      }
    });
  }
});
