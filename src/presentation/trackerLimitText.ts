import * as l10n from '@vscode/l10n';
import type { TrackerLimit, TrackerLimitKind } from '../core/tracker/trackerLimit';

const sentences: Readonly<Record<TrackerLimitKind, (of: string) => string>> = {
  unreadable: (of) => l10n.t('{0} cannot be read: check its name, and what the token may read.', of),
  unknownField: (of) => l10n.t('There is no field “{0}”, or your account does not see it.', of),
  noEpics: (of) => l10n.t('{0} shows no epics: milestones and labels are used instead.', of),
  noIssueFields: (of) =>
    l10n.t('No issue fields of {0} can be read: it has none, or the token may not read them.', of),
  partOfIssues: () =>
    l10n.t('The server does not know all fields and links of issues: they are read in part only.'),
  groupInParts: (of) =>
    l10n.t('The server gives no work items of the whole group {0}: its projects are read one by one.', of),
  noContributions: () =>
    l10n.t('The site does not say which issues contribute to a goal; the field covers of a goals file can.'),
  noInitiatives: () => l10n.t('This workspace or account has no initiatives: projects are at the top.'),
  noCustomerRequests: () =>
    l10n.t('Customer requests are off in this workspace or not for this account: no impact is shown.'),
  nothingFollowed: () => l10n.t('Nothing is followed yet: connect it again to choose.'),
};

/** What is provided only in part, and why, in the tracker's own words. */
export function trackerLimitText({ kind, of = '–', detail }: TrackerLimit): string {
  const sentence = sentences[kind](of);
  return detail ? `${sentence} ${l10n.t('It says: “{0}”', detail)}` : sentence;
}

/** Says that a followed place cannot be read. */
export function unreadText({ place, detail }: { readonly place: string; readonly detail?: string }): string {
  return trackerLimitText({ kind: 'unreadable', of: place, ...(detail !== undefined && { detail }) });
}
