/**
 * What servers know since sub-issues, which are asked for first, as a server without them has none of the rest. The
 * aliases of `value` are needed: its type differs between the kinds of fields.
 */
const newIssueFields = {
  parent: 'parent { number repository { nameWithOwner } }',
  subIssuesSummary: 'subIssuesSummary { total percentCompleted }',
  issueType: 'issueType { name }',
  blockedBy: 'blockedBy(first: 20) { nodes { number repository { nameWithOwner } } }',
  blocking: 'blocking(first: 20) { nodes { number repository { nameWithOwner } } }',
  linkedBranches: 'linkedBranches(first: 5) { nodes { ref { name repository { url } } } }',
  closedByPullRequestsReferences: `closedByPullRequestsReferences(first: 10, includeClosedPrs: true) {
    nodes { url headRefName headRepository { url } } }`,
  issueFieldValues: `issueFieldValues(first: 25) { nodes { __typename
    ... on IssueFieldSingleSelectValue { name field { ... on IssueFieldSingleSelect { name options { name priority } } } }
    ... on IssueFieldDateValue { date: value field { ... on IssueFieldDate { name } } }
    ... on IssueFieldNumberValue { number: value field { ... on IssueFieldNumber { name } } }
    ... on IssueFieldTextValue { text: value field { ... on IssueFieldText { name } } } } }`,
  // Came in 2026, after the others: one more selection of the same list.
  IssueFieldMultiSelectValue: `issueFieldValues(first: 25) { nodes {
    ... on IssueFieldMultiSelectValue { selected: options { name } field { ... on IssueFieldMultiSelect { name } } } } }`,
};

/** A field of an issue that not every server knows. */
export type NewIssueField = keyof typeof newIssueFields;

/** The field of an issue whose absence a server's refusal tells; undefined if it is about something else. */
export function newFieldIn(refusal: string): NewIssueField | undefined {
  if (/type "?IssueFieldMultiSelect/.test(refusal)) return 'IssueFieldMultiSelectValue';
  if (/type "?IssueField/.test(refusal)) return 'issueFieldValues';
  const name = /field ['"](\w+)['"]/i.exec(refusal)?.[1] ?? '';
  return Object.hasOwn(newIssueFields, name) ? (name as NewIssueField) : undefined;
}

/** The selections of the new fields that a server does not lack. */
export function newFieldsBut(lacks: ReadonlySet<NewIssueField> = new Set()): string[] {
  const isKnown = (name: NewIssueField): boolean =>
    !lacks.has(name) && (name !== 'IssueFieldMultiSelectValue' || isKnown('issueFieldValues'));
  const names = Object.keys(newIssueFields) as NewIssueField[];
  return names.filter(isKnown).map((name) => newIssueFields[name]);
}
