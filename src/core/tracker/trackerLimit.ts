/** What a tracker, or the account at hand, gives only in part. */
export const trackerLimitKinds = [
  /** Something that is followed cannot be read. */
  'unreadable',
  /** The connection names a field that the account does not see. */
  'unknownField',
  /** A group without epics: the free tier, or a server that keeps them back. */
  'noEpics',
  /** An owner whose issue fields are not to be had. */
  'noIssueFields',
  /** The server does not know all that is asked of an issue. */
  'partOfIssues',
  /** A group whose projects have to be read one by one. */
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
  /** The place, owner or field that it is about. */
  readonly of?: string;
  /** The tracker's own words. */
  readonly detail?: string;
}
