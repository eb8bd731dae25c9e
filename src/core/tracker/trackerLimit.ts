/** What a tracker, or the account in use, provides only in part. */
export const trackerLimitKinds = [
  /** A followed place cannot be read. */
  'unreadable',
  /** The connection names a field that the account cannot see. */
  'unknownField',
  /** A group without epics: the free tier, or a server that withholds them. */
  'noEpics',
  /** An owner whose issue fields are not available. */
  'noIssueFields',
  /** The server does not support every issue field requested. */
  'partOfIssues',
  /** A group whose projects must be read one by one. */
  'groupInParts',
  /** Goals come without the work that contributes to them. */
  'noContributions',
  'noInitiatives',
  'noCustomerRequests',
  'nothingFollowed',
] as const;
/** One kind of limit. */
export type TrackerLimitKind = (typeof trackerLimitKinds)[number];

/** One limit of a connection; the sentence for a person is made from the kind. */
export interface TrackerLimit {
  readonly kind: TrackerLimitKind;
  /** The place, owner or field concerned. */
  readonly of?: string;
  /** The tracker's own words. */
  readonly detail?: string;
}
