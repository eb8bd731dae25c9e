import assert from 'node:assert/strict';
import { shownEntry } from '../../../src/vscode/commands/quickPick';

describe('what others wrote, in a list', () => {
  const hostile = 'Shop $(error)\u202e\u200b\u0007\n$($(bug)) now';
  const harmless = 'Shop $ (error) $ ($ (bug)) now';

  it('is one line without icons and without what is not seen, in each of its places', () => {
    const shown = shownEntry({ label: hostile, description: hostile, detail: hostile });
    assert.deepEqual([shown.label, shown.description, shown.detail], [harmless, harmless, harmless]);
  });

  it('has no icon but ours', () =>
    assert.equal(shownEntry({ icon: 'sync', label: '$(sync)' }).label, '$(sync) $ (sync)'));
});
