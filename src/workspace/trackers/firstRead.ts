import * as l10n from '@vscode/l10n';
import { counted } from '../../core/counted';
import type { TrackerSync } from '../../trackers/sync/trackerSync';
import type { Onlooker } from './onlooker';

/** Shows the person how many goals a first list has brought so far. */
export function watchFirstRead(
  onlooker: Onlooker,
  name: string,
  sync: Pick<TrackerSync, 'state' | 'onDidChange'>,
  read: () => Promise<unknown>,
): PromiseLike<void> {
  return onlooker.watch(l10n.t('Reading goals of {0}', name), async (say) => {
    const watching = sync.onDidChange(() => {
      const { received } = sync.state.progress ?? {};
      if (received === undefined) return;
      say(counted(received, { one: l10n.t('{0} goal', received), other: l10n.t('{0} goals', received) }));
    });
    try {
      await read();
    } finally {
      watching.dispose();
    }
  });
}
