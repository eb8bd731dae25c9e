import '../shared/jitless';
import '../shared/theme.css';
import '../shared/base.css';
import { stringsSchema, toWebviewSchema, type FromWebview } from '../../panel/contract/protocol';
import { elementById } from '../shared/elementById';
import { connectHost } from '../shared/host';
import { keepState } from '../shared/keepState';
import { showStates } from '../shared/showStates';
import { keptSchema } from './kept';
import { Page } from './page';

const host = connectHost<FromWebview>();
const keepSoon = keepState(host, () => page.kept());
const page = new Page({
  strings: stringsSchema.parse(JSON.parse(elementById('strings').textContent)),
  root: elementById('root'),
  announcer: elementById('announcer'),
  act: (action, key, index) => host.post({ type: 'action', action, key, index }),
  onChange: keepSoon,
});

showStates(host, toWebviewSchema, (state) => {
  page.show(state);
  keepSoon();
});
const kept = keptSchema.safeParse(host.readKept());
if (kept.success) page.restore(kept.data);
host.post({ type: 'ready' });
