import assert from 'node:assert/strict';
import { comparedAddress, readItemAddress } from '../../../../src/core/references/itemAddress';

/** What an address says, in one line: host, place and number or key, and the page if it is another. */
function read(address: string): string | undefined {
  const found = readItemAddress(address);
  if (!found) return undefined;
  const { host, place, number, key, page } = found;
  const what = key ?? (number === undefined ? 'page' : `${place}${number}`);
  return `${host} ${what}${page === comparedAddress(address) ? '' : ` ${page}`}`;
}

describe('readItemAddress', () => {
  for (const [address, expected] of [
    // GitHub, Gitea and others
    ['https://github.com/Acme/Shop/issues/142', 'github.com acme/shop#142'],
    ['https://github.com/acme/shop/issues/142/', 'github.com acme/shop#142'],
    ['http://ana@GitHub.com:8080/acme/shop/issues/142?x=1#comment', 'github.com acme/shop#142'],
    ['https://github.com/acme/shop/pull/142', 'github.com acme/shop#142'],
    ['https://github.com/acme/shop/pull/142/files', 'github.com acme/shop#142'],
    ['https://host.example/git/acme/shop/pull/142', undefined],
    ['https://github.com/acme/shop/issues', undefined],
    ['https://github.com/acme/shop/issues/new', undefined],
    ['https://github.com/acme/shop/issues/0', undefined],
    ['https://github.com/acme/shop/issues/12345678901', undefined],
    ['https://github.com/acme/shop/blob/main/a.ts', undefined],
    // GitLab
    ['https://gitlab.com/acme/web/shop/-/issues/142', 'gitlab.com acme/web/shop#142'],
    ['https://gitlab.com/acme/web/shop/-/issues/incident/142', 'gitlab.com acme/web/shop#142'],
    ['https://gitlab.com/acme/shop/-/work_items/142', 'gitlab.com acme/shop#142'],
    ['https://gitlab.com/groups/acme/web/-/epics/3', 'gitlab.com acme/web&3'],
    ['https://gitlab.com/groups/acme/-/work_items/3', 'gitlab.com acme&3'],
    ['https://gitlab.com/groups/acme/-/issues/3', 'gitlab.com acme#3'],
    ['https://gitlab.com/groups/shop/issues/3', 'gitlab.com groups/shop#3'],
    // Azure DevOps
    ['https://dev.azure.com/acme/Shop/_workitems/edit/142', 'dev.azure.com acme/shop#142'],
    ['https://dev.azure.com/acme/Shop/_boards/board/t/7/Stories?workitem=142', 'dev.azure.com acme/shop#142'],
    ['https://dev.azure.com/acme/Shop/_workitems?id=142', 'dev.azure.com acme/shop#142'],
    ['https://acme.visualstudio.com/Shop/_workitems/edit/142', 'dev.azure.com acme#142'],
    ['https://acme.visualstudio.com/_workitems/edit/142', 'dev.azure.com acme#142'],
    ['https://acme.example/Shop/_workitems/edit/142', 'acme.example shop#142'],
    ['https://dev.azure.com/7/_workitems/recentlyupdated', undefined],
    ['https://dev.azure.com/acme/Shop/_workitems/recentlyupdated', undefined],
    ['https://dev.azure.com/acme/Shop/_sprints/7/taskboard', 'dev.azure.com acme/shop#7'],
    // Jira, Linear
    ['https://acme.atlassian.net/browse/shop-142', 'acme.atlassian.net SHOP-142'],
    ['https://linear.app/acme/issue/SHO-142/fix-totals', 'linear.app SHO-142'],
    [
      'https://acme.atlassian.net/jira/software/projects/SHOP/boards/1?a&selectedIssue=SHOP-7',
      'acme.atlassian.net SHOP-7',
    ],
    ['https://acme.atlassian.net/a-1/b/d/e', undefined],
    ['https://acme.atlassian.net/browse/-142', undefined],
    ['https://acme.atlassian.net/browse/SHOP-1234567890', undefined],
    // Bugzilla, Launchpad, trackers with numbers alone
    [
      'https://bugs.example/bugzilla/show_bug.cgi?id=142',
      'bugs.example bugzilla#142 bugs.example/bugzilla/show_bug.cgi?id=142',
    ],
    [
      'https://bugs.example/a/b/show_bug.cgi?id=142',
      'bugs.example a/b#142 bugs.example/a/b/show_bug.cgi?id=142',
    ],
    ['https://bugs.example/show_bug.cgi?id=x', undefined],
    ['https://bugs.example/attachment.cgi?id=142', undefined],
    ['https://bugs.example/142', 'bugs.example page'],
    ['https://bugs.launchpad.net/shop/+bug/142', 'bugs.launchpad.net #142'],
    ['https://bugs.launchpad.net/bugs/142', 'bugs.launchpad.net #142'],
    ['https://redmine.example/tracker/issues/142', 'redmine.example tracker#142'],
    ['https://app.example/tickets/142', 'app.example #142'],
    ['https://app.example/issue/142', 'app.example #142'],
    ['https://app.example/issue/142/tickets', 'app.example #142'],
    // Items with a name
    [
      'https://linear.app/acme/project/checkout-0a1b2c/overview',
      'linear.app page linear.app/acme/project/checkout-0a1b2c',
    ],
    ['https://linear.app/acme/initiative/checkout-0a1b', 'linear.app page'],
    ['https://home.atlassian.com/o/a/goal/Checkout', 'home.atlassian.com page'],
    ['https://blueprints.launchpad.net/shop/+spec/faster-search', 'blueprints.launchpad.net page'],
    ['https://trello.com/c/a1b2/7-title', 'trello.com page trello.com/c/a1b2'],
    ['https://linear.app/acme/project', undefined],
    // No addresses
    ['ftp://github.com/acme/shop/issues/142', undefined],
    ['see https://github.com/acme/shop/issues/142', undefined],
    ['https:///acme/shop/issues/142', undefined],
    ['', undefined],
  ] as const) {
    it(`reads ${expected ?? 'nothing'} from ${address}`, () => assert.equal(read(address), expected));
  }

  it('reads a place below the path where the tracker serves its pages', () => {
    const placeOf = (path: string, base?: string): string | undefined =>
      readItemAddress(`https://host.example/${path}`, base)?.place;
    assert.equal(placeOf('git/acme/shop/pull/142', 'git'), 'acme/shop');
    assert.equal(placeOf('git/acme/issues/142', 'git'), 'acme');
    assert.equal(placeOf('github/acme/issues/142', 'git'), 'github/acme');
    assert.equal(placeOf('git/acme/issues/142'), 'git/acme');
  });

  it('reads no address that is too long, and twenty parts of a query', () => {
    const issue = 'https://github.com/acme/shop/issues/142?';
    assert.ok(read(issue.padEnd(2048, 'x')));
    assert.equal(read(issue.padEnd(2049, 'x')), undefined);
    const board = (parts: number): string =>
      `https://dev.azure.com/acme/Shop/_boards/board?${'a=1&'.repeat(parts)}workitem=142`;
    assert.ok(read(board(19)));
    assert.equal(read(board(20)), undefined);
  });
});

describe('comparedAddress', () => {
  it('is the host and the path alone, in lower case', () => {
    for (const [address, expected] of [
      ['https://ana:x@Linear.app:443/Acme/Issue/SHO-1/?a=b#c', 'linear.app/acme/issue/sho-1'],
      ['http://linear.app', 'linear.app'],
      ['HTTPS://linear.app/', 'linear.app'],
      ['linear.app', undefined],
    ] as const)
      assert.equal(comparedAddress(address), expected);
  });
});
