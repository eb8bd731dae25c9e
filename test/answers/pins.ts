import type { TrackerKind } from '../../src/trackers/connection/trackerKind';

/** A file in which another public project keeps answers of a tracker. */
export interface Pin {
  readonly kind: Exclude<TrackerKind, 'rest'>;
  /** `owner/name` on GitHub. */
  readonly repository: string;
  readonly commit: string;
  readonly paths: readonly string[];
}

/** Where the answers come from. Nothing of them is kept in this repository. */
export const pins: readonly Pin[] = [
  {
    kind: 'redmine',
    repository: 'chaoss/grimoirelab-perceval',
    commit: '78fd47401d8f17a757186c9eb82677f617fce3f4',
    paths: ['2', '5', '9', '7311']
      .map((id) => `tests/data/redmine/redmine_issue_${id}.json`)
      .concat('tests/data/redmine/redmine_issues.json', 'tests/data/redmine/redmine_issues_next.json'),
  },
  {
    kind: 'jira',
    repository: 'chaoss/grimoirelab-perceval',
    commit: '78fd47401d8f17a757186c9eb82677f617fce3f4',
    paths: ['tests/data/jira/jira_issues_page_1.json', 'tests/data/jira/jira_issues_page_2.json'],
  },
  {
    kind: 'jira',
    repository: 'sumoheavy/jira-ruby',
    commit: 'f1a8de9a740a56c369c6d00e95d3ed3341ff039d',
    paths: ['issue.json', 'issue/10002.json'].map((name) => `spec/mock_responses/${name}`),
  },
  {
    kind: 'jira',
    repository: 'digitalservicebund/hack-jira-cfd',
    commit: '21cdcc28dc6ab7f5fe2c9c1478e1e2e79b2b75c8',
    paths: ['test-fixtures/jira-jql-query-response-fixture.ts'],
  },
  {
    kind: 'jira',
    repository: 'gilitz/Epic-Tree',
    commit: '5fcb940d3101335d40d98bb03bda52e0bfe13c27',
    paths: ['epic', 'issue'].map((name) => `static/frontend/src/mocks/${name}-mock.js`),
  },
  {
    // Without the ids of issues.
    kind: 'jira',
    repository: 'ankitpokhrel/jira-cli',
    commit: '1f3b2eff05028e90f5280915ca1bdb3c72f48969',
    paths: ['epic', 'issue', 'issue-1', 'issue-2', 'search'].map((name) => `pkg/jira/testdata/${name}.json`),
  },
  {
    // Asked for no more than name, status and target date.
    kind: 'atlassianGoals',
    repository: 'RomanUrakhov/atlas-sync',
    commit: 'e2ab23f95ba61c419e6a6706237fd54f73d1d6a6',
    paths: ['internal/atlassian/client_test.go'],
  },
  {
    kind: 'github',
    repository: 'cli/cli',
    commit: '44ee17760709bedf1cad7e452e61751489b81a33',
    paths: [
      ...['list/fixtures/issueList', 'list/fixtures/issueSearch'],
      ...['', 'ClosedState', 'WithEmptyBody', 'WithMetadata'].map(
        (name) => `view/fixtures/issueView_preview${name}`,
      ),
    ].map((name) => `pkg/cmd/issue/${name}.json`),
  },
  {
    kind: 'github',
    repository: 'chaoss/grimoirelab-perceval',
    commit: '78fd47401d8f17a757186c9eb82677f617fce3f4',
    paths: ['tests/data/github/github_issue_2'],
  },
  {
    // Recorded from GitHub's REST interface.
    kind: 'github',
    repository: 'octokit/fixtures',
    commit: 'cb8bc9dafc55a3837be4434ff4ba7acf3d9cadde',
    paths: ['paginate', 'search'].map(
      (name) => `scenarios/api.github.com/${name}-issues/normalized-fixture.json`,
    ),
  },
  {
    kind: 'linear',
    repository: 'lunchpaillola/lola-integrations',
    commit: '1cd0c11efb40e52afdb5ced2e6edfa20b2c2271d',
    paths: ['backend/test/mocks/linearMocks.js'],
  },
  {
    kind: 'linear',
    repository: 'austin-smith/fusion-bridge',
    commit: '3d874f03ef5206ae08669ed4b210994e9fbe6e60',
    paths: ['src/services/drivers/linear-mock-data.ts'],
  },
  {
    // What GitLab's own pages are tested with.
    kind: 'gitlab',
    repository: 'gitlabhq/gitlabhq',
    commit: 'bc7f4d7d41a5bd259375eefa840a234c1937b03a',
    paths: ['spec/frontend/work_items/components/work_item_ancestors/mock_data.js'],
  },
  {
    kind: 'azureDevOps',
    repository: 'MicrosoftDocs/vsts-rest-api-specs',
    commit: 'adb28786a3e9349d5b3deb43eb2134b682c33bb2',
    paths: [
      ...[
        'GET__wit_WorkItems_id',
        'GET__wit_WorkItems_ids-_ids_',
        'GET__wit_WorkItems_ids-_ids___expand-all',
      ],
      ...['PATCH__wit_workitems__bug1Id_', 'PATCH__wit_workitems__taskId_'],
    ]
      .map((name) => `workItems/${name}`)
      // One bug as it was after each of nine changes.
      .concat('revisions/GET__list_workitem_revisions')
      .map((name) => `specification/wit/7.1/httpExamples/${name}.json`),
  },
];
