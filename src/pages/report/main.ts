import '../shared/jitless';
import '../shared/theme.css';
import '../shared/base.css';
import {
  reportStringsSchema,
  toReportPageSchema,
  type FromReportPage,
} from '../../reportPage/contract/protocol';
import { elementById } from '../shared/elementById';
import { connectHost } from '../shared/host';
import { keepState } from '../shared/keepState';
import { showStates } from '../shared/showStates';
import { keptSchema } from './kept';
import { Page } from './page';

const host = connectHost<FromReportPage>();
const keepSoon = keepState(host, () => page.kept());
const page = new Page({
  strings: reportStringsSchema.parse(JSON.parse(elementById('strings').textContent)),
  root: elementById('root'),
  announcer: elementById('announcer'),
  post: (message) => host.post(message),
  onChange: keepSoon,
});

showStates(host, toReportPageSchema, (state) => {
  page.show(state);
  keepSoon();
});
const kept = keptSchema.safeParse(host.readKept());
if (kept.success) page.restore(kept.data);
host.post({ type: 'ready' });
